// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/ChartView.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <array>

#include "core/base/Hash.h"
#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kLeft = 62; // room for the labels of the value axis
constexpr int kRight = 16;
constexpr int kTop = 12;
constexpr int kBottom = 26;
constexpr int kPixelsPerTimeTick = 90;
constexpr int kPixelsPerValueTick = 44;

} // namespace

ChartView::ChartView(const ViewState& state, ValueScale scale, QWidget* parent)
    : QChartView(new QChart, parent),
      m_state(state),
      m_scale(scale),
      m_valueText([](double value) { return QLocale().toString(value); }),
      m_timeAxis(new QValueAxis),
      m_valueAxis(new QValueAxis)
{
    setupAxes();
    setFrameShape(NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(112);
    applyTheme();
    connect(&Theme::current(), &Theme::changed, this, &ChartView::applyTheme);
    connect(&m_state, &ViewState::timeFormatChanged, this, [this] { viewport()->update(); });
}

void ChartView::setupAxes()
{
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->addAxis(m_timeAxis, Qt::AlignBottom);
    chart()->addAxis(m_valueAxis, Qt::AlignLeft);
    for (QValueAxis* axis : {m_timeAxis, m_valueAxis}) {
        axis->setLabelsVisible(false);
        axis->setGridLineVisible(false);
        axis->setLineVisible(false);
        axis->setVisible(false);
    }
    m_ticks = valueTicks(1, 4, m_scale);
    updateAxes();
}

void ChartView::applyTheme()
{
    m_labelFont = Theme::current().monospace();
    m_labelFont.setPixelSize(11);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    for (const Curve& curve : m_curves)
        if (const auto series = m_series.find(curve.name); series != m_series.end())
            series->second->setPen(QPen(colorOf(curve), 1.6));
    resetCachedContent();
    viewport()->update();
}

void ChartView::setScale(ValueScale scale)
{
    m_scale = scale;
}

void ChartView::setValueText(std::function<QString(double)> text)
{
    m_valueText = std::move(text);
    viewport()->update();
}

void ChartView::setThresholds(std::vector<Threshold> thresholds)
{
    m_thresholds = std::move(thresholds);
}

void ChartView::setCurves(std::vector<Curve> curves, std::int64_t from, std::int64_t to)
{
    m_curves = std::move(curves);
    m_from = from;
    m_to = to;
    if (m_cursor && (*m_cursor < from || *m_cursor > to))
        m_cursor.reset();
    updateSeries();
    updateAxes();
    viewport()->update();
    Q_EMIT cursorMoved();
}

void ChartView::updateSeries()
{
    for (auto entry = m_series.begin(); entry != m_series.end();) {
        const bool isGone = std::none_of(m_curves.begin(), m_curves.end(),
                                         [&](const Curve& curve) { return curve.name == entry->first; });
        if (isGone)
            delete entry->second; // the chart lets go of it
        entry = isGone ? m_series.erase(entry) : std::next(entry);
    }
    for (const Curve& curve : m_curves) {
        QLineSeries*& series = m_series[curve.name];
        if (!series) {
            series = new QLineSeries;
            chart()->addSeries(series);
            series->attachAxis(m_timeAxis);
            series->attachAxis(m_valueAxis);
        }
        series->setPen(QPen(colorOf(curve), 1.6));
        QList<QPointF> points;
        points.reserve(qsizetype(curve.points.size()));
        for (const Curve::Point& point : curve.points)
            points.append({double(point.time), scaled(point.value, m_scale)});
        series->replace(points);
    }
}

void ChartView::updateAxes()
{
    double highest = 0;
    for (const Curve& curve : m_curves)
        for (const Curve::Point& point : curve.points)
            highest = std::max(highest, point.value);
    const int height = std::max(1, viewport()->height() - kTop - kBottom);
    m_ticks = valueTicks(highest, std::max(3, height / kPixelsPerValueTick + 1), m_scale);
    m_timeAxis->setRange(double(m_from), double(std::max(m_to, m_from + 1)));
    m_valueAxis->setRange(0, scaled(m_ticks.back(), m_scale));
    const QRectF plot(kLeft, kTop, std::max(10, viewport()->width() - kLeft - kRight), std::max(10, height));
    if (chart()->plotArea() != plot)
        chart()->setPlotArea(plot);
}

void ChartView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    updateAxes();
}

QColor ChartView::colorOf(const Curve& curve) const
{
    switch (curve.hue) {
    case Curve::Hue::Domain:
        return Theme::current().domainColor(curve.domain);
    case Curve::Hue::State:
        return Theme::current().stateColor(curve.state);
    case Curve::Hue::Series:
        break;
    }
    return seriesColor(curve.name);
}

// Groups are named after services: a group has its service's domain colour where there is one.
QColor ChartView::seriesColor(const QString& name) const
{
    static const std::array kDomains{QStringLiteral("user"),    QStringLiteral("auth"), QStringLiteral("voyage"),
                                     QStringLiteral("payment"), QStringLiteral("ai"),   QStringLiteral("notification"),
                                     QStringLiteral("gdpr")};
    for (const QString& part : name.split(QLatin1Char('-')))
        if (std::find(kDomains.begin(), kDomains.end(), part) != kDomains.end())
            return Theme::current().domainColor(part);
    return Theme::current().domainColor(name);
}

