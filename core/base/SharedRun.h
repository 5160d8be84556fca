// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>

namespace sagascope::base {

/// A list that never changes, held together with others: null, or to be used like a pointer to a span (and then null is
/// an empty one). Copies share the memory; any thread may read.
template <typename T> class SharedRun
{
public:
    SharedRun() = default;
    /// A copy of the values.
    explicit SharedRun(std::span<const T> values) : m_memory(new T[values.size()])
    {
        std::copy(values.begin(), values.end(), m_memory.get());
        m_values = {m_memory.get(), values.size()};
    }
    /// The values lie in the memory, and nobody writes them any more.
    SharedRun(std::shared_ptr<T[]> memory, std::size_t size) : m_memory(std::move(memory)), m_values(m_memory.get(), size) {}

    [[nodiscard]] explicit operator bool() const { return m_memory != nullptr; }
    operator std::span<const T>() const { return m_values; } // NOLINT: it is one, held
    [[nodiscard]] std::span<const T> operator*() const { return m_values; }
    [[nodiscard]] const std::span<const T>* operator->() const { return &m_values; }
    /// The same list, not merely an equal one.
    friend bool operator==(const SharedRun& a, const SharedRun& b)
    {
        return a.m_memory == b.m_memory && a.m_values.size() == b.m_values.size();
    }

private:
    std::shared_ptr<T[]> m_memory;
    std::span<const T> m_values;
};

/// A list that one thread extends and whose present state it shares at no cost: what was shared lies in the same memory,
/// before everything that comes later.
template <typename T> class GrowingRun
{
public:
    void append(T value)
    {
        if (m_size == m_capacity)
            move(m_size + std::max<std::size_t>(4, m_size / 2)); // most lists stay short
        m_memory[std::ptrdiff_t(m_size++)] = std::move(value);
    }

    /// Puts everything in order, in memory of its own.
    void sort()
    {
        move(m_capacity);
        T* const first = m_memory.get();
        T* const sorted = std::is_sorted_until(first, first + m_size); // mostly all but the last few
        std::sort(sorted, first + m_size);
        std::inplace_merge(first, sorted, first + m_size);
    }

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] const T& last() const { return m_memory[std::ptrdiff_t(m_size) - 1]; }
    [[nodiscard]] std::span<const T> values() const { return {m_memory.get(), m_size}; }
    /// Null while empty.
    [[nodiscard]] SharedRun<T> share() const { return {m_memory, m_size}; }

private:
    void move(std::size_t capacity)
    {
        std::shared_ptr<T[]> memory = std::make_shared<T[]>(capacity);
        std::copy_n(m_memory.get(), m_size, memory.get());
        m_memory = std::move(memory);
        m_capacity = std::uint32_t(capacity);
    }

    std::shared_ptr<T[]> m_memory;
    std::uint32_t m_size = 0;
    std::uint32_t m_capacity = 0;
};

} // namespace sagascope::base
