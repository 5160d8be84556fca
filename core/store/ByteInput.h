// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace sagascope::store {

/// Bytes that are read one after the other, whatever they are: asking for more than there is makes it fail from then on, and
/// gives nothing. Views: valid as the bytes are.
class ByteInput
{
public:
    explicit ByteInput(std::string_view bytes = {}) : m_rest(bytes) {}

    std::string_view take(std::uint64_t size)
    {
        m_hasFailed = m_hasFailed || size > m_rest.size();
        if (m_hasFailed)
            return {};
        const std::string_view taken = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return taken;
    }
    /// A value as it lies in memory; zeros once it has failed.
    template <typename T> T plain()
    {
        static_assert(std::is_trivially_copyable_v<T>);
        T value{};
        const std::string_view bytes = take(sizeof value);
        if (bytes.size() == sizeof value)
            std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }
    void fail() { m_hasFailed = true; }
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }
    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }
    [[nodiscard]] std::size_t left() const { return m_rest.size(); }
    [[nodiscard]] std::string_view rest() const { return m_rest; }

private:
    std::string_view m_rest;
    bool m_hasFailed = false;
};

} // namespace sagascope::store
