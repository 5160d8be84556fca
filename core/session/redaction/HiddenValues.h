// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/base/Hash.h"

namespace sagascope::session {

/// The values that were seen under names that are taken out, so that they are found wherever else they stand: as a record's
/// key, under another name, in a sentence. Values too short or too common to mean anything elsewhere are left alone there.
///
/// One thread while values are added; any thread after that.
class HiddenValues
{
public:
    enum class Why : std::uint8_t {
        Called, ///< the house takes it for a secret by its name
        Asked   ///< a person named the field
    };
    void add(std::string_view value, Why why);

    /// Whether a whole text is such a value.
    [[nodiscard]] bool hasWhole(std::string_view text) const;
    /// Whether it may be looked for among other words, too; such a number is one wherever it stands.
    [[nodiscard]] bool hasWord(std::string_view text) const;

    struct Place
    {
        std::size_t from = 0;
        std::size_t to = 0;
    };
    /// Where such values stand in a text, between the ends of words; in order, without overlap, the longest first.
    [[nodiscard]] std::vector<Place> placesIn(std::string_view text) const;

private:
    [[nodiscard]] std::size_t longestAt(std::string_view text, std::size_t from) const;

    std::unordered_set<base::IdHash> m_wholes;
    std::unordered_set<base::IdHash> m_words;
    std::set<std::size_t, std::greater<>> m_lengths; ///< of m_words
};

} // namespace sagascope::session
