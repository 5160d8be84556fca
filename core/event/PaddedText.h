// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>
#include <vector>

#include "core/event/ByteBlock.h"

namespace sagascope::event {

/// A copy of a text that is read in blocks from any place of it: zero bytes follow. Its memory is used again for text after text.
class PaddedText
{
public:
    static constexpr std::size_t kLongest = std::size_t(16) * 1024;

    PaddedText() : m_bytes(kLongest + kBehind) {}

    /// Of no more than kLongest bytes.
    void set(std::string_view text)
    {
        m_size = text.size();
        std::memcpy(m_bytes.data(), text.data(), m_size);
        std::memset(m_bytes.data() + m_size, 0, kBehind);
    }
    [[nodiscard]] const char* begin() const { return m_bytes.data(); }
    [[nodiscard]] const char* end() const { return begin() + m_size; }

private:
    static constexpr std::size_t kBehind = 4 * ByteBlock::kSize;

    std::vector<char> m_bytes;
    std::size_t m_size = 0;
};

} // namespace sagascope::event
