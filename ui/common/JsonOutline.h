// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sagascope::ui {

/// Why a text is no JSON.
enum class JsonSyntax {
    Valid,
    Empty,        ///< there is nothing
    NoValue,      ///< a value is missing
    NoName,       ///< a member's name in quotes is missing
    NoColon,      ///< between name and value
    NoComma,      ///< between two members or elements, or the closing bracket
    UnclosedText, ///< the closing quote is missing on the line
    BadEscape,    ///< after a backslash
    BadWord,      ///< neither true, false, null nor a number
    NameTwice,    ///< an object has two members of one name
    Rest,         ///< something stands behind the value
    TooDeep,
};

/// Where the values of a JSON text stand, and where and why reading it ended. A plain value of its text: positions are
/// UTF-16 units, as in the editor that shows it.
class JsonOutline
{
public:
    struct Place
    {
        std::string pointer; ///< RFC 6901
        qsizetype start = 0; ///< of the member's name, or of the value where it has none
        qsizetype end = 0;   ///< behind the value
    };

    JsonOutline() = default;
    explicit JsonOutline(QStringView text);

    [[nodiscard]] bool isValid() const { return m_problem == JsonSyntax::Valid; }
    [[nodiscard]] JsonSyntax problem() const { return m_problem; }
    [[nodiscard]] qsizetype problemAt() const { return m_problemAt; }

    /// Of the value at the pointer, or of the nearest one around it; null where nothing was read.
    [[nodiscard]] const Place* nearest(std::string_view pointer) const;
    /// Of the innermost value at a position; empty for the whole.
    [[nodiscard]] std::string pointerAt(qsizetype position) const;

    static constexpr int kDeepest = 64;

private:
    class Reader;
    std::vector<Place> m_places; ///< in the order of the text
    std::unordered_map<std::string, std::size_t> m_byPointer;
    JsonSyntax m_problem = JsonSyntax::Empty;
    qsizetype m_problemAt = 0;
};

/// One step further into a document: `/steps` and `0` are `/steps/0`.
[[nodiscard]] std::string pointerInto(std::string_view pointer, std::string_view member);

} // namespace sagascope::ui
