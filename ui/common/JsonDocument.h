// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/event/JsonNode.h"

namespace sagascope::ui {

/// One value of a document: a scalar has `text`, objects and arrays have children (indices into the document).
struct JsonItem
{
    QString name; ///< member name; the position, for elements of an array
    QString text;
    event::JsonKind kind = event::JsonKind::None;
    int parent = -1;
    int row = 0; ///< position among its siblings
    std::vector<int> children;
    bool isSecret = false;
    bool isMissing = false;  ///< a ghost: the member should be there and is not; it is never written
    std::size_t cutHash = 0; ///< of the whole text, where `text` is only its beginning
    QString masked; ///< of a secret: what is shown instead of its text

    [[nodiscard]] const QString& shown(bool isMasked) const { return isMasked && isSecret ? masked : text; }
};

/// A JSON document copied out of the decoder, so that it can travel to the GUI thread. Immutable once built; its root
/// is item 0. Values over `kMaxText` characters are cut; the raw bytes stay available in the store.
struct JsonDocument
{
    std::vector<JsonItem> items;

    static constexpr qsizetype kMaxText = 4096;
    static constexpr std::size_t kMaxItems = 20'000;
};

/// Without the root's members that are called `leftOut`, where a name is given.
[[nodiscard]] JsonDocument documentOf(event::JsonNode root, std::string_view leftOut = {});
/// An object of texts and nulls: for what is no JSON itself and is to be shown or compared like it.
using NamedTexts = std::vector<std::pair<QString, std::optional<QString>>>;
[[nodiscard]] JsonDocument documentOf(const NamedTexts& members);
/// A text alone.
[[nodiscard]] JsonDocument documentOf(const QString& text);
/// Adds a ghost, behind the members that `parent` has.
void addMissing(JsonDocument& document, int parent, const QString& name);
/// The text in quotes, as JSON writes it.
[[nodiscard]] QString jsonQuoted(const QString& text);
/// The item as JSON text, indented; secrets masked when asked.
[[nodiscard]] QString toJsonText(const JsonDocument& document, int item, bool isMasked);
/// RFC 6901 pointer of the item, for copying.
[[nodiscard]] QString pointerOf(const JsonDocument& document, int item);

} // namespace sagascope::ui
