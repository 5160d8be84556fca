// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/theme/Theme.h"

class QApplication;

namespace sagascope::ui {

/// Theme and language of the whole program. Put on before the first widget is made, it costs each widget nothing; put on
/// later, every widget is dressed and worded a second time.
struct Look
{
    ThemeKind theme = ThemeKind::Dark;
    QString language; ///< empty: the system's

    /// As the window was left last time.
    [[nodiscard]] static Look remembered();
    void putOn(QApplication& app) const;
    /// What a person chose, for the next time. What the command line asked of one run is put on and never told here.
    static void remember(ThemeKind theme);
    static void remember(const QString& language);
};

} // namespace sagascope::ui
