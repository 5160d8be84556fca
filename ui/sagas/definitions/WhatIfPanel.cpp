// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/WhatIfPanel.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QSet>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/sagas/population/PopulationText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kMemberRole = Qt::UserRole;

QString exampleText(const WhatIfLine::Example& example)
{
    if (!example.before || !example.after)
        return example.key;
    return QStringLiteral("%1 · %2 → %3").arg(example.key, stateLabel(*example.before), stateLabel(*example.after));
}

} // namespace

WhatIfPanel::WhatIfPanel(ViewState& state, QWidget* parent)
    : Panel({}, parent), m_state(state), m_sentence(new QLabel), m_lines(new QTreeWidget), m_progress(new QProgressBar),
      m_cancel(new QToolButton), m_again(new QToolButton)
{
    m_progress->setRange(0, 100);
    m_progress->setFixedWidth(140);
    for (QWidget* action : std::initializer_list<QWidget*>{m_progress, m_cancel, m_again})
        addAction(action);
    setupBody();
    connect(m_cancel, &QToolButton::clicked, &m_feed, &WhatIfFeed::cancel);
    connect(m_again, &QToolButton::clicked, this, &WhatIfPanel::againWanted);
    connect(&m_feed, &WhatIfFeed::changed, this, &WhatIfPanel::show);
    connect(&m_state, &ViewState::snapshotChanged, this, [this] {
        if (isVisible() && m_question == Question::Unchanged) // it says how many sagas there are
            m_sentence->setText(sentenceOf());
    });
    connect(&m_state, &ViewState::sessionReplaced, &m_feed, &WhatIfFeed::forget);
    retranslate();
}

void WhatIfPanel::setupBody()
{
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_sentence->setContentsMargins(12, 6, 12, 6);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_lines->setHeaderHidden(true);
    m_lines->setColumnCount(1);
    m_lines->setUniformRowHeights(true);
    m_lines->setExpandsOnDoubleClick(false);
    auto* column = columnBody();
    column->addWidget(m_sentence);
    column->addWidget(m_lines, 1);
    column->addStretch(0);
    setFocusProxy(m_lines);
    connect(m_lines, &QTreeWidget::itemActivated, this, &WhatIfPanel::open);
    connect(m_lines, &QTreeWidget::itemClicked, this, &WhatIfPanel::open);
}

void WhatIfPanel::setQuestion(Question question)
{
    m_question = question;
    if (question != Question::Asked)
        m_feed.forget();
    show();
}

QString WhatIfPanel::sentence() const
{
    return m_sentence->text();
}

QString WhatIfPanel::sentenceOf() const
{
    switch (m_question) {
    case Question::NothingOpen: return tr("Choose a definition on the left, or make a new one.");
    case Question::Unchanged: return tr("Nothing is changed. What you change is tried at once on the %Ln recorded saga(s).", nullptr, int(m_state.snapshot()->counts.sagas));
    case Question::Faulty: return tr("As soon as the definition has no fault, it is tried on the recorded sagas.");
    case Question::NoTraffic: return tr("There is no traffic to try the change on. Connect to a cluster, open a file of JSON lines or start the demo.");
    case Question::Asked: break;
    }
    if (m_feed.isCancelled())
        return tr("The comparison was cancelled.");
    if (m_feed.answer())
        return whatIfSentence(*m_feed.answer());
    return tr("The change is tried on the %Ln recorded saga(s) …", nullptr, int(m_state.snapshot()->counts.sagas));
}

void WhatIfPanel::show()
{
    const bool isAsked = m_question == Question::Asked;
    const bool isComputing = isAsked && m_feed.isBusy();
    m_progress->setVisible(isComputing && m_feed.percentDone() < 100);
    m_progress->setValue(m_feed.percentDone());
    m_cancel->setVisible(isComputing);
    m_again->setVisible(isAsked && m_feed.isCancelled());
    m_sentence->setText(sentenceOf());
    const auto& answer = m_feed.answer();
    m_lines->setVisible(isAsked && answer && !answer->isNothing());
    // While another answer is on its way, the one before stands back.
    m_lines->setEnabled(!isComputing);
    setSubtitle(answer && m_feed.asked() ? tr("%1 sagas as of %2").arg(countText(answer->sagasBefore), m_state.formatTime(m_feed.asked()->takenAt)) : QString());
    if (answer != m_shown) {
        m_shown = answer;
        showLines();
    }
}

void WhatIfPanel::showLines()
{
    QSet<QString> open;
    for (int i = 0; i < m_lines->topLevelItemCount(); ++i)
        if (m_lines->topLevelItem(i)->isExpanded())
            open.insert(m_lines->topLevelItem(i)->text(0));
    m_lines->clear();
    if (!m_shown)
        return;
    for (const WhatIfLine& line : whatIfLines(*m_shown, *m_feed.asked())) {
        auto* item = new QTreeWidgetItem(m_lines, {line.text});
        for (const WhatIfLine::Example& example : line.examples) {
            auto* child = new QTreeWidgetItem(item, {exampleText(example)});
            child->setData(0, kMemberRole, example.event.value);
            child->setToolTip(0, tr("Enter or a click shows it in the list"));
            child->setFont(0, Theme::current().monospace());
        }
        if (line.count > line.examples.size() && !line.examples.empty()) {
            auto* rest = new QTreeWidgetItem(item, {tr("and %1 more").arg(countText(line.count - line.examples.size()))});
            rest->setDisabled(true);
        }
        item->setExpanded(open.contains(line.text));
    }
}

void WhatIfPanel::open(QTreeWidgetItem* item)
{
    const QVariant member = item->data(0, kMemberRole);
    if (member.isValid())
        Q_EMIT opened(base::EventIndex(member.toUInt()));
    else
        item->setExpanded(!item->isExpanded());
}

void WhatIfPanel::changeEvent(QEvent* event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WhatIfPanel::retranslate()
{
    setTitle(tr("What this would change"));
    m_lines->setAccessibleName(tr("What this would change"));
    m_progress->setAccessibleName(tr("Progress of the comparison"));
    m_cancel->setText(tr("Cancel"));
    m_again->setText(tr("Compare again"));
    show();
    showLines();
}

} // namespace sagascope::ui
