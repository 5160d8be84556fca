// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/ConcernMark.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>

#include "ui/common/RuleText.h"

namespace sagascope::ui {
namespace {

constexpr int kPadding = 8; ///< as the style sheet has it, both sides together

} // namespace

ConcernMark::ConcernMark(QWidget* parent) : QPushButton(parent)
{
    setObjectName(QStringLiteral("concern"));
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
    connect(this, &QPushButton::clicked, this, [this] {
        if (m_event.isValid())
            Q_EMIT eventChosen(m_event);
    });
}

void ConcernMark::setFindings(const std::vector<saga::StoryFinding>& findings)
{
    base::RuleSet rules;
    for (const saga::StoryFinding& finding : findings)
        rules.set(std::size_t(finding.rule));
    const auto rule = tellingRule(rules);
    const auto told = std::find_if(findings.begin(), findings.end(), [&](const auto& finding) { return rule == finding.rule; });
    m_event = told == findings.end() || told->events.empty() ? base::EventIndex() : told->events.front();
    show(rule);
}

void ConcernMark::show(std::optional<base::Rule> rule)
{
    m_rule = rule;
    setVisible(rule.has_value());
    if (!rule)
        return;
    const bool isError = base::ruleSeverity(*rule) == base::Severity::Error;
    m_words = QStringLiteral("⚑ ") + ruleGist(*rule);
    setToolTip(ruleSentence(*rule) + QLatin1Char('\n') + tr("Click to see the event."));
    setAccessibleName(tr("Finding: %1").arg(ruleGist(*rule)));
    setAccessibleDescription(ruleSentence(*rule));
    const QString look = isError ? QStringLiteral("concern") : QStringLiteral("lesserConcern");
    if (objectName() != look) { // the style sheet looks at names when it polishes
        setObjectName(look);
        style()->unpolish(this);
        style()->polish(this);
    }
    updateGeometry();
    elide();
}

QSize ConcernMark::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_words) + kPadding + 2, QPushButton::sizeHint().height()};
}

QSize ConcernMark::minimumSizeHint() const
{
    return {60, QPushButton::minimumSizeHint().height()};
}

void ConcernMark::resizeEvent(QResizeEvent* event)
{
    QPushButton::resizeEvent(event);
    elide();
}

void ConcernMark::elide()
{
    setText(fontMetrics().elidedText(m_words, Qt::ElideRight, width() - kPadding));
}

void ConcernMark::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        show(m_rule);
}

} // namespace sagascope::ui
