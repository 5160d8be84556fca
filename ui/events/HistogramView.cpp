// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/HistogramView.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using namespace std::chrono_literals;

constexpr int kBarWidth = 5;
constexpr int kMargin = 8;

} // namespace

HistogramView::HistogramView(EventHistogram& histogram, ViewState& state, QWidget* parent)
    : QWidget(parent), m_histogram(histogram), m_state(state)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&histogram, &EventHistogram::changed, this, &HistogramView::take);
    connect(&state, &ViewState::timeFormatChanged, this, qOverload<>(&QWidget::update));
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

HistogramScale HistogramView::scale() const
{
    return {bars(), QRectF(kMargin, 4, std::max(0, width() - 2 * kMargin), height() - 4 - kRail - kAxis)};
}

void HistogramView::retranslate()
{
    setAccessibleName(tr("Events shown, over the time when the broker received them"));
    describe();
}

void HistogramView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HistogramView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_histogram.setMostBars(std::max(20, width() / kBarWidth));
}

// What somebody is choosing stays at its time while the bars move on; with bars of another width it is over.
void HistogramView::take()
{
    const bool isComparable = m_shownStep == bars().step && m_shownFrom != base::kNoTime && !bars().isEmpty();
    const std::int64_t shift = isComparable ? (m_shownFrom - bars().from) / m_shownStep : 0;
    for (std::optional<int>* place : {&m_cursor, &m_anchor}) {
        const std::int64_t moved = place->value_or(0) + shift;
        const bool isThere = isComparable && moved >= 0 && moved < std::int64_t(bars().bars.size());
        *place = *place && isThere ? std::optional(int(moved)) : std::nullopt;
    }
    m_shownFrom = bars().from;
    m_shownStep = bars().step;
    describe();
    update();
}

QString HistogramView::timeText(base::Timestamp time) const
{
    if (bars().step >= 24h)
        return m_state.formatDateTime(time).left(10);
    const int length = bars().step < 1s ? 12 : bars().step < 60s ? 8 : 5;
    const bool isLong = bars().step * std::int64_t(bars().bars.size()) > 24h;
    const QString day = isLong ? m_state.formatDateTime(time).mid(5, 6) : QString();
    return day + m_state.formatTime(time).left(length);
}

QString HistogramView::barText(int index) const
{
    const auto& bar = bars().bars[std::size_t(index)];
    QStringList lines{tr("%1 to %2").arg(timeText(scale().start(index)), timeText(scale().start(index + 1)))};
    lines << tr("%Ln event(s)", nullptr, int(bar.total()));
    const QStringList& domains = m_histogram.reading().domains;
    for (std::size_t category = 0; category < bar.counts.size(); ++category)
        if (bar.counts[category] > 0)
            lines << QStringLiteral("%1: %2").arg(domains.value(int(category), tr("others")), QLocale().toString(bar.counts[category]));
    if (m_watermark != base::kNoTime && m_watermark < scale().start(index))
        lines << tr("after the watermark: late events may still come");
    if (bar.marked > 0)
        lines << tr("%Ln with errors", nullptr, int(bar.marked));
    return lines.join(u'\n');
}

void HistogramView::describe()
{
    QString text = tr("Left and Right walk, Shift chooses several bars, Enter goes there or makes them the time window, Delete clears it.");
    if (m_cursor)
        text = barText(*m_cursor) + u'\n' + text;
    setAccessibleDescription(text);
}

bool HistogramView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString hint = tr("A click goes there, dragging chooses the time window, a double click clears it.");
    const QString bar = bars().isEmpty() ? QString() : barText(scale().barAt(help->pos().x())) + QStringLiteral("\n\n");
    QToolTip::showText(help->globalPos(), bar + hint, this);
    return true;
}

void HistogramView::paintEvent(QPaintEvent*)
{
    const Palette& colours = Theme::current().palette();
    QPainter painter(this);
    const HistogramScale where = scale();
    painter.setFont(Theme::current().small());
    if (bars().isEmpty()) {
        painter.setPen(colours.muted);
        painter.drawText(rect(), Qt::AlignCenter, tr("How many of the events shown came when, as soon as there are some"));
        return;
    }
    paintChosen(painter, where);
    paintBars(painter, where);
    painter.setPen(colours.line);
    painter.drawLine(QPointF(where.area.left(), where.area.bottom() + 0.5), QPointF(where.area.right(), where.area.bottom() + 0.5));
    paintErrors(painter, where);
    paintAxis(painter, where);
    paintWatermark(painter, where);
}

void HistogramView::setWatermark(base::Timestamp watermark)
{
    if (watermark == m_watermark)
        return;
    m_watermark = watermark;
    update();
}

