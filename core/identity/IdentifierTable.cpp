// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/IdentifierTable.h"

#include <algorithm>

#include "core/base/Hash.h"

namespace sagascope::identity {

IdentifierInfo::IdentifierInfo(base::TextPool& texts, IdentifierKind family, std::string_view value)
{
    std::size_t lengthBytes = 1;
    for (std::size_t rest = value.size() >> 7U; rest > 0; rest >>= 7U)
        ++lengthBytes;
    auto* at = reinterpret_cast<unsigned char*>(texts.room(1 + lengthBytes + value.size()));
    m_packed = at;
    *at++ = static_cast<unsigned char>(family);
    std::size_t length = value.size();
    for (; lengthBytes > 1; --lengthBytes, length >>= 7U)
        *at++ = static_cast<unsigned char>(0x80U | (length & 0x7FU));
    *at++ = static_cast<unsigned char>(length);
    std::copy(value.begin(), value.end(), at);
}

std::string_view IdentifierInfo::value() const
{
    const unsigned char* at = m_packed + 1;
    std::size_t length = *at & 0x7FU;
    for (unsigned shift = 7; (*at++ & 0x80U) != 0; shift += 7)
        length |= std::size_t(*at & 0x7FU) << shift;
    return {reinterpret_cast<const char*>(at), length};
}

std::uint64_t IdentifierTable::hashOf(IdentifierKind family, std::string_view value)
{
    return base::hash64(value, std::uint64_t(family) + 1);
}

void IdentifierTable::prefetchFound(std::uint64_t hash) const
{
    if (const std::uint32_t number = m_index.candidate(hash); number != base::HashIndex::kNone)
        m_infos.prefetch(number);
}

void IdentifierTable::prefetchText(std::uint64_t hash) const
{
    if (const std::uint32_t number = m_index.candidate(hash); number != base::HashIndex::kNone)
        m_infos[number].prefetchText();
}

base::IdentifierId IdentifierTable::intern(const Wanted& wanted)
{
    const auto isIt = [&](std::uint32_t number) {
        const IdentifierInfo& info = m_infos[number];
        return info.family() == wanted.family && info.value() == wanted.value;
    };
    if (const std::uint32_t known = m_index.find(wanted.hash, isIt); known != base::HashIndex::kNone)
        return base::IdentifierId(known);
    const base::IdentifierId id(std::uint32_t(m_infos.append({m_texts, wanted.family, wanted.value})));
    m_index.insert(wanted.hash, id.value);
    return id;
}

} // namespace sagascope::identity
