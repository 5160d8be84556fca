// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/EventPage.h"

#include <QBoxLayout>
#include <QEvent>
#include <QScrollBar>

#include <algorithm>

#include "ui/common/TightLayout.h"

namespace sagascope::ui {
namespace {

constexpr int kWideEnough = 760;
constexpr int kLeastContent = 150; ///< a few members of a payload
constexpr int kMostNeeded = 240;   ///< a wider page is moved sideways where a small screen has no more

} // namespace

EventPage::EventPage(QWidget* envelope, std::initializer_list<QWidget*> content, QWidget* parent)
    : QScrollArea(parent), m_envelope(envelope), m_content(new QWidget)
{
    auto* page = new QWidget;
    page->setObjectName(QStringLiteral("scrolled"));
    m_content->setMinimumHeight(kLeastContent);
    auto* column = tightColumn(m_content);
    for (QWidget* part : content)
        column->addWidget(part, part == *(content.end() - 1) ? 1 : 0);
    column->addStretch();
    auto* left = tightColumn();
    left->addWidget(envelope);
    left->addStretch();
    m_halves = new QBoxLayout(QBoxLayout::TopToBottom, page);
    m_halves->setContentsMargins(0, 0, 0, 0);
    m_halves->setSpacing(0);
    m_halves->addLayout(left);
    m_halves->addWidget(m_content, 1);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
}

QSize EventPage::minimumSizeHint() const
{
    const int widest = std::max(m_envelope->minimumSizeHint().width(), m_content->minimumSizeHint().width());
    return {std::min(widest, kMostNeeded) + verticalScrollBar()->sizeHint().width(), QScrollArea::minimumSizeHint().height()};
}

// A scroll area does not say by itself that what it shows needs more room now.
bool EventPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

void EventPage::resizeEvent(QResizeEvent* event)
{
    const bool isWide = width() >= kWideEnough;
    m_halves->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_halves->setStretch(0, isWide ? 1 : 0);
    QScrollArea::resizeEvent(event);
}

} // namespace sagascope::ui
