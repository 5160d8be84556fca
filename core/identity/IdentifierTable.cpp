// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/IdentifierTable.h"

namespace sagascope::identity {

base::IdentifierId IdentifierTable::intern(IdentifierKind family, std::string_view value)
{
    const base::TextId text = m_texts.intern(value);
    const std::uint64_t key = (std::uint64_t(family) << 32U) | text.value;
    const auto [found, isNew] = m_ids.try_emplace(key, base::IdentifierId(std::uint32_t(m_infos.size())));
    if (isNew)
        m_infos.append({family, text});
    return found->second;
}

} // namespace sagascope::identity
