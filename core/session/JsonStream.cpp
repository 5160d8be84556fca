// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/JsonStream.h"

namespace sagascope::session {
namespace {

std::string dump(const Json& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string lineBreak(std::size_t depth)
{
    return '\n' + std::string(2 * depth, ' ');
}

} // namespace

void JsonStream::name(std::string_view name)
{
    separate();
    put(dump(Json(std::string(name))) + ": ");
    m_isNamed = true;
}

void JsonStream::value(const Json& value)
{
    const std::string lines = dump(value); // no text in it holds a line break of its own
    separate();
    const std::string indent = lineBreak(m_hasItems.size());
    std::string indented;
    std::size_t from = 0;
    for (std::size_t end = lines.find('\n'); end != std::string::npos; end = lines.find('\n', from)) {
        indented.append(lines, from, end - from).append(indent);
        from = end + 1;
    }
    put(indented.append(lines, from));
}

void JsonStream::text(std::string_view json)
{
    separate();
    put(json);
}

void JsonStream::member(std::string_view memberName, const Json& memberValue)
{
    name(memberName);
    value(memberValue);
}

void JsonStream::open(char bracket)
{
    separate();
    put(std::string_view(&bracket, 1));
    m_hasItems.push_back(false);
}

void JsonStream::close(char bracket)
{
    const bool hasItems = m_hasItems.back();
    m_hasItems.pop_back();
    if (hasItems)
        put(lineBreak(m_hasItems.size()));
    put(std::string_view(&bracket, 1));
}

/// What stands before a value or a name: nothing behind a name, else a comma where something came before.
void JsonStream::separate()
{
    if (std::exchange(m_isNamed, false) || m_hasItems.empty())
        return;
    put((m_hasItems.back() ? "," : "") + lineBreak(m_hasItems.size()));
    m_hasItems.back() = true;
}

void JsonStream::put(std::string_view text)
{
    m_isStopped = m_isStopped || !m_sink(text);
}

} // namespace sagascope::session
