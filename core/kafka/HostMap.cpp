// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/HostMap.h"

#include <charconv>

namespace sagascope::kafka {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::optional<int> parsePort(std::string_view digits)
{
    int port = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    const bool isPort = error == std::errc() && end == digits.data() + digits.size() && port > 0 && port < 65'536;
    return isPort ? std::optional(port) : std::nullopt;
}

bool isHost(std::string_view host)
{
    return !host.empty() && host.find_first_of(" \t,;=/@") == std::string_view::npos;
}

} // namespace

std::optional<HostPort> HostPort::parse(std::string_view text)
{
    text = trimmed(text);
    const bool isBracketed = text.starts_with('[');
    const auto close = isBracketed ? text.find(']') : 0;
    if (close == std::string_view::npos)
        return std::nullopt;
    const auto colon = text.find(':', close);
    const std::string_view host = isBracketed ? text.substr(1, close - 1) : text.substr(0, colon);
    if (!isHost(host) || (isBracketed && close + 1 != text.size() && colon != close + 1))
        return std::nullopt;
    if (colon == std::string_view::npos)
        return HostPort{std::string(host), {}};
    const auto port = parsePort(text.substr(colon + 1));
    return port ? std::optional(HostPort{std::string(host), port}) : std::nullopt;
}

std::string HostPort::text() const
{
    const std::string name = host.find(':') == std::string::npos ? host : '[' + host + ']';
    return port ? name + ':' + std::to_string(*port) : name;
}

base::Result<HostMap> HostMap::parse(std::string_view text)
{
    HostMap map;
    while (!text.empty()) {
        const auto end = text.find_first_of(",;\n");
        const auto entry = trimmed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (entry.empty())
            continue;
        const auto equals = entry.find('=');
        const auto from = HostPort::parse(entry.substr(0, equals));
        const auto to = equals == std::string_view::npos ? std::nullopt : HostPort::parse(entry.substr(equals + 1));
        if (!from || !to)
            return base::Error{base::ErrorCode::InvalidArgument, std::string(entry), "write host:port=host:port"};
        map.m_entries[*from] = *to;
    }
    return map;
}

std::string HostMap::text() const
{
    std::string lines;
    for (const auto& [from, to] : m_entries)
        lines += from.text() + '=' + to.text() + '\n';
    return lines;
}

HostPort HostMap::resolve(const std::string& host, int port) const
{
    for (const HostPort& asked : {HostPort{host, port}, HostPort{host, {}}}) {
        if (const auto found = m_entries.find(asked); found != m_entries.end())
            return {found->second.host, found->second.port.value_or(port)};
    }
    return {host, port};
}

} // namespace sagascope::kafka
