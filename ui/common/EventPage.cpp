// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/EventPage.h"

#include <QBoxLayout>

#include "ui/common/TightLayout.h"

namespace sagascope::ui {
namespace {

constexpr int kWideEnough = 760;
constexpr int kLeastContent = 150; ///< a few members of a payload

} // namespace

EventPage::EventPage(QWidget* envelope, std::initializer_list<QWidget*> content, QWidget* parent) : QScrollArea(parent)
{
    auto* page = new QWidget;
    page->setObjectName(QStringLiteral("scrolled"));
    auto* right = new QWidget;
    right->setMinimumHeight(kLeastContent);
    auto* column = tightColumn(right);
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
    m_halves->addWidget(right, 1);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void EventPage::resizeEvent(QResizeEvent* event)
{
    const bool isWide = width() >= kWideEnough;
    m_halves->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_halves->setStretch(0, isWide ? 1 : 0);
    QScrollArea::resizeEvent(event);
}

} // namespace sagascope::ui
