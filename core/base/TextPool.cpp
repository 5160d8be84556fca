// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TextPool.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "core/base/Hash.h"

namespace sagascope::base {

/// Bytes in blocks that stay where they are; only the interning thread adds, readers see what was there before.
class TextPool::Arena
{
public:
    std::string_view store(std::string_view text)
    {
        if (m_blocks.empty() || m_capacity - m_used < text.size()) {
            m_capacity = std::max<std::size_t>(kBlockSize, text.size());
            m_blocks.push_back(std::make_unique<char[]>(m_capacity));
            m_used = 0;
        }
        char* at = m_blocks.back().get() + m_used;
        std::memcpy(at, text.data(), text.size());
        m_used += text.size();
        return {at, text.size()};
    }

private:
    static constexpr std::size_t kBlockSize = 64 * 1024;
    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::size_t m_capacity = 0;
    std::size_t m_used = 0;
};

TextPool::TextPool() : m_arena(std::make_shared<Arena>()) {}

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
    return text.empty() ? std::string_view("") : m_arena->store(text);
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
