// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/GraphLegend.h"

#include <QPainter>

#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kSample = 26;
constexpr int kHeight = 26;
constexpr int kMargin = 12;

} // namespace

GraphLegend::GraphLegend(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void GraphLegend::setEntries(std::vector<Entry> entries)
{
    m_entries = std::move(entries);
    QStringList words;
    for (const auto& [style, text] : m_entries)
        words << text;
    setAccessibleName(tr("Strokes: %1").arg(words.join(QStringLiteral(", "))));
    update();
}

QSize GraphLegend::sizeHint() const
{
    return {100, kHeight};
}

void GraphLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::current().small());
    int x = kMargin;
    for (const auto& [style, text] : m_entries) {
        const int width = painter.fontMetrics().horizontalAdvance(text);
        if (x + kSample + 6 + width > this->width())
            return;
        const double middle = height() / 2.0;
        GraphPainter::paintSample(painter, {double(x), middle, double(x + kSample), middle}, style);
        x += kSample + 6;
        painter.setPen(Theme::current().palette().muted);
        painter.drawText(QRect(x, 0, width + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, text);
        x += width + 16;
    }
}

} // namespace sagascope::ui
