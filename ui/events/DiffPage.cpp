// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/DiffPage.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <utility>

#include "ui/common/CodeText.h"
#include "ui/common/EmptyState.h"
#include "ui/common/KeyValueList.h"
#include "ui/common/SecretMask.h"
#include "ui/common/Separator.h"
#include "ui/common/TableColumns.h"
#include "ui/common/TableDress.h"
#include "ui/common/TightLayout.h"
#include "ui/events/DiffModel.h"
#include "ui/events/EventTexts.h"

namespace sagascope::ui {

DiffPage::DiffPage(ViewState& state, QWidget* parent)
    : QWidget(parent), m_state(state), m_against(new QComboBox), m_mark(new QToolButton), m_summary(new QLabel), m_go(new QToolButton),
      m_model(new DiffModel(this)), m_table(new QTableView), m_values(new KeyValueList), m_differences(new QWidget),
      m_none(new EmptyState), m_stack(new QStackedWidget), m_finder([this](Found found) { take(std::move(found)); })
{
    setupTable();
    auto* choice = tightRow(nullptr, 8);
    choice->setContentsMargins(8, 6, 8, 6);
    choice->addWidget(m_against, 1);
    choice->addWidget(m_mark);
    choice->addWidget(m_go);
    m_summary->setObjectName(QStringLiteral("muted"));
    m_summary->setWordWrap(true);
    m_summary->setContentsMargins(12, 0, 12, 6);
    m_stack->addWidget(m_differences);
    m_stack->addWidget(m_none);
    auto* column = tightColumn(this);
    column->addLayout(choice);
    column->addWidget(m_summary);
    column->addWidget(m_stack, 1);
    for (int i = 0; i < 3; ++i)
        m_against->addItem(QString());
    connect(m_against, &QComboBox::currentIndexChanged, this, [this] { find(false); });
    connect(m_mark, &QToolButton::clicked, this, [this] { mark(m_state.selectedEvent()); });
    connect(m_go, &QToolButton::clicked, this, [this] { m_state.selectEvent(m_found.other); });
    connect(&m_state, &ViewState::selectionChanged, this, [this] { find(false); });
    connect(&m_state, &ViewState::snapshotChanged, this, [this] { find(true); });
    connect(&m_state, &ViewState::sessionReplaced, this, [this] {
        m_finder.cancel();
        m_marked = {};
        m_asked = {};
        m_askedOf = 0;
        take({});
        retranslate();
    });
    retranslate();
}

DiffPage::~DiffPage() = default;

void DiffPage::setupTable()
{
    dressTable(*m_table, *m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->horizontalHeader()->setStretchLastSection(false);
    for (const int column : {DiffModel::Part, DiffModel::How}) // few words, long in some languages
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    for (const int column : {DiffModel::Other, DiffModel::Own}) // equal room for both sides
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    new WidthWatch(*m_table, [this] { m_table->setColumnWidth(DiffModel::Field, qBound(84, m_table->viewport()->width() / 5, 240)); });
    auto* copy = new QAction(m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &DiffPage::copyRows);
    m_table->addAction(copy);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DiffPage::showValues);
    connect(m_model, &QAbstractItemModel::modelReset, this, &DiffPage::showValues);
    auto* column = tightColumn(m_differences);
    column->addWidget(m_table, 1);
    column->addWidget(new Separator);
    column->addWidget(m_values);
}

void DiffPage::mark(base::EventIndex event)
{
    m_marked = event;
    retranslate();
    setAgainst(Against::Marked);
}

void DiffPage::setAgainst(Against against)
{
    m_against->setCurrentIndex(int(against));
    find(false);
}

void DiffPage::focusTable()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void DiffPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    find(false);
}

void DiffPage::find(bool isNewer)
{
    constexpr qint64 kPauseMilliseconds = 1000; // as for the related events: a late record may become the previous one
    const Question question{m_state.selectedEvent(), m_marked, static_cast<Against>(std::max(0, m_against->currentIndex()))};
    const session::SnapshotPtr& snapshot = m_state.snapshot();
    const bool isSame = question == m_asked;
    const bool isKnown = isSame && snapshot->sequence == m_askedOf;
    const bool isEarly = isNewer && isSame && !snapshot->isFinished && m_sinceAsked.isValid() && m_sinceAsked.elapsed() < kPauseMilliseconds;
    if (!isVisible() || !question.event.isValid() || isKnown || isEarly)
        return;
    using Running = LatestWins<Found>::Running;
    m_asked = question;
    m_askedOf = snapshot->sequence;
    m_sinceAsked.start();
    m_finder.start([snapshot, question](const StopToken& stop) { return answer(snapshot, question, stop); },
                   isSame ? Running::Keep : Running::Discard);
}

DiffPage::Found DiffPage::answer(session::SnapshotPtr snapshot, const Question& question, const StopToken& stop)
{
    Found found;
    found.question = question;
    if (question.against == Against::Marked) {
        found.other = question.marked == question.event ? base::EventIndex() : question.marked;
    } else {
        found.past = session::pastOfEntity(*snapshot, question.event, [&] { return stop.stopRequested(); });
        found.previous = question.against == Against::Previous ? found.past.any : found.past.ofSameType;
        found.other = found.previous ? found.previous->event : base::EventIndex();
    }
    if (found.other.isValid() && found.other.value < snapshot->events.size())
        found.diff = diffEvents(snapshot->events, found.other, question.event);
    found.snapshot = std::move(snapshot);
    return found;
}

