// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSettings;
class QWidget;

namespace sagascope::ui {

/// Where a person left the handles of all splitters in `part` that have a name. A splitter that has found its place gets the
/// property "isRestored": nobody else is to share out its width then.
void restoreSplitters(QWidget& part, const QSettings& settings);
void saveSplitters(const QWidget& part, QSettings& settings);

} // namespace sagascope::ui
