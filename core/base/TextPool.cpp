// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TextPool.h"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#include "core/base/Hash.h"

namespace sagascope::base {

/// Bytes in blocks that stay where they are; only the interning thread adds, readers see what was there before.
class TextPool::Arena
{
public:
    explicit Arena(std::shared_ptr<ColumnSpace> space) : m_space(std::move(space)) {}

    char* room(std::size_t bytes)
    {
        if (m_blocks.empty() || m_capacity - m_used < bytes) {
            m_capacity = std::max<std::size_t>(kBlockSize, bytes);
            m_blocks.push_back(makeBlock(m_capacity));
            m_used = 0;
        }
        char* at = m_blocks.back().get() + m_used;
        m_used += bytes;
        return at;
    }

private:
    using Block = std::shared_ptr<char[]>;

    [[nodiscard]] Block makeBlock(std::size_t bytes) const
    {
        if (!m_space)
            return Block(new char[bytes]);
        const std::shared_ptr<std::byte[]> memory = m_space->take(bytes);
        return Block(memory, reinterpret_cast<char*>(memory.get()));
    }

    static constexpr std::size_t kBlockSize = 64 * 1024;
    std::shared_ptr<ColumnSpace> m_space; ///< null: in memory
    std::vector<Block> m_blocks;
    std::size_t m_capacity = 0;
    std::size_t m_used = 0;
};

TextPool::TextPool(std::shared_ptr<ColumnSpace> space) : m_arena(std::make_shared<Arena>(space)), m_texts(std::move(space)) {}

std::uint64_t TextPool::hashOf(std::string_view text)
{
    return hash64(text);
}

TextId TextPool::intern(std::string_view text)
{
    return intern(text, hashOf(text));
}

TextId TextPool::intern(std::string_view text, std::uint64_t hash)
{
    if (const TextId known = find(text, hash); known.isValid())
        return known;
    const TextId id(static_cast<TextId::rep>(m_texts.append(keep(text))));
    m_index.insert(hash, id.value);
    return id;
}

std::string_view TextPool::keep(std::string_view text)
{
    if (text.empty())
        return "";
    char* const at = room(text.size());
    std::memcpy(at, text.data(), text.size());
    return {at, text.size()};
}

char* TextPool::room(std::size_t bytes)
{
    return m_arena->room(bytes);
}

void TextPool::prefetch(std::uint64_t hash) const
{
    m_index.prefetch(hash);
}

void TextPool::prefetchFound(std::uint64_t hash) const
{
    if (const std::uint32_t number = m_index.candidate(hash); number != HashIndex::kNone)
        m_texts.prefetch(number);
}

TextId TextPool::find(std::string_view text) const
{
    return find(text, hashOf(text));
}

TextId TextPool::find(std::string_view text, std::uint64_t hash) const
{
    return TextId(m_index.find(hash, [&](std::uint32_t number) { return m_texts[number] == text; }));
}

std::string_view TextPool::operator[](TextId id) const
{
    return id.isValid() ? m_texts[id.value] : std::string_view();
}

std::string_view TextPool::View::operator[](TextId id) const
{
    return id.isValid() && id.value < m_texts.size() ? m_texts[id.value] : std::string_view();
}

TextPool::View TextPool::view() const
{
    View view;
    view.m_texts = m_texts.view();
    view.m_bytes = m_arena;
    return view;
}

} // namespace sagascope::base
