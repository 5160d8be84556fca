// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/IdentifierTable.h"

#include "core/base/Hash.h"

namespace sagascope::identity {

base::IdentifierId IdentifierTable::intern(IdentifierKind family, std::string_view value)
{
    const std::uint64_t hash = base::hash64(value, std::uint64_t(family) + 1);
    const auto isIt = [&](std::uint32_t number) {
        const IdentifierInfo& info = m_infos[number];
        return info.family == family && m_texts[info.value] == value;
    };
    if (const std::uint32_t known = m_index.find(hash, isIt); known != base::HashIndex::kNone)
        return base::IdentifierId(known);
    const base::IdentifierId id(std::uint32_t(m_infos.append({family, m_texts.add(value)})));
    m_index.insert(hash, id.value);
    return id;
}

} // namespace sagascope::identity
