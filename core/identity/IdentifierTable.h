// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/AppendVector.h"
#include "core/base/HashIndex.h"
#include "core/base/Ids.h"
#include "core/base/TextPool.h"
#include "core/identity/Identifier.h"

namespace sagascope::identity {

/// One identifier: a value in the space of its kind's family.
struct IdentifierInfo
{
    std::string_view value; ///< in the table's texts
    IdentifierKind family = IdentifierKind::Entity;
};

/// Numbers for (family, value) pairs. Written by the ingest thread; its columns give views for readers.
class IdentifierTable
{
public:
    /// An identifier that is about to be interned, looked for in steps, so that several wait for memory together:
    /// prefetch() asks for its place, prefetchFound() for what lies there, prefetchText() for its text.
    struct Wanted
    {
        IdentifierKind family;
        std::string_view value;
        std::uint64_t hash; ///< hashOf() the two
    };
    [[nodiscard]] static std::uint64_t hashOf(IdentifierKind family, std::string_view value);
    void prefetch(std::uint64_t hash) const { m_index.prefetch(hash); }
    void prefetchFound(std::uint64_t hash) const;
    void prefetchText(std::uint64_t hash) const;
    base::IdentifierId intern(const Wanted& wanted);
    [[nodiscard]] std::size_t size() const { return m_infos.size(); }
    [[nodiscard]] const IdentifierInfo& operator[](base::IdentifierId id) const { return m_infos[id.value]; }
    [[nodiscard]] base::AppendVector<IdentifierInfo>::View infos() const { return m_infos.view(); }
    [[nodiscard]] base::TextPool& texts() { return m_texts; }
    [[nodiscard]] const base::TextPool& texts() const { return m_texts; }

private:
    base::TextPool m_texts;
    base::AppendVector<IdentifierInfo> m_infos;
    base::HashIndex m_index; ///< by family and value
};

} // namespace sagascope::identity
