// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/FindingList.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "ui/common/CodeText.h"
#include "ui/common/RuleText.h"
#include "ui/common/Separator.h"

namespace sagascope::ui {
namespace {

QLabel* label(const QString& text, const char* objectName)
{
    auto* made = new QLabel(text);
    made->setObjectName(QLatin1StringView(objectName));
    made->setTextFormat(Qt::PlainText);
    return made;
}

const char* severityObject(base::Severity severity)
{
    switch (severity) {
    case base::Severity::Error: return "danger";
    case base::Severity::Warning: return "warning";
    case base::Severity::Info: break;
    }
    return "muted";
}

} // namespace

FindingList::FindingList(QWidget* parent)
    : QScrollArea(parent), m_content(new QWidget), m_column(new QVBoxLayout(m_content))
{
    m_content->setObjectName(QStringLiteral("scrolled"));
    m_column->setContentsMargins(12, 8, 12, 8);
    m_column->setSpacing(8);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setWidget(m_content);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Findings"));
}

void FindingList::setFindings(std::vector<Finding> findings, const QString& textWhenEmpty)
{
    // What became of the saga is what people came for; how its events are written comes after it.
    const auto rank = [](const Finding& finding) {
        return std::pair(base::ruleSeverity(finding.rule), -tellingRank(finding.rule));
    };
    std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) { return rank(a) > rank(b); });
    if (findings == m_findings && textWhenEmpty == m_textWhenEmpty)
        return;
    m_findings = std::move(findings);
    m_textWhenEmpty = textWhenEmpty;
    rebuild();
}

void FindingList::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

void FindingList::setCurrentEvent(base::EventIndex event)
{
    if (m_current == event)
        return;
    m_current = event;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        nameButton(i);
}

void FindingList::rebuild()
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // one of its buttons may be what asked for this
        }
        delete item;
    }
    m_buttons.clear();
    for (std::size_t i = 0; i < m_findings.size(); ++i) {
        QWidget* box = entry(m_findings[i]);
        m_buttons.push_back(m_findings[i].events.empty() ? nullptr : showButton(i));
        if (m_buttons.back() != nullptr) {
            static_cast<QVBoxLayout*>(box->layout())->addWidget(m_buttons.back(), 0, Qt::AlignLeft);
            nameButton(i);
        }
        m_column->addWidget(box);
    }
    if (m_findings.empty()) {
        auto* empty = label(m_textWhenEmpty, "muted");
        empty->setWordWrap(true);
        m_column->addWidget(empty);
    }
    m_column->addStretch(1);
}

QWidget* FindingList::entry(const Finding& finding)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    const base::Severity severity = base::ruleSeverity(finding.rule);
    head->addWidget(label(QStringLiteral("● ") + severityLabel(severity), severityObject(severity)));
    head->addWidget(label(ruleLabel(finding.rule), "panelTitle"));
    head->addStretch(1);
    column->addLayout(head);
    if (!finding.detail.isEmpty()) {
        auto* detail = label(finding.detail, "mono");
        detail->setWordWrap(true);
        detail->setMinimumWidth(1); // a long name is cut by itself, not the sentences below it
        detail->setToolTip(finding.detail);
        detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(detail);
    }
    auto* sentence = label(ruleSentence(finding.rule), "muted");
    sentence->setWordWrap(true);
    column->addWidget(sentence);
    return box;
}

QPushButton* FindingList::showButton(std::size_t finding)
{
    auto* button = new QPushButton;
    button->setObjectName(QStringLiteral("link"));
    connect(button, &QPushButton::clicked, this, [this, finding] {
        const Finding& shown = m_findings[finding];
        Q_EMIT eventActivated(shown.events[nextOf(shown)]);
    });
    return button;
}

/// The place of the event after the current one; of the first when the current one is not among them.
std::size_t FindingList::nextOf(const Finding& finding) const
{
    const auto current = std::find(finding.events.begin(), finding.events.end(), m_current);
    if (current == finding.events.end())
        return 0;
    return std::size_t(current - finding.events.begin() + 1) % finding.events.size();
}

void FindingList::nameButton(std::size_t finding)
{
    QPushButton* button = m_buttons[finding];
    if (button == nullptr)
        return;
    const Finding& shown = m_findings[finding];
    const bool isOnlyOne = shown.events.size() == 1;
    button->setVisible(!isOnlyOne || shown.events.front() != m_current);
    button->setText(isOnlyOne ? tr("Show the event") : tr("Show event %1 of %2").arg(nextOf(shown) + 1).arg(shown.events.size()));
    button->setAccessibleName(QStringLiteral("%1, %2").arg(ruleLabel(shown.rule), button->text()));
}

} // namespace sagascope::ui
