// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>
#include <QStringList>

#include "ui/sagas/StepsModel.h"

class QPainter;

namespace sagascope::ui {

/// The Steps view as a picture of its own: the table in full, with its notes (rich or plain text) above and below. GUI
/// thread.
[[nodiscard]] QSizeF stepsPictureSize(const StepsModel& model, const QStringList& notes);
void paintStepsPicture(QPainter& painter, const StepsModel& model, const QStringList& notes);

} // namespace sagascope::ui
