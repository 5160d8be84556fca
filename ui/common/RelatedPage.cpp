// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/RelatedPage.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>

#include <utility>

#include "ui/common/EmptyState.h"
#include "ui/common/RelatedModel.h"
#include "ui/common/TableDress.h"
#include "ui/common/TightLayout.h"

namespace sagascope::ui {

RelatedPage::RelatedPage(ViewState& state, QWidget* parent)
    : QWidget(parent), m_state(state), m_model(new RelatedModel(state, this)), m_counts(new QLabel), m_table(new QTableView),
      m_stack(new QStackedWidget), m_none(new EmptyState), m_finder([this](Found found) { take(std::move(found)); })
{
    dressTable(*m_table, *m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    for (const auto& [column, width] : {std::pair<int, int>{RelatedModel::How, 96}, {RelatedModel::Type, 210},
                                        {RelatedModel::When, 96}, {RelatedModel::Why, 190}})
        m_table->setColumnWidth(column, width);
    m_counts->setObjectName(QStringLiteral("muted"));
    m_counts->setWordWrap(true);
    m_counts->setContentsMargins(12, 6, 12, 6);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_none);
    auto* column = tightColumn(this);
    column->addWidget(m_counts);
    column->addWidget(m_stack, 1);
    connect(m_table, &QAbstractItemView::activated, this, &RelatedPage::activate);
    connect(&m_state, &ViewState::selectionChanged, this, [this] { find(false); });
    connect(&m_state, &ViewState::snapshotChanged, this, [this] { find(true); });
    connect(&m_state, &ViewState::sessionReplaced, this, [this] {
        m_finder.cancel();
        m_asked = {};
        m_askedOf = 0;
        take({m_state.snapshot(), {}, {}});
    });
    retranslate();
}

RelatedPage::~RelatedPage() = default;

void RelatedPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    find(false);
}

void RelatedPage::find(bool isNewer)
{
    constexpr qint64 kPauseMilliseconds = 1000; // what is read goes on for ever; a list that people read need not
    const base::EventIndex event = m_state.selectedEvent();
    const session::SnapshotPtr& snapshot = m_state.snapshot();
    const bool isKnown = event == m_asked && snapshot->sequence == m_askedOf;
    const bool isEarly = isNewer && event == m_asked && !snapshot->isFinished && m_sinceAsked.isValid() && m_sinceAsked.elapsed() < kPauseMilliseconds;
    if (!isVisible() || !event.isValid() || isKnown || isEarly)
        return;
    using Running = LatestWins<Found>::Running;
    const Running running = event == m_asked ? Running::Keep : Running::Discard;
    m_asked = event;
    m_askedOf = snapshot->sequence;
    m_sinceAsked.start();
    m_finder.start(
        [snapshot, event](const StopToken& stop) {
            return Found{snapshot, event, session::relatedEvents(*snapshot, event, [&] { return stop.stopRequested(); })};
        },
        running);
}

void RelatedPage::take(Found found)
{
    m_model->setRelated(std::move(found.snapshot), found.event, std::move(found.related));
    showCounts();
}

void RelatedPage::showCounts()
{
    const session::RelatedEvents& related = m_model->related();
    QStringList words;
    for (std::size_t i = 0; i < session::kRelations; ++i)
        if (related.counts[i] > 0)
            words << QStringLiteral("%1 %2").arg(relationLabel(static_cast<session::Relation>(i)), QLocale().toString(qulonglong(related.counts[i])));
    std::size_t total = 0;
    for (const std::size_t count : related.counts)
        total += count;
    QString text = words.join(QStringLiteral(" · "));
    if (total > related.events.size())
        text += u' ' + tr("(%1 of %2 listed)").arg(QLocale().toString(qulonglong(related.events.size())), QLocale().toString(qulonglong(total)));
    m_counts->setText(text);
    m_counts->setVisible(total > 0);
    m_stack->setCurrentWidget(total > 0 ? static_cast<QWidget*>(m_table) : m_none);
}

void RelatedPage::activate(const QModelIndex& index)
{
    if (const base::EventIndex event = m_model->eventAt(index.row()); event.isValid())
        m_state.selectEvent(event);
}

void RelatedPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RelatedPage::retranslate()
{
    m_table->setAccessibleName(tr("Related events"));
    m_none->setTexts(tr("Nothing is related to it"), tr("No event read so far causes it, follows from it, repeats it or shares an identifier with it."));
    m_model->retranslate();
    showCounts();
}

} // namespace sagascope::ui