std::optional<double> ChartView::shownValue(const Curve& curve) const
{
    if (curve.points.empty())
        return std::nullopt;
    if (!m_cursor)
        return curve.points.back().value;
    const auto after = std::upper_bound(curve.points.begin(), curve.points.end(), *m_cursor,
                                        [](std::int64_t time, const Curve::Point& p) { return time < p.time; });
    return after == curve.points.begin() ? std::nullopt : std::optional(std::prev(after)->value);
}

double ChartView::xOf(std::int64_t time) const
{
    const QRectF plot = chart()->plotArea();
    return plot.left() + plot.width() * double(time - m_from) / double(std::max<std::int64_t>(m_to - m_from, 1));
}

double ChartView::yOf(double value) const
{
    const QRectF plot = chart()->plotArea();
    return plot.bottom() - plot.height() * scaled(value, m_scale) / scaled(m_ticks.back(), m_scale);
}

QString ChartView::timeText(std::int64_t time) const
{
    const QString full = m_state.formatTime(base::fromUnixMilliseconds(time)); // HH:mm:ss.zzz
    return full.left(m_to - m_from > 10 * 60 * 1000 ? 5 : 8);
}

void ChartView::drawBackground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawBackground(painter, rect);
    drawGrid(painter);
    drawThresholds(painter);
}

void ChartView::drawGrid(QPainter* painter) const
{
    const Palette& colours = Theme::current().palette();
    const QRectF plot = chart()->plotArea();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setFont(m_labelFont);
    for (const double tick : m_ticks) {
        const double y = std::round(yOf(tick));
        painter->setPen(colours.grid);
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter->setPen(colours.muted);
        painter->drawText(QRectF(0, y - 8, kLeft - 8, 16), Qt::AlignRight | Qt::AlignVCenter, m_valueText(tick));
    }
    const std::int64_t offset =
        m_state.isUtc() ? 0 : QDateTime::fromMSecsSinceEpoch(m_to).offsetFromUtc() * std::int64_t(1000);
    for (const std::int64_t tick : timeTicks(m_from, m_to, int(plot.width()) / kPixelsPerTimeTick, offset)) {
        const double x = std::round(xOf(tick));
        painter->setPen(colours.grid);
        painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        painter->setPen(colours.muted);
        const QRectF label(x - 40, plot.bottom() + 5, 80, 16);
        if (label.right() <= viewport()->width() + 12)
            painter->drawText(label, Qt::AlignCenter, timeText(tick));
    }
}

void ChartView::drawThresholds(QPainter* painter) const
{
    const QRectF plot = chart()->plotArea();
    QPen pen(Theme::current().palette().danger, 1, Qt::DashLine);
    pen.setDashPattern({4, 3});
    painter->setFont(Theme::current().small());
    for (const Threshold& threshold : m_thresholds) {
        if (threshold.value > m_ticks.back())
            continue;
        const double y = std::round(yOf(threshold.value));
        painter->setPen(pen);
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter->drawText(QRectF(plot.right() - 200, y - 17, 196, 16), Qt::AlignRight | Qt::AlignBottom,
                          threshold.label);
    }
}

void ChartView::drawForeground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawForeground(painter, rect);
    const Palette& colours = Theme::current().palette();
    const QRectF plot = chart()->plotArea();
    painter->setRenderHint(QPainter::Antialiasing, false);
    if (hasFocus()) {
        painter->setPen(colours.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(viewport()->rect()).adjusted(2, 2, -3, -3));
    }
    if (!m_cursor)
        return;
    const double x = std::round(xOf(*m_cursor));
    painter->setPen(QPen(colours.muted, 1, Qt::DotLine));
    painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    QRectF label(x - 34, plot.bottom() + 4, 68, 18);
    painter->setPen(colours.line);
    painter->setBrush(colours.raised);
    painter->drawRect(label);
    painter->setPen(colours.text);
    painter->setFont(m_labelFont);
    painter->drawText(label, Qt::AlignCenter, m_state.formatTime(base::fromUnixMilliseconds(*m_cursor)).left(8));
}

void ChartView::setCursorTime(std::optional<std::int64_t> time)
{
    if (time == m_cursor)
        return;
    m_cursor = time;
    viewport()->update();
    Q_EMIT cursorMoved();
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    QChartView::mouseMoveEvent(event);
    const QRectF plot = chart()->plotArea();
    if (!plot.contains(event->position()) || m_curves.empty())
        return setCursorTime(std::nullopt);
    const double share = (event->position().x() - plot.left()) / plot.width();
    setCursorTime(m_from + std::int64_t(share * double(m_to - m_from)));
}

void ChartView::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    setCursorTime(std::nullopt);
}

void ChartView::moveCursorBy(int steps)
{
    if (m_to <= m_from)
        return;
    const std::int64_t step = std::max<std::int64_t>((m_to - m_from) / 60, 1);
    setCursorTime(std::clamp(m_cursor.value_or(m_to) + steps * step, m_from, m_to));
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursorBy(-1);
    case Qt::Key_Right:
        return moveCursorBy(1);
    case Qt::Key_Escape:
        return setCursorTime(std::nullopt);
    default:
        QChartView::keyPressEvent(event);
    }
}

} // namespace sagascope::ui
