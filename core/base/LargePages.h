// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace sagascope::base {

/// Memory straight from the system, in large pages where it has such: what is given back does not stay with the program as a
/// hole in its heap, which a table that grows would leave behind with every step. Throws std::bad_alloc.
[[nodiscard]] void* takeLargePages(std::size_t bytes);
void giveLargePages(void* memory, std::size_t bytes);

/// The standard allocator, but what is large lies in large pages. A table that is read here and there costs a walk
/// through the page tables with every look otherwise, once it is longer than the processor's list of pages reaches.
template <typename T> class LargePages
{
public:
    using value_type = T;

    LargePages() = default;
    template <typename U> LargePages(const LargePages<U>&) {} // NOLINT: allocators convert

    [[nodiscard]] T* allocate(std::size_t count)
    {
        const std::size_t bytes = count * sizeof(T);
        return static_cast<T*>(bytes < kLarge ? ::operator new(bytes) : takeLargePages(bytes));
    }

    void deallocate(T* memory, std::size_t count)
    {
        if (count * sizeof(T) < kLarge)
            ::operator delete(memory);
        else
            giveLargePages(memory, count * sizeof(T));
    }

    friend bool operator==(const LargePages&, const LargePages&) { return true; }

private:
    static constexpr std::size_t kLarge = std::size_t(1) << 20U;
};

/// For tables of many elements that are looked up in no order.
template <typename T> using LargeVector = std::vector<T, LargePages<T>>;

} // namespace sagascope::base
