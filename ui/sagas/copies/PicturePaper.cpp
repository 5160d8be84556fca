// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/copies/PicturePaper.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/common/StateMark.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr double kMargin = 16;
constexpr double kHead = 60;
constexpr double kMark = 22;
constexpr double kWidestHead = 2000; ///< a key may be any length; a picture may not

} // namespace

PicturePaper::PicturePaper(PictureHead head, SagaPicture picture) : m_head(std::move(head)), m_picture(std::move(picture))
{
    m_subtitle = Theme::current().small();
    m_title = m_subtitle;
    m_title.setPixelSize(15);
    m_title.setBold(true);
}

double PicturePaper::headWidth() const
{
    const double title = QFontMetricsF(m_title).horizontalAdvance(m_head.title) + kMark;
    const double subtitle = QFontMetricsF(m_subtitle).horizontalAdvance(m_head.subtitle);
    return std::min(kWidestHead, std::max(title, subtitle) + 2 * kMargin);
}

QSizeF PicturePaper::size() const
{
    return {std::ceil(std::max(headWidth(), m_picture.size.width())), std::ceil(kHead + m_picture.size.height())};
}

double PicturePaper::fittingScale(const QSizeF& size, double maxPixels)
{
    constexpr double kSharp = 2;
    const double byArea = std::sqrt(maxPixels / std::max(1.0, size.width() * size.height()));
    const double bySide = kMaxSide / std::max({1.0, size.width(), size.height()});
    return std::min({kSharp, byArea, bySide});
}

PicturePaper::Pixels PicturePaper::toPixels(double maxPixels) const
{
    Pixels pixels;
    pixels.scale = fittingScale(size(), maxPixels);
    pixels.image = QImage((size() * pixels.scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    if (pixels.image.isNull())
        return pixels;
    QPainter painter(&pixels.image);
    painter.scale(pixels.scale, pixels.scale);
    paint(painter);
    return pixels;
}

bool PicturePaper::toSvg(QIODevice& device) const
{
    QSvgGenerator svg;
    svg.setOutputDevice(&device);
    svg.setResolution(96); // Qt's pixels are those of CSS
    svg.setSize(size().toSize());
    svg.setViewBox(QRectF(QPointF(), size()));
    svg.setTitle(m_head.title);
    svg.setDescription(m_head.subtitle);
    QPainter painter;
    if (!painter.begin(&svg))
        return false;
    paint(painter);
    return painter.end();
}

void PicturePaper::paint(QPainter& painter) const
{
    const ThemeScope paper(ThemeKind::Light);
    const Palette& colours = Theme::current().palette();
    const double width = size().width();
    const double room = width - 2 * kMargin;
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(QRectF(QPointF(), size()), colours.panel);
    paintStateMark(painter, QPointF(kMargin + 6, 21), 12, m_head.state);
    painter.setFont(m_title);
    painter.setPen(colours.text);
    painter.drawText(QRectF(kMargin + kMark, 10, room - kMark, 22), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(m_title).elidedText(m_head.title, Qt::ElideMiddle, room - kMark));
    painter.setFont(m_subtitle);
    painter.setPen(colours.muted);
    painter.drawText(QRectF(kMargin, 34, room, 18), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(m_subtitle).elidedText(m_head.subtitle, Qt::ElideRight, room));
    painter.fillRect(QRectF(0, kHead - 1, width, 1), colours.line);
    painter.translate(0, kHead);
    m_picture.paint(painter);
}

} // namespace sagascope::ui
