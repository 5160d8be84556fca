// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>

#include <functional>

class QPainter;

namespace sagascope::ui {

/// The whole saga as one view shows it, whatever part of it is on screen, ready to paint. Holds all that it needs; any
/// thread, in the colours of that thread's theme (see ThemeScope).
struct SagaPicture
{
    QSizeF size; ///< empty when there is nothing to show
    std::function<void(QPainter&)> paint;
    bool isCut = false; ///< the saga goes on where the picture ends
};

/// Makes a picture, which may take a while; any thread. Empty where a view has none.
using PictureSource = std::function<SagaPicture()>;

} // namespace sagascope::ui
