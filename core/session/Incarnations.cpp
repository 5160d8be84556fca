// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Incarnations.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <string_view>

#include "core/base/Hash.h"

namespace sagascope::session {
namespace {

std::uint64_t coordinatesOf(const event::RawRecord& record)
{
    const std::array<std::uint64_t, 2> words{static_cast<std::uint64_t>(record.offset), static_cast<std::uint64_t>(record.partition)};
    std::array<char, sizeof(words)> bytes{};
    std::memcpy(bytes.data(), words.data(), sizeof(words));
    return base::hash64({bytes.data(), bytes.size()}, base::hash64(record.topic));
}

bool isSame(const event::HeaderView& a, const event::HeaderView& b)
{
    return a.name == b.name && a.value == b.value;
}

/// Null and empty are different on the wire, and must stay different here.
bool isSame(const event::RawRecord& a, const event::RawRecord& b)
{
    return a.topic == b.topic && a.partition == b.partition && a.offset == b.offset && a.key == b.key && a.value == b.value
        && std::equal(a.headers.begin(), a.headers.end(), b.headers.begin(), b.headers.end(),
                      [](const event::HeaderView& x, const event::HeaderView& y) { return isSame(x, y); });
}

/// What storage that failed has lost cannot be compared: it is the same as far as one can tell.
bool isSame(const event::RawRecord& record, base::EventIndex row, const store::EventStore& store)
{
    const auto kept = store.record(row);
    return kept ? isSame(record, kept->records().front()) : record.brokerTime == store.row(row).brokerTime;
}

} // namespace

bool Incarnations::holds(const event::RawRecord& record, base::EventIndex known, const store::EventStore& store) const
{
    if (!known.isValid())
        return false;
    if (isSame(record, known, store))
        return true;
    const auto [from, to] = m_earlier.equal_range(coordinatesOf(record));
    return std::any_of(from, to, [&](const auto& entry) { return isSame(record, entry.second, store); });
}

void Incarnations::keep(const event::RawRecord& record, base::EventIndex known)
{
    if (known.isValid())
        m_earlier.emplace(coordinatesOf(record), known);
}

} // namespace sagascope::session
