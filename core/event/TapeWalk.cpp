// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/TapeWalk.h"

namespace sagascope::event {

bool TapeWalk::next()
{
    if (!m_hasStarted)
        return m_hasStarted = true;
    std::size_t cursor = m_tape.next(m_at);
    if (m_tape.isContainer(m_at)) {
        push({cursor - 1, m_tape.type(m_at) == '{', {}, 0});
        cursor = m_at + 1;
    }
    while (m_depth > 0 && cursor == frame(m_depth - 1).end) {
        ++cursor;
        pop();
    }
    if (m_depth == 0)
        return false;
    Frame& around = m_depth <= m_few.size() ? m_few[m_depth - 1] : m_more.back();
    if (around.isObject)
        around.name = m_tape.text(cursor++);
    else
        ++around.index;
    m_at = cursor;
    return true;
}

void TapeWalk::push(Frame frame)
{
    if (m_depth < m_few.size())
        m_few[m_depth] = frame;
    else
        m_more.push_back(frame);
    ++m_depth;
}

void TapeWalk::pop()
{
    if (m_depth-- > m_few.size())
        m_more.pop_back();
}

std::string TapeWalk::pointer() const
{
    std::string pointer;
    for (std::size_t i = 0; i < m_depth; ++i) {
        const Frame& around = frame(i);
        appendPointerToken(pointer, around.isObject ? std::string(around.name) : std::to_string(around.index - 1));
    }
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
