// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/event/JsonTape.h"

namespace sagascope::event {

/// Visits every value of a document in the order of the text, without recursion; knows the way there.
class TapeWalk
{
public:
    explicit TapeWalk(const JsonTape& tape, std::size_t root = JsonTape::kRoot) : m_tape(tape), m_at(root) {}

    /// Moves on to the next value (first call: the root); false when there is none left.
    bool next();

    [[nodiscard]] std::size_t at() const { return m_at; }
    [[nodiscard]] bool isMember() const { return m_depth > 0 && frame(m_depth - 1).isObject; }
    [[nodiscard]] std::string_view name() const { return m_depth > 0 ? frame(m_depth - 1).name : std::string_view(); }
    [[nodiscard]] std::size_t depth() const { return m_depth; } ///< containers around the value
    [[nodiscard]] std::string pointer() const;                  ///< RFC 6901, from the root of the walk

private:
    struct Frame
    {
        std::size_t end = 0;
        bool isObject = false;
        std::string_view name; ///< of the member that the walk stands at
        std::size_t index = 0; ///< one more than the element that the walk stands at
    };

    [[nodiscard]] const Frame& frame(std::size_t i) const
    {
        return i < m_few.size() ? m_few[i] : m_more[i - m_few.size()];
    }
    void push(Frame frame);
    void pop();

    const JsonTape& m_tape;
    std::size_t m_at;
    bool m_hasStarted = false;
    std::size_t m_depth = 0;
    std::array<Frame, 8> m_few{}; ///< ordinary events fit here, and cost no memory of their own
    std::vector<Frame> m_more;
};

/// `text` as one token of an RFC 6901 pointer, appended with its slash.
void appendPointerToken(std::string& pointer, std::string_view text);

} // namespace sagascope::event
