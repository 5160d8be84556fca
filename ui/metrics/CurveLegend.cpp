// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/CurveLegend.h"

#include <QPainter>

#include "ui/metrics/ChartView.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kMargin = 12;
constexpr int kLine = 20;
constexpr int kDot = 8;
constexpr int kSpace = 6;
constexpr int kBetween = 14;
constexpr int kMostLines = 2;
constexpr int kMostName = 200;

} // namespace

CurveLegend::CurveLegend(const ChartView& chart, QWidget* parent) : QWidget(parent), m_chart(chart)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&chart, &ChartView::cursorMoved, this, &CurveLegend::update);
    connect(&Theme::current(), &Theme::changed, this, &CurveLegend::update);
}

void CurveLegend::update()
{
    QStringList names;
    for (const Curve& curve : m_chart.curves())
        names << curve.name;
    if (names != m_names) {
        m_names = names;
        updateGeometry();
    }
    QWidget::update();
}

// Widths are reserved for wide values, so that the entries don't dance while the numbers change.
std::vector<CurveLegend::Entry> CurveLegend::entries(int width) const
{
    std::vector<Entry> entries;
    const QFontMetrics names(Theme::current().small());
    const QFontMetrics values(Theme::current().monospace());
    int x = kMargin;
    int y = 0;
    for (const Curve& curve : m_chart.curves()) {
        Entry entry{m_chart.colorOf(curve), names.elidedText(curve.name, Qt::ElideMiddle, kMostName), {}, {}};
        const auto value = m_chart.shownValue(curve);
        entry.value = value ? m_chart.valueText(*value) : QStringLiteral("–");
        const int wide =
            std::max(values.horizontalAdvance(entry.value), values.horizontalAdvance(QStringLiteral("00000")));
        const int entryWidth = kDot + kSpace + names.horizontalAdvance(entry.name) + kSpace + wide;
        if (x > kMargin && x + entryWidth > width - kMargin) {
            x = kMargin;
            y += kLine;
        }
        entry.rect = QRect(x, y, entryWidth, kLine);
        x += entryWidth + kBetween;
        entries.push_back(entry);
    }
    return entries;
}

int CurveLegend::heightForWidth(int width) const
{
    const auto all = entries(width);
    const int lines = all.empty() ? 1 : all.back().rect.top() / kLine + 1;
    return std::min(lines, kMostLines) * kLine + 4;
}

QSize CurveLegend::sizeHint() const
{
    return {300, heightForWidth(std::max(width(), 300))};
}

QSize CurveLegend::minimumSizeHint() const
{
    return {100, kLine + 4};
}

void CurveLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Palette& colours = Theme::current().palette();
    QStringList described;
    for (const Entry& entry : entries(width())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(entry.colour);
        painter.drawRoundedRect(QRectF(entry.rect.left(), entry.rect.center().y() - 1, kDot, 3), 1.5, 1.5);
        const QRect texts = entry.rect.adjusted(kDot + kSpace, 0, 0, 0);
        painter.setPen(colours.muted);
        painter.setFont(Theme::current().small());
        painter.drawText(texts, Qt::AlignLeft | Qt::AlignVCenter, entry.name);
        painter.setPen(colours.text);
        const int nameWidth = painter.fontMetrics().horizontalAdvance(entry.name);
        painter.setFont(Theme::current().monospace());
        painter.drawText(texts.adjusted(nameWidth + kSpace, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, entry.value);
        described << QStringLiteral("%1 %2").arg(entry.name, entry.value);
    }
    setAccessibleName(described.join(QStringLiteral(", ")));
}

} // namespace sagascope::ui
