// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace sagascope::ui {

/// The form from top to bottom: what is answered, the scrolling fields, messages, the publish bar. Takes them over.
[[nodiscard]] QWidget* composeForm(QWidget* reply, QWidget* fields, QWidget* messages, QWidget* bar);
/// Types on the left, form beside record, below them what was sent; the splitters have names, so their places are
/// remembered. Takes the parts over.
[[nodiscard]] QWidget* composeSplitters(QWidget* types, QWidget* form, QWidget* record, QWidget* sent);

} // namespace sagascope::ui
