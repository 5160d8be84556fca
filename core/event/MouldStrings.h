// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "core/event/ByteBlock.h"
#include "core/event/PaddedText.h"

namespace sagascope::event {

/// The strings on the tapes of one reader's moulds: the values of the last text, for only one mould is filled at a time, and
/// behind them the names in all moulds. They lie as simdjson's do: length, characters, a zero byte.
class MouldStrings
{
public:
    static constexpr std::size_t kMostValues = 512;
    static constexpr std::size_t kLengthSize = sizeof(std::uint32_t);

    MouldStrings() : m_bytes(kForValues) {}

    [[nodiscard]] const std::uint8_t* bytes() const { return m_bytes.data(); }
    /// Room for the values of a text, with more behind it that may be written to.
    [[nodiscard]] std::uint8_t* values() { return m_bytes.data(); }
    /// Gives its place. What bytes() gave goes.
    [[nodiscard]] std::size_t keepName(std::string_view name)
    {
        const std::size_t place = m_bytes.size() - kBehind;
        const auto length = std::uint32_t(name.size());
        m_bytes.resize(m_bytes.size() + kLengthSize + name.size() + 1);
        std::memcpy(m_bytes.data() + place, &length, kLengthSize);
        std::memcpy(m_bytes.data() + place + kLengthSize, name.data(), name.size());
        m_bytes[place + kLengthSize + name.size()] = 0;
        return place;
    }
    void forgetNames() { m_bytes.resize(kForValues); }

private:
    static constexpr std::size_t kBehind = 4 * ByteBlock::kSize; ///< what may be read or written behind a string
    static constexpr std::size_t kForValues = PaddedText::kLongest + kMostValues * (kLengthSize + 1) + 2 * kBehind;

    std::vector<std::uint8_t> m_bytes; ///< kBehind of them are behind the last name
};

} // namespace sagascope::event
