// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Incarnations.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string_view>

namespace sagascope::session {
namespace {

using Contents = std::unordered_multimap<base::Hash128, std::uint64_t>;

base::Hash128 coordinatesOf(const event::RawRecord& record)
{
    const std::array<std::uint64_t, 3> words{base::hash64(record.topic), static_cast<std::uint64_t>(record.offset),
                                             static_cast<std::uint64_t>(record.partition)};
    std::array<char, sizeof(words)> bytes{};
    std::memcpy(bytes.data(), words.data(), sizeof(words));
    return base::hash128({bytes.data(), bytes.size()});
}

/// Null and empty are different on the wire, and must stay different here.
std::uint64_t chain(std::uint64_t seed, const std::optional<std::string_view>& bytes)
{
    return bytes ? base::hash64(*bytes, seed + 1) : seed * 3 + 7;
}

std::uint64_t contentOf(const event::RawRecord& record)
{
    std::uint64_t hash = chain(chain(0, record.key), record.value);
    for (const event::HeaderView& header : record.headers)
        hash = chain(base::hash64(header.name, hash), header.value);
    return hash;
}

bool contains(const Contents& contents, const base::Hash128& where, std::uint64_t content)
{
    const auto [from, to] = contents.equal_range(where);
    return std::any_of(from, to, [&](const auto& entry) { return entry.second == content; });
}

} // namespace

bool Incarnations::holds(const event::RawRecord& record, base::EventIndex known) const
{
    if (!known.isValid())
        return false;
    const std::uint64_t content = contentOf(record);
    return m_content[known.value] == content || contains(m_recreated, coordinatesOf(record), content);
}

void Incarnations::keep(const event::RawRecord& record, base::EventIndex known)
{
    const std::uint64_t content = contentOf(record);
    m_content.push_back(content);
    if (!known.isValid())
        return;
    // The store finds one row per coordinates, whichever it is: the others must be found here.
    const base::Hash128 where = coordinatesOf(record);
    if (!contains(m_recreated, where, m_content[known.value]))
        m_recreated.emplace(where, m_content[known.value]);
    m_recreated.emplace(where, content);
}

} // namespace sagascope::session
