// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>
#include <QSize>
#include <QString>

#include <chrono>
#include <vector>

#include "core/base/Result.h"
#include "core/session/Snapshot.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

class MainWindow;

struct ScreenshotPlan
{
    QString directory; ///< created when it is not there
    QSize size{1280, 800};
    std::vector<ThemeKind> themes{ThemeKind::Dark, ThemeKind::Light};
    std::chrono::milliseconds patience{10'000}; ///< for one room to settle
};

/// Saves `<room>-<theme>.png` for every room and gives the file names. The window shows a session already; a saga that
/// has something to tell is selected first. GUI thread, event loop running; works offscreen.
[[nodiscard]] QCoro::Task<base::Result<std::vector<QString>>> takeScreenshots(MainWindow& window, ScreenshotPlan plan);

/// The saga that shows most: compensated before other ends, then the one with most events. Invalid when there is none.
[[nodiscard]] base::SagaId tellingSaga(const session::Snapshot& snapshot);

} // namespace sagascope::ui
