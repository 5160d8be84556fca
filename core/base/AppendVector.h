// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>

#include "core/base/ColumnSpace.h"
#include "core/base/Prefetch.h"

namespace sagascope::base {

/// A column that only grows: chunks of a fixed size that never move.
///
/// One thread appends. `view()` is called by that thread and gives an immutable View (two words) which any number of
/// threads may read while appending goes on: the writer only touches elements, and places in the directory of chunks,
/// beyond the view's count. Handing the View to the other thread must synchronise (Session's snapshot does).
///
/// With a ColumnSpace the chunks lie there.
template <typename T, std::size_t ChunkSize = 4096> class AppendVector
{
    using Chunk = std::shared_ptr<T[]>;

public:
    AppendVector() = default;
    explicit AppendVector(std::shared_ptr<ColumnSpace> space) : m_space(std::move(space)) {}

    class View
    {
    public:
        [[nodiscard]] std::size_t size() const { return m_size; }
        [[nodiscard]] bool isEmpty() const { return m_size == 0; }
        const T& operator[](std::size_t i) const
        {
            assert(i < m_size);
            return m_directory[std::ptrdiff_t(i / ChunkSize)][std::ptrdiff_t(i % ChunkSize)];
        }
        /// What appendRun() put at `first`; lives as long as the chunk, that is, as long as any view of it.
        [[nodiscard]] std::span<const T> run(std::size_t first, std::size_t count) const
        {
            return count == 0 ? std::span<const T>() : std::span<const T>(&(*this)[first], count);
        }
        /// Asks for the memory of an element that will be read soon.
        void prefetch(std::size_t i) const { base::prefetch(&(*this)[i]); }

    private:
        friend class AppendVector;
        std::shared_ptr<const Chunk[]> m_directory;
        std::size_t m_size = 0;
    };

    std::size_t append(T value)
    {
        static_assert(std::is_default_constructible_v<T>);
        if (m_size % ChunkSize == 0)
            addChunk();
        m_last[m_size % ChunkSize] = std::move(value);
        return m_size++;
    }

    /// Appends neighbours that stay neighbours in memory, at most ChunkSize of them; a gap of default-made elements
    /// may come before. Returns where the run starts.
    std::size_t appendRun(std::span<const T> values)
    {
        assert(values.size() <= ChunkSize);
        while (m_size % ChunkSize + values.size() > ChunkSize)
            append(T());
        const std::size_t first = m_size;
        for (const T& value : values)
            append(value);
        return first;
    }

    /// The element appended last, to be completed before a view() hands it out: readers may look at it from then on.
    T& last()
    {
        assert(m_size > 0);
        return m_last[(m_size - 1) % ChunkSize];
    }

    [[nodiscard]] std::size_t size() const { return m_size; }
    const T& operator[](std::size_t i) const
    {
        assert(i < m_size);
        return m_directory[std::ptrdiff_t(i / ChunkSize)][std::ptrdiff_t(i % ChunkSize)];
    }

    [[nodiscard]] std::span<const T> run(std::size_t first, std::size_t count) const
    {
        return count == 0 ? std::span<const T>() : std::span<const T>(&(*this)[first], count);
    }

    /// Asks for the memory of an element that will be read soon.
    void prefetch(std::size_t i) const { base::prefetch(&(*this)[i]); }

    [[nodiscard]] View view() const
    {
        View view;
        view.m_directory = m_directory;
        view.m_size = m_size;
        return view;
    }

private:
    /// A full directory is replaced by one twice as long: views keep theirs, and a view costs nothing that grows.
    void addChunk()
    {
        const std::size_t count = m_size / ChunkSize;
        if (count == m_capacity) {
            m_capacity = m_capacity == 0 ? 4 : m_capacity * 2;
            std::shared_ptr<Chunk[]> longer(new Chunk[m_capacity]);
            std::copy_n(m_directory.get(), count, longer.get());
            m_directory = std::move(longer);
        }
        m_directory[std::ptrdiff_t(count)] = makeChunk();
        m_last = m_directory[std::ptrdiff_t(count)].get();
    }

    [[nodiscard]] Chunk makeChunk() const
    {
        if constexpr (std::is_trivially_destructible_v<T>) {
            if (m_space) {
                const std::shared_ptr<std::byte[]> memory = m_space->take(ChunkSize * sizeof(T));
                T* const first = reinterpret_cast<T*>(memory.get());
                std::uninitialized_value_construct_n(first, ChunkSize);
                return Chunk(memory, first);
            }
        }
        return Chunk(new T[ChunkSize]);
    }

    std::shared_ptr<ColumnSpace> m_space; ///< null: in memory
    std::shared_ptr<Chunk[]> m_directory;
    std::size_t m_capacity = 0; ///< of the directory
    T* m_last = nullptr;        ///< the chunk that is being filled
    std::size_t m_size = 0;
};

} // namespace sagascope::base
