// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/event/MouldStrings.h"
#include "core/event/TextMould.h"

namespace sagascope::event {

/// The moulds of the texts that came lately. Bounded, in memory and in what it costs where texts are unlike one another: the
/// wire decides how many there are. Not thread-safe.
class MouldTable
{
public:
    /// What a mould made of a text. The tape is valid until the next call.
    struct Cast
    {
        JsonTape tape;
        bool hasSuspectValues = false; ///< some that inspectBody() may object to
        std::uint64_t shapeId = 0;
        std::size_t shapePlace = 0;
    };

    /// Nothing unless it is certain that simdjson would read the text, and as this. `kin`: texts of one number are likely to be alike.
    [[nodiscard]] std::optional<Cast> cast(std::string_view text, std::uint32_t kin);
    /// May keep a mould of a text for which there was no cast just now, though its shape had been met before.
    void learn(std::string_view text, std::uint32_t kin, const JsonTape& tape, const TapeShape& shape);
    /// The shapes of these are no longer known.
    void forget(std::uint32_t kin) { familyOf(kin) = {}; }

    [[nodiscard]] std::size_t casts() const { return m_casts; } ///< so far

private:
    static constexpr std::size_t kOfOne = 8;

    /// The moulds for texts that are likely to be alike.
    struct Family
    {
        std::vector<TextMould> moulds;
        std::array<std::uint8_t, kOfOne> order{}; ///< places of moulds, about by how often they were right
        std::array<std::array<std::uint16_t, kOfOne>, kOfOne> shared{}; ///< gaps of two moulds, from the first
        int credit = kFirstCredit; ///< what trying has won so far
        int pause = 0;             ///< texts that are not tried
        int missed = 0;            ///< texts since one was last learnt from
        int patience = 1;          ///< how many of them
    };
    static constexpr int kFirstCredit = 32;

    [[nodiscard]] Family& familyOf(std::uint32_t kin);
    [[nodiscard]] TextMould* tryAll(Family& family, TextMould::Progress& progress);
    static void account(Family& family, bool isRead);
    [[nodiscard]] static bool knows(const Family& family, const TextMould& mould);
    [[nodiscard]] static std::size_t placeFor(Family& family);
    void keep(Family& family, const JsonTape& tape, TextMould mould);

    std::vector<Family> m_families;
    PaddedText m_text;
    MouldStrings m_strings;
    std::size_t m_size = 0; ///< of all moulds that were learnt since all were forgotten, bytes
    std::size_t m_casts = 0;
};

} // namespace sagascope::event