// Where all has come up to the end, a line there would say nothing.
void HistogramView::paintWatermark(QPainter& painter, const HistogramScale& where) const
{
    if (m_watermark == base::kNoTime || m_watermark < where.from || m_watermark >= where.start(where.count - 1))
        return;
    painter.setPen(QPen(Theme::current().palette().text, 1, Qt::DashLine));
    const double x = std::round(where.xOf(m_watermark)) + 0.5;
    painter.drawLine(QPointF(x, where.area.top()), QPointF(x, where.area.bottom()));
}

void HistogramView::paintBars(QPainter& painter, const HistogramScale& where) const
{
    const Theme& theme = Theme::current();
    std::vector<QColor> colours;
    for (const QString& domain : m_histogram.reading().domains)
        colours.push_back(theme.domainColor(domain));
    for (const HistogramPart& part : histogramParts(bars(), where))
        painter.fillRect(part.rect, part.category < colours.size() ? colours[part.category] : theme.palette().muted);
}

// A diamond in a row of its own: errors are told by place and shape, not by colour alone.
void HistogramView::paintErrors(QPainter& painter, const HistogramScale& where) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::current().severityColor(base::Severity::Error));
    const double half = kRail / 2.0;
    for (int bar = 0; bar < where.count; ++bar) {
        if (bars().bars[std::size_t(bar)].marked == 0)
            continue;
        const QPointF centre(where.column(bar).center().x() - 0.5, where.area.bottom() + half + 1);
        const QPointF across(half, 0);
        const QPointF up(0, -half);
        painter.drawPolygon(QPolygonF({centre + up, centre + across, centre - up, centre - across}));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void HistogramView::paintChosen(QPainter& painter, const HistogramScale& where) const
{
    const Palette& colours = Theme::current().palette();
    if (!m_cursor)
        return;
    const auto [first, last] = std::minmax(*m_cursor, m_anchor.value_or(*m_cursor));
    const QRectF chosen = where.column(first) | where.column(last);
    if (m_anchor)
        painter.fillRect(chosen, mix(colours.panel, colours.accent, 0.28));
    if (hasFocus()) {
        painter.setPen(colours.accent);
        painter.drawRect(where.column(*m_cursor).adjusted(-1, -1, 0, 0));
    }
}

void HistogramView::paintAxis(QPainter& painter, const HistogramScale& where) const
{
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(timeText(where.from)) + 24;
    painter.setPen(Theme::current().palette().muted);
    for (const int bar : histogramTicks(where, width)) {
        const QRectF room(where.left(bar), height() - kAxis, width, kAxis);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, timeText(where.start(bar)));
    }
}

void HistogramView::goTo(int bar)
{
    const int filled = nearestFilled(bars(), bar);
    if (filled >= 0)
        Q_EMIT eventWanted(bars().bars[std::size_t(filled)].first);
}

void HistogramView::narrow()
{
    const TimeWindow window = scale().window(*m_cursor, *m_anchor);
    m_anchor.reset();
    m_state.setTimeWindow(window);
    update();
}

void HistogramView::widen()
{
    if (m_anchor)
        m_anchor.reset();
    else
        m_state.setTimeWindow({});
    update();
}

void HistogramView::walkTo(int bar, bool isChoosing)
{
    if (bars().isEmpty())
        return;
    const int last = int(bars().bars.size()) - 1;
    const int before = m_cursor.value_or(last);
    m_cursor = std::clamp(bar, 0, last);
    m_anchor = isChoosing ? std::optional(m_anchor.value_or(before)) : std::nullopt;
    describe();
    update();
}

void HistogramView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !bars().isEmpty()) {
        m_pressedAt = event->position().x();
        walkTo(scale().barAt(*m_pressedAt), false);
    }
}

void HistogramView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressedAt || !m_cursor)
        return;
    const double x = event->position().x();
    if (m_anchor || std::abs(x - *m_pressedAt) >= QApplication::startDragDistance() / 2.0)
        walkTo(scale().barAt(x), true);
}

void HistogramView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !std::exchange(m_pressedAt, std::nullopt) || !m_cursor)
        return;
    if (m_anchor)
        narrow();
    else
        goTo(*m_cursor);
}

void HistogramView::mouseDoubleClickEvent(QMouseEvent*)
{
    m_state.setTimeWindow({});
}

void HistogramView::keyPressEvent(QKeyEvent* event)
{
    const int last = int(bars().bars.size()) - 1;
    const bool isChoosing = event->modifiers().testFlag(Qt::ShiftModifier);
    const int from = m_cursor.value_or(last);
    switch (event->key()) {
    case Qt::Key_Left: walkTo(m_cursor ? from - 1 : last, isChoosing); break;
    case Qt::Key_Right: walkTo(m_cursor ? from + 1 : last, isChoosing); break;
    case Qt::Key_Home: walkTo(0, isChoosing); break;
    case Qt::Key_End: walkTo(last, isChoosing); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_cursor)
            m_anchor ? narrow() : goTo(*m_cursor);
        break;
    case Qt::Key_Escape:
    case Qt::Key_Delete: widen(); break;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace sagascope::ui
