// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace sagascope::ui {

/// The forms in which sagas leave the program.
enum class CopyKind : std::uint8_t { Png, Svg, Mermaid, PlantUml, Json, JsonLines, Text };

inline constexpr std::array kCopyKinds{CopyKind::Png,  CopyKind::Svg,       CopyKind::Mermaid, CopyKind::PlantUml,
                                       CopyKind::Json, CopyKind::JsonLines, CopyKind::Text};

[[nodiscard]] bool isPicture(CopyKind kind);    ///< needs a view that can paint itself
[[nodiscard]] bool isForSeveral(CopyKind kind); ///< can hold more than one saga
[[nodiscard]] QString copyLabel(CopyKind kind);  ///< translated: "PNG picture"
[[nodiscard]] QString copySuffix(CopyKind kind); ///< "png", "svg", "mmd", "puml", "json", "jsonl", "md"
[[nodiscard]] QString copyFilter(CopyKind kind); ///< the entry of a file dialog: label and pattern
[[nodiscard]] std::optional<CopyKind> kindOfPath(const QString& path);

/// A file name without its suffix that every system takes, from the saga's key and the view: `BK-7741-timeline`.
[[nodiscard]] QString copyName(const QString& key, const QString& view);

} // namespace sagascope::ui
