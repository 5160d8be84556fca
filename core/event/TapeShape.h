// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/event/JsonTape.h"

namespace sagascope::event {

/// What the documents of one making have in common: which names stand where, and what kind of value. Everything that goes by
/// names alone is the same for all of them, and stands at the same place of the tape. Numbers are one kind, and so are
/// true and false.
///
/// Immutable; any thread.
class TapeShape
{
public:
    /// Whether it is of a size that comes again in one shape.
    [[nodiscard]] static bool isKept(const JsonTape& tape);
    /// Of a document that is of such a size and holds no name twice within an object. `place`: among the shapes that its reader keeps.
    TapeShape(const JsonTape& tape, bool namesSecrets, std::size_t place);

    [[nodiscard]] bool fits(const JsonTape& tape) const;
    /// Whether inspectBody() may object to a value. Of a tape that fits.
    [[nodiscard]] bool hasSuspectValues(const JsonTape& tape) const;
    [[nodiscard]] bool namesSecrets() const { return m_namesSecrets; }
    [[nodiscard]] std::uint64_t id() const { return m_id; } ///< no other shape in this run of the program has it
    [[nodiscard]] std::size_t place() const { return m_place; } ///< small; another shape may have it, later or elsewhere

private:
    using Kinds = std::uint16_t; ///< one bit for each kind of word
    /// Eight bytes of a name as the tape stores it, its length included.
    struct NamePart
    {
        std::uint64_t bytes = 0;
        std::uint16_t at = 0;
        std::uint16_t offset = 0;
        std::uint8_t count = 0; ///< of the bytes, from the first
    };
    static Kinds kindOf(char type);
    void addName(const JsonTape& tape, std::size_t at);
    void addValue(const JsonTape& tape, std::size_t at);

    std::uint64_t m_id;
    std::size_t m_place;
    bool m_namesSecrets;
    std::vector<Kinds> m_refused; ///< by place: what may not stand there
    std::vector<NamePart> m_names;
    std::vector<std::uint32_t> m_texts; ///< places of values
    std::vector<std::uint32_t> m_numbers;
};

} // namespace sagascope::event
