// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QImage>
#include <QString>

#include "core/saga/Saga.h"
#include "ui/sagas/SagaPicture.h"

class QIODevice;

namespace sagascope::ui {

/// What stands above a picture, so that it says by itself what it shows.
struct PictureHead
{
    saga::SagaState state = saga::SagaState::Running;
    QString title;    ///< definition and key
    QString subtitle; ///< state, time range, and the moment that it speaks of
};

/// A saga's picture as it leaves the program: a head above what the view shows, in the light theme, since tickets and
/// documents are white, whatever the window looks like. Any thread.
class PicturePaper
{
public:
    PicturePaper(PictureHead head, SagaPicture picture);

    [[nodiscard]] QSizeF size() const; ///< at scale 1

    struct Pixels
    {
        QImage image; ///< null when there is no memory for it
        double scale = 2;
    };
    /// Twice as many pixels as on screen, fewer where the picture would be too large.
    [[nodiscard]] Pixels toPixels(double maxPixels = kMaxPixels) const;
    /// The scale at which a picture of this size stays within `maxPixels` and kMaxSide.
    [[nodiscard]] static double fittingScale(const QSizeF& size, double maxPixels = kMaxPixels);
    /// False when the device takes no more.
    [[nodiscard]] bool toSvg(QIODevice& device) const;

    static constexpr double kMaxPixels = 40e6;  ///< 160 MB while it is painted
    static constexpr double kMaxCopied = 8e6;  ///< on the clipboard, from where other programs ask the GUI thread for it
    static constexpr double kMaxSide = 32'000; ///< the painter's coordinates end soon after

private:
    void paint(QPainter& painter) const;
    [[nodiscard]] double headWidth() const;

    PictureHead m_head;
    SagaPicture m_picture;
    QFont m_title;
    QFont m_subtitle;
};

} // namespace sagascope::ui
