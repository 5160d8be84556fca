// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "core/base/AppendVector.h"
#include "core/base/HashIndex.h"
#include "core/base/Ids.h"
#include "core/base/Prefetch.h"
#include "core/base/TextPool.h"
#include "core/identity/Identifier.h"

namespace sagascope::identity {

/// One identifier: a value in the space of its kind's family. There are about as many as events, so it is a pointer to what
/// lies packed among the table's texts: the family, the length (seven bits a byte, the lowest first), the value.
class IdentifierInfo
{
public:
    IdentifierInfo() = default;
    IdentifierInfo(base::TextPool& texts, IdentifierKind family, std::string_view value);
    [[nodiscard]] IdentifierKind family() const { return static_cast<IdentifierKind>(m_packed[0]); }
    [[nodiscard]] std::string_view value() const; ///< as long as the texts
    void prefetchText() const { base::prefetch(m_packed); }

private:
    const unsigned char* m_packed = nullptr;
};

/// Numbers for (family, value) pairs. Written by the ingest thread; its columns give views for readers.
class IdentifierTable
{
public:
    explicit IdentifierTable(const std::shared_ptr<base::ColumnSpace>& columns = nullptr) : m_texts(columns), m_infos(columns) {}

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
    [[nodiscard]] base::AppendVector<IdentifierInfo>::View infos() const { return m_infos.view(); }
    [[nodiscard]] base::TextPool& texts() { return m_texts; }
    [[nodiscard]] const base::TextPool& texts() const { return m_texts; }

private:
    base::TextPool m_texts;
    base::AppendVector<IdentifierInfo> m_infos;
    base::HashIndex m_index; ///< by family and value
};

} // namespace sagascope::identity
