// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace sagascope::base {

/// A table whose rows change, with cheap immutable views: only chunks that a view still holds are copied before they
/// are written. One thread writes and calls `view()`; any number of threads read the views.
template <typename T, std::size_t ChunkSize = 256> class PersistentVector
{
    using Chunk = std::vector<T>;

public:
    class View
    {
    public:
        [[nodiscard]] std::size_t size() const { return m_size; }
        [[nodiscard]] bool isEmpty() const { return m_size == 0; }
        const T& operator[](std::size_t i) const
        {
            assert(i < m_size);
            return (*m_chunks[i / ChunkSize])[i % ChunkSize];
        }

        /// Calls `visit(first, end)` for every chunk of rows that may differ from `before`, an earlier view of the
        /// same table; a default-made `before` visits everything. Costs one comparison per chunk.
        template <typename Visit> void forEachChangedChunk(const View& before, Visit visit) const
        {
            for (std::size_t chunk = 0; chunk < m_chunks.size(); ++chunk) {
                if (chunk < before.m_chunks.size() && before.m_chunks[chunk] == m_chunks[chunk])
                    continue;
                const std::size_t first = chunk * ChunkSize;
                visit(first, first + ChunkSize < m_size ? first + ChunkSize : m_size);
            }
        }

    private:
        friend class PersistentVector;
        std::vector<std::shared_ptr<const Chunk>> m_chunks;
        std::size_t m_size = 0;
    };

    [[nodiscard]] std::size_t size() const { return m_size; }
    const T& operator[](std::size_t i) const
    {
        assert(i < m_size);
        return (*m_chunks[i / ChunkSize])[i % ChunkSize];
    }

    std::size_t append(T value)
    {
        if (m_size % ChunkSize == 0) {
            m_chunks.push_back(std::make_shared<Chunk>());
            m_chunks.back()->reserve(ChunkSize);
        }
        writable(m_size / ChunkSize).push_back(std::move(value));
        return m_size++;
    }

    /// The row to change in place; the reference holds until the next call.
    T& edit(std::size_t i)
    {
        assert(i < m_size);
        return writable(i / ChunkSize)[i % ChunkSize];
    }

    [[nodiscard]] View view() const
    {
        View view;
        view.m_chunks.assign(m_chunks.begin(), m_chunks.end());
        view.m_size = m_size;
        m_held.assign(m_chunks.size(), true);
        return view;
    }

private:
    Chunk& writable(std::size_t chunk)
    {
        // use_count() would race with readers dropping their views; a flag per chunk is exact enough and never wrong.
        m_held.resize(m_chunks.size(), false);
        if (m_held[chunk]) {
            auto copy = std::make_shared<Chunk>();
            copy->reserve(ChunkSize);
            copy->assign(m_chunks[chunk]->begin(), m_chunks[chunk]->end());
            m_chunks[chunk] = std::move(copy);
            m_held[chunk] = false;
        }
        return *m_chunks[chunk];
    }

    std::vector<std::shared_ptr<Chunk>> m_chunks;
    mutable std::vector<bool> m_held; ///< a view may still read this chunk
    std::size_t m_size = 0;
};

} // namespace sagascope::base
