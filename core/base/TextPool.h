// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "core/base/AppendVector.h"
#include "core/base/HashIndex.h"
#include "core/base/Ids.h"

namespace sagascope::base {

/// Interned texts that never move. One thread interns; views are immutable and readable from any thread.
class TextPool
{
public:
    class View
    {
    public:
        [[nodiscard]] std::string_view operator[](TextId id) const;
        [[nodiscard]] std::size_t size() const { return m_texts.size(); }
        /// Whoever holds this keeps all that the pool has kept.
        [[nodiscard]] const std::shared_ptr<const void>& bytes() const { return m_bytes; }

    private:
        friend class TextPool;
        AppendVector<std::string_view>::View m_texts;
        std::shared_ptr<const void> m_bytes;
    };

    /// With a ColumnSpace the texts lie there.
    explicit TextPool(std::shared_ptr<ColumnSpace> space = nullptr);
    [[nodiscard]] TextId intern(std::string_view text);
    /// The same with the text's hashOf(), worked out before.
    [[nodiscard]] TextId intern(std::string_view text, std::uint64_t hash);
    [[nodiscard]] static std::uint64_t hashOf(std::string_view text);
    /// A text that is not there yet, with the next number; find() and intern() don't know it.
    TextId append(std::string_view text) { return TextId(static_cast<TextId::rep>(m_texts.append(keep(text)))); }
    /// Keeps a text without a number, as long as the pool or a view of it lives, and without looking whether it is there.
    [[nodiscard]] std::string_view keep(std::string_view text);
    /// Room for so many bytes that are kept as long, to be filled at once.
    [[nodiscard]] char* room(std::size_t bytes);
    /// Asks for the memory that intern() will look at, by the text's hashOf(): first for its place, then (a little later)
    /// for what lies there.
    void prefetch(std::uint64_t hash) const;
    void prefetchFound(std::uint64_t hash) const;
    [[nodiscard]] TextId find(std::string_view text) const; ///< invalid when never interned
    [[nodiscard]] std::string_view operator[](TextId id) const;
    [[nodiscard]] std::size_t size() const { return m_texts.size(); }
    [[nodiscard]] View view() const;

private:
    class Arena;
    [[nodiscard]] TextId find(std::string_view text, std::uint64_t hash) const;

    std::shared_ptr<Arena> m_arena;
    AppendVector<std::string_view> m_texts;
    HashIndex m_index; ///< of what was interned
};

} // namespace sagascope::base
