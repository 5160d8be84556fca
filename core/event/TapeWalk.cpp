// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/TapeWalk.h"

namespace sagascope::event {

bool TapeWalk::next()
{
    if (!m_hasStarted)
        return m_hasStarted = true;
    std::size_t cursor = 0;
    if (m_tape.isContainer(m_at) && !m_isSkipping) {
        m_frames.push_back({m_tape.end(m_at), m_tape.type(m_at) == '{', {}, 0});
        cursor = m_at + 1;
    } else {
        cursor = m_tape.next(m_at);
    }
    m_isSkipping = false;
    while (!m_frames.empty() && cursor == m_frames.back().end) {
        cursor = m_frames.back().end + 1;
        m_frames.pop_back();
    }
    if (m_frames.empty())
        return false;
    Frame& frame = m_frames.back();
    if (frame.isObject)
        frame.name = m_tape.text(cursor++);
    else
        ++frame.index;
    m_at = cursor;
    return true;
}

std::string TapeWalk::pointer() const
{
    std::string pointer;
    for (const Frame& frame : m_frames)
        appendPointerToken(pointer, frame.isObject ? std::string(frame.name) : std::to_string(frame.index - 1));
    return pointer;
}

void appendPointerToken(std::string& pointer, std::string_view text)
{
    pointer += '/';
    for (const char c : text) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
}

} // namespace sagascope::event