void DiffPage::take(Found found)
{
    m_found = std::move(found);
    showFound();
}

void DiffPage::showFound()
{
    const bool isMarked = m_found.question.against == Against::Marked;
    m_model->setDiff(m_found.diff, isMarked ? tr("Marked", "the event") : tr("Previous", "the event"), tr("Selected", "the event"));
    m_go->setVisible(m_found.other.isValid());
    m_summary->setText(summary());
    m_summary->setVisible(m_found.other.isValid());
    showNone();
    const bool hasDifferences = m_model->rowCount() > 0;
    m_stack->setCurrentWidget(hasDifferences ? m_differences : static_cast<QWidget*>(m_none));
    if (hasDifferences && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void DiffPage::showNone()
{
    const bool isMarked = m_found.question.against == Against::Marked;
    if (!m_found.diff.isRead)
        m_none->setTexts(tr("A record cannot be read back"), m_found.diff.failure);
    else if (m_found.other.isValid())
        m_none->setTexts(tr("They say the same"), tr("Key, envelope, headers and payload are equal. Only their places and times differ."));
    else if (isMarked && !m_found.question.marked.isValid())
        m_none->setTexts(tr("No event is marked"), tr("Mark one here or with Ctrl+Shift+M in the table, then select another one."));
    else if (isMarked)
        m_none->setTexts(tr("This is the marked event"), tr("Select another one to see how the two differ."));
    else if (!m_found.past.hasEntity)
        m_none->setTexts(tr("It names no entity"), tr("The event carries no identifier of a booking, a payment, a traveller or the like, so "
                                                      "none came before it. Mark another event to compare the two."));
    else if (m_found.past.any)
        m_none->setTexts(tr("No previous event of its type"),
                         tr("Events with one of its identifiers came earlier, but none of its type. Compare it with the previous event of any type."));
    else
        m_none->setTexts(tr("No previous event"), tr("No event read so far carries one of its identifiers and came earlier."));
}

QString DiffPage::summary() const
{
    if (!m_found.snapshot || !m_found.other.isValid())
        return {};
    const store::EventStore::View& events = m_found.snapshot->events;
    const base::Timestamp own = events.row(m_found.question.event).time();
    const base::Timestamp other = events.row(m_found.other).time();
    QStringList words{toQString(events.text(events.row(m_found.other).type)), coordinatesText(events, m_found.other)};
    if (own != base::kNoTime && other != base::kNoTime)
        words << (other <= own ? tr("%1 earlier").arg(durationText(own - other)) : tr("%1 later").arg(durationText(other - own)));
    if (m_found.previous)
        words << tr("both name %1 %2").arg(identifierLabel(m_found.previous->kind), shownText(m_found.previous->value));
    const QLocale locale;
    const auto count = [&](JsonChange::Kind kind) { return locale.toString(qulonglong(m_found.diff.count(kind))); };
    words << tr("%1 changed, %2 added, %3 removed")
                 .arg(count(JsonChange::Kind::Changed), count(JsonChange::Kind::Added), count(JsonChange::Kind::Removed));
    QString text = words.join(QStringLiteral(" · "));
    if (m_found.diff.isCut)
        text += u' ' + tr("(of the first %1 values)").arg(locale.toString(qulonglong(JsonDocument::kMaxItems)));
    return text;
}

// Long values are cut in the table: below it stand those of the current row, to be selected and copied.
void DiffPage::showValues()
{
    const int row = m_table->currentIndex().row();
    m_values->setVisible(row >= 0);
    if (row < 0 || row >= m_model->rowCount())
        return;
    const EventChange& shown = m_model->diff().changes[std::size_t(row)];
    const auto title = [this](int column) { return m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); };
    using Kind = JsonChange::Kind;
    m_values->setRows({{title(DiffModel::Other), shown.change.left, {}, {}, shown.change.kind == Kind::Added},
                       {title(DiffModel::Own), shown.change.right, {}, {}, shown.change.kind == Kind::Removed}});
}

void DiffPage::copyRows() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.row() < b.row(); });
    QStringList lines;
    for (const QModelIndex& row : rows)
        lines << m_model->rowText(row.row());
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void DiffPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DiffPage::retranslate()
{
    m_against->setAccessibleName(tr("Compare with"));
    m_against->setItemText(int(Against::Previous), tr("Previous event of its entity"));
    m_against->setItemText(int(Against::PreviousOfType), tr("Previous event of its entity and type"));
    const bool isThere = m_marked.isValid() && m_marked.value < m_state.live()->events.size();
    m_against->setItemText(int(Against::Marked),
                           isThere ? tr("Marked: %1").arg(coordinatesText(m_state.live()->events, m_marked)) : tr("Marked event"));
    m_against->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_against->setMinimumContentsLength(12);
    m_mark->setText(tr("Mark"));
    m_mark->setToolTip(tr("Compare the events that are selected next with this one (Ctrl+Shift+M in the table)"));
    m_go->setText(tr("Go to it"));
    m_go->setToolTip(tr("Select the event that this one is compared with"));
    m_table->setAccessibleName(tr("Differences"));
    m_model->retranslate();
    showFound();
}

} // namespace sagascope::ui
