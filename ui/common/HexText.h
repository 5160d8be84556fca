// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <string_view>

namespace sagascope::ui {

/// `7b 22 69`, in lower case.
[[nodiscard]] QString hexOf(std::string_view bytes);
/// ASCII, a dot for every byte that is none or cannot be seen.
[[nodiscard]] QString printableOf(std::string_view bytes);
/// Lines of so many bytes with offsets, counted from `from`, and the printable characters beside.
[[nodiscard]] QString hexDump(std::string_view bytes, std::size_t from = 0, std::size_t bytesPerLine = 16);
/// Whether the bytes are UTF-8 without a zero, which is what can be shown as a text.
[[nodiscard]] bool isText(std::string_view bytes);
/// The text that they are, else their dump.
[[nodiscard]] QString textOrHex(std::string_view bytes);

} // namespace sagascope::ui
