// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/IdentifierTable.h"

#include "core/base/Hash.h"

namespace sagascope::identity {

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
        base::prefetch(m_infos[number].value.data());
}

base::IdentifierId IdentifierTable::intern(const Wanted& wanted)
{
    const auto isIt = [&](std::uint32_t number) {
        const IdentifierInfo& info = m_infos[number];
        return info.family == wanted.family && info.value == wanted.value;
    };
    if (const std::uint32_t known = m_index.find(wanted.hash, isIt); known != base::HashIndex::kNone)
        return base::IdentifierId(known);
    const base::IdentifierId id(std::uint32_t(m_infos.append({m_texts.keep(wanted.value), wanted.family})));
    m_index.insert(wanted.hash, id.value);
    return id;
}

} // namespace sagascope::identity
