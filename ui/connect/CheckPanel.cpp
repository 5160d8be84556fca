// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/CheckPanel.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "ui/connect/CheckWords.h"

namespace sagascope::ui {
namespace {

constexpr int kHeight = 190;

/// Told by a sign and a colour.
QLabel* signOf(CheckRow::State state)
{
    using State = CheckRow::State;
    const char16_t* sign = state == State::Passed ? u"✓" : state == State::Failed ? u"✗" : state == State::Running ? u"…" : u"·";
    auto* label = new QLabel(QString::fromUtf16(sign));
    label->setObjectName(state == State::Passed ? QStringLiteral("good")
                         : state == State::Failed ? QStringLiteral("danger") : QStringLiteral("muted"));
    label->setFixedWidth(16);
    return label;
}

QLabel* textOf(const CheckRow& row)
{
    auto* label = new QLabel(row.text);
    label->setObjectName(row.state == CheckRow::State::Failed ? QStringLiteral("danger")
                         : row.state == CheckRow::State::Waiting ? QStringLiteral("muted") : QString());
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setToolTip(row.detail.toHtmlEscaped());
    return label;
}

} // namespace

CheckPanel::CheckPanel(QWidget* parent) : QFrame(parent), m_verdict(new QLabel), m_area(new QScrollArea)
{
    setObjectName(QStringLiteral("panel"));
    m_verdict->setObjectName(QStringLiteral("panelTitle"));
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Steps of the connection test"));
    m_area->setFocusPolicy(Qt::TabFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 4, 8);
    column->setSpacing(6);
    column->addWidget(m_verdict);
    column->addWidget(m_area, 1);
    setFixedHeight(kHeight);
    hide();
    connect(&m_run, &CheckRun::changed, this, &CheckPanel::refresh);
}

void CheckPanel::start(const kafka::Profile& profile, const std::vector<std::string>& topics)
{
    m_run.start(profile, topics);
    show();
}

void CheckPanel::clear()
{
    m_run.stop();
    hide();
}

QString CheckPanel::verdict() const
{
    if (m_run.isRunning())
        return tr("Testing the connection…");
    const auto& steps = m_run.steps();
    const auto faults = std::count_if(steps.begin(), steps.end(), [](const kafka::CheckStep& step) { return !step.isPassed(); });
    if (faults > 0)
        return tr("%n problem(s) found", nullptr, int(faults));
    const bool isWhole = !steps.empty() && steps.back().stage == kafka::CheckStage::Permission;
    return isWhole ? tr("Everything works") : tr("Stopped");
}

void CheckPanel::refresh()
{
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("scrolled"));
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    int line = 0;
    QWidget* firstFault = nullptr;
    for (const CheckRow& row : checkRows(m_run.steps(), m_run.isRunning())) {
        QLabel* text = textOf(row);
        if (row.state == CheckRow::State::Failed && firstFault == nullptr)
            firstFault = text;
        grid->addWidget(signOf(row.state), line, 0, Qt::AlignTop);
        grid->addWidget(text, line++, 1);
    }
    grid->setRowStretch(line, 1);
    m_area->setWidget(content); // the one before goes
    m_verdict->setText(verdict());
    setAccessibleName(m_verdict->text());
    if (firstFault != nullptr) {
        content->adjustSize();
        m_area->ensureWidgetVisible(firstFault);
    }
    if (std::exchange(m_wasRunning, m_run.isRunning()) != m_run.isRunning())
        Q_EMIT runningChanged();
}

} // namespace sagascope::ui
