// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/BlockCache.h"

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
            m_entries.splice(m_entries.begin(), m_entries, found->second);
            return found->second->block;
        }
    }
    auto block = read();
    if (block)
        add(number, *block);
    return block;
}

void BlockCache::add(std::uint32_t number, const BlockBytes& block)
{
    const std::size_t size = block.bytes.size();
    if (size > m_budget)
        return;
    const std::lock_guard lock(m_mutex);
    if (m_byNumber.contains(number))
        return; // another thread was as quick
    m_entries.push_front({number, block});
    m_byNumber.emplace(number, m_entries.begin());
    m_bytes += size;
    while (m_bytes > m_budget) {
        m_bytes -= m_entries.back().block.bytes.size();
        m_byNumber.erase(m_entries.back().number);
        m_entries.pop_back();
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
