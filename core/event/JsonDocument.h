// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/event/JsonNode.h"
#include "core/event/JsonTape.h"

namespace sagascope::event {

/// A member of some object: used to find names that stand there twice.
struct MemberName
{
    std::uint64_t signature = 0;
    std::string_view text;
    std::size_t at = 0; ///< place on the tape
};

/// Levels of nesting that are read; one more is `nesting-too-deep`.
inline constexpr std::size_t kMaxNesting = 1024;

/// One JSON text, parsed whole, so that every byte of it is known to be right. What simdjson refuses though RFC 8259
/// allows it (huge numbers, lone surrogates) is rewritten by TolerantJson and read all the same; of duplicate members
/// only the last one is kept. Reused for text after text: nodes live until the next read().
///
/// Not thread-safe.
class JsonDocument
{
public:
    enum class Outcome { Read, TooDeep, NotJson };
    struct Reading
    {
        Outcome outcome = Outcome::NotJson;
        std::size_t position = 0; ///< byte where reading stopped, unless it was read
    };

    JsonDocument();
    ~JsonDocument();
    JsonDocument(const JsonDocument&) = delete;
    JsonDocument& operator=(const JsonDocument&) = delete;

    /// `utf8` must be well-formed UTF-8.
    [[nodiscard]] Reading read(std::string_view utf8);

    [[nodiscard]] JsonNode root() const;
    [[nodiscard]] const JsonTape& tape() const { return m_tape; }
    /// Tokens that simdjson would have refused, in document order.
    [[nodiscard]] const std::vector<std::string>& tolerated() const { return m_tolerated; }
    /// Pointers to the first few members that stood there more than once.
    [[nodiscard]] const std::vector<std::string>& duplicates() const { return m_duplicates; }
    /// The number at this place as it was written, where a double can't hold it.
    [[nodiscard]] std::optional<std::string_view> originalNumber(std::size_t at) const;

private:
    class Parser;

    [[nodiscard]] Reading parse(std::string_view utf8);
    [[nodiscard]] Reading parseTolerantly(std::string_view utf8);
    struct Survey
    {
        bool isTooDeep = false;
        bool hasDuplicates = false;
    };
    [[nodiscard]] Survey survey();
    /// Keeps the pointers to duplicate members; gives the places of those that a later one replaces, sorted.
    [[nodiscard]] std::vector<std::size_t> nameDuplicates();
    void locateNumbers(std::vector<std::pair<std::size_t, std::string>> numbers);

    std::unique_ptr<Parser> m_parser;
    JsonTape m_tape;
    std::vector<std::string> m_tolerated;
    std::vector<std::string> m_duplicates;
    std::vector<std::pair<std::size_t, std::string>> m_numbers; ///< place on the tape, original token; sorted
    std::vector<MemberName> m_names;                            ///< reused
};

} // namespace sagascope::event
