// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace sagascope::base {

/// Asks the system to put this memory into large pages, where it has such; a wish, not more.
void wishForLargePages(void* memory, std::size_t bytes);

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
        if (bytes < kLarge)
            return static_cast<T*>(::operator new(bytes));
        void* memory = ::operator new(bytes, std::align_val_t(kPage));
        wishForLargePages(memory, bytes);
        return static_cast<T*>(memory);
    }

    void deallocate(T* memory, std::size_t count)
    {
        if (count * sizeof(T) < kLarge)
            ::operator delete(memory);
        else
            ::operator delete(memory, std::align_val_t(kPage));
    }

    friend bool operator==(const LargePages&, const LargePages&) { return true; }

private:
    static constexpr std::size_t kPage = std::size_t(2) << 20U;
    static constexpr std::size_t kLarge = 2 * kPage;
};

/// For tables of many elements that are looked up in no order.
template <typename T> using LargeVector = std::vector<T, LargePages<T>>;

} // namespace sagascope::base
