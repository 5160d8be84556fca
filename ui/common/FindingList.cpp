// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/FindingList.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

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
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return base::ruleSeverity(a.rule) > base::ruleSeverity(b.rule);
    });
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

void FindingList::rebuild()
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Finding& finding : m_findings)
        m_column->addWidget(entry(finding));
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
        detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(detail);
    }
    auto* sentence = label(ruleSentence(finding.rule), "muted");
    sentence->setWordWrap(true);
    column->addWidget(sentence);
    if (!finding.events.empty()) {
        auto* show = new QPushButton(tr("Show %n event(s)", nullptr, int(finding.events.size())));
        show->setObjectName(QStringLiteral("link"));
        connect(show, &QPushButton::clicked, this, [this, first = finding.events.front()] { Q_EMIT eventActivated(first); });
        column->addWidget(show, 0, Qt::AlignLeft);
    }
    return box;
}

} // namespace sagascope::ui
