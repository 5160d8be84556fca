// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/BlockCache.h"

#include <iterator>

#ifdef _WIN32
#include <windows.h>
#else
#include <unistd.h>
#endif

namespace sagascope::store {

base::Result<BlockBytes> BlockCache::block(std::uint32_t number, const std::function<base::Result<BlockBytes>()>& read)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_byNumber.find(number); found != m_byNumber.end()) {
            noteAsked(found->second);
            return found->second->block;
        }
    }
    auto block = read();
    if (block)
        add(number, *block);
    return block;
}

std::optional<BlockBytes> BlockCache::held(std::uint32_t number) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_byNumber.find(number);
    return found == m_byNumber.end() ? std::nullopt : std::optional(found->second->block);
}

/// What finds no room any more among those that were asked for again is the latest of the others.
void BlockCache::noteAsked(Entries::iterator entry)
{
    Entries& from = entry->wasAskedAgain ? m_askedAgain : m_askedOnce;
    m_bytesAskedAgain += entry->wasAskedAgain ? 0 : entry->block.bytes.size();
    entry->wasAskedAgain = true;
    m_askedAgain.splice(m_askedAgain.begin(), from, entry);
    while (m_bytesAskedAgain > m_budget / 4 * 3) {
        const auto last = std::prev(m_askedAgain.end());
        m_bytesAskedAgain -= last->block.bytes.size();
        last->wasAskedAgain = false;
        m_askedOnce.splice(m_askedOnce.begin(), m_askedAgain, last);
    }
}

void BlockCache::add(std::uint32_t number, const BlockBytes& block)
{
    const std::size_t size = block.bytes.size();
    if (size > m_budget)
        return;
    const std::lock_guard lock(m_mutex);
    if (m_byNumber.contains(number))
        return; // another thread was as quick
    m_askedOnce.push_front({number, block});
    m_byNumber.emplace(number, m_askedOnce.begin());
    m_bytes += size;
    shrink();
}

void BlockCache::shrink()
{
    while (m_bytes > m_budget) {
        Entries& entries = m_askedOnce.size() > 1 || m_askedAgain.empty() ? m_askedOnce : m_askedAgain;
        const std::size_t size = entries.back().block.bytes.size();
        m_bytes -= size;
        m_bytesAskedAgain -= entries.back().wasAskedAgain ? size : 0;
        m_byNumber.erase(entries.back().number);
        entries.pop_back();
    }
}

std::size_t BlockCache::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

std::size_t defaultCacheBytes()
{
    constexpr std::size_t kUnknown = std::size_t(512) * 1024 * 1024;
#ifdef _WIN32
    MEMORYSTATUSEX status{};
    status.dwLength = sizeof(status);
    return GlobalMemoryStatusEx(&status) ? static_cast<std::size_t>(status.ullTotalPhys / 4) : kUnknown;
#else
    const long pages = sysconf(_SC_PHYS_PAGES);
    const long size = sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? std::size_t(pages) * std::size_t(size) / 4 : kUnknown;
#endif
}

} // namespace sagascope::store
