// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bitset>
#include <cassert>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace sagascope::base {

/// A table whose rows change, with cheap immutable views: rows lie in chunks, chunks in pages, and only chunks and
/// pages that a view still holds are copied before they are written. One thread writes and calls `view()`, which costs
/// a pointer per page; any number of threads read the views.
template <typename T, std::size_t ChunkSize = 256> class PersistentVector
{
    using Chunk = std::vector<T>;
    static constexpr std::size_t kPageSize = 64; ///< chunks
    static constexpr std::size_t kPageRows = kPageSize * ChunkSize;
    using Page = std::array<std::shared_ptr<Chunk>, kPageSize>;

public:
    class View
    {
    public:
        [[nodiscard]] std::size_t size() const { return m_size; }
        [[nodiscard]] bool isEmpty() const { return m_size == 0; }
        const T& operator[](std::size_t i) const
        {
            assert(i < m_size);
            return (*(*m_pages[i / kPageRows])[i % kPageRows / ChunkSize])[i % ChunkSize];
        }

        /// Calls `visit(first, end)` for every chunk of rows that may differ from `before`, an earlier view of the
        /// same table; a default-made `before` visits everything. Costs one comparison per page, and one per chunk of
        /// those that differ.
        template <typename Visit> void forEachChangedChunk(const View& before, Visit visit) const
        {
            for (std::size_t page = 0; page < m_pages.size(); ++page) {
                const Page* old = page < before.m_pages.size() ? before.m_pages[page].get() : nullptr;
                if (old == m_pages[page].get())
                    continue;
                for (std::size_t chunk = 0; chunk < kPageSize; ++chunk) {
                    const std::size_t first = page * kPageRows + chunk * ChunkSize;
                    if (first < m_size && !(old && (*old)[chunk] == (*m_pages[page])[chunk]))
                        visit(first, first + ChunkSize < m_size ? first + ChunkSize : m_size);
                }
            }
        }

    private:
        friend class PersistentVector;
        std::vector<std::shared_ptr<const Page>> m_pages;
        std::size_t m_size = 0;
    };

    [[nodiscard]] std::size_t size() const { return m_size; }
    const T& operator[](std::size_t i) const
    {
        assert(i < m_size);
        return (*(*m_pages[i / kPageRows].page)[i % kPageRows / ChunkSize])[i % ChunkSize];
    }

    std::size_t append(T value)
    {
        if (m_size % kPageRows == 0)
            m_pages.push_back({std::make_shared<Page>(), {}, false});
        if (m_size % ChunkSize == 0) {
            const std::size_t place = m_size % kPageRows / ChunkSize;
            std::shared_ptr<Chunk>& chunk = writablePage(m_pages.back())[place];
            chunk = std::make_shared<Chunk>();
            chunk->reserve(ChunkSize);
            m_pages.back().heldChunks.reset(place);
        }
        writable(m_size / ChunkSize).push_back(std::move(value));
        return m_size++;
    }

    /// The row to change in place; the reference holds until the next call, and so does one that operator[] gave.
    T& edit(std::size_t i)
    {
        assert(i < m_size);
        return writable(i / ChunkSize)[i % ChunkSize];
    }

    [[nodiscard]] View view() const
    {
        View view;
        view.m_pages.reserve(m_pages.size());
        for (const Slot& slot : m_pages) {
            view.m_pages.push_back(slot.page);
            slot.isHeld = true;
        }
        view.m_size = m_size;
        return view;
    }

private:
    struct Slot
    {
        std::shared_ptr<Page> page;
        std::bitset<kPageSize> heldChunks; ///< an older page may still show this chunk
        mutable bool isHeld = false;       ///< a view may still show this page
    };

    // use_count() would race with readers dropping their views; flags are exact enough and never wrong.
    Page& writablePage(Slot& slot)
    {
        if (slot.isHeld) {
            slot.page = std::make_shared<Page>(*slot.page);
            slot.heldChunks.set();
            slot.isHeld = false;
        }
        return *slot.page;
    }

    Chunk& writable(std::size_t chunk)
    {
        Slot& slot = m_pages[chunk / kPageSize];
        const std::size_t place = chunk % kPageSize;
        std::shared_ptr<Chunk>& held = writablePage(slot)[place];
        if (slot.heldChunks[place]) {
            auto copy = std::make_shared<Chunk>();
            copy->reserve(ChunkSize);
            copy->assign(held->begin(), held->end());
            held = std::move(copy);
            slot.heldChunks.reset(place);
        }
        return *held;
    }

    std::vector<Slot> m_pages;
    std::size_t m_size = 0;
};

} // namespace sagascope::base
