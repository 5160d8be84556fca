// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/LargePages.h"

#include <cstdint>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace sagascope::base {

#if defined(__linux__)
namespace {

constexpr std::size_t kPage = std::size_t(2) << 20U;
constexpr std::size_t kSmallPage = 4096; ///< where it is more, the system rounds up by itself

std::size_t roundedUp(std::size_t bytes, std::size_t unit)
{
    return (bytes + unit - 1) / unit * unit;
}

/// What lies between two places, given back to the system.
void unmap(std::uintptr_t first, std::uintptr_t end)
{
    if (first < end)
        munmap(reinterpret_cast<void*>(first), end - first); // NOLINT: addresses are what is counted
}

} // namespace

/// Large pages lie at multiples of their size, so more is asked for than is wanted, and the ends are given back.
void* takeLargePages(std::size_t bytes)
{
    const std::size_t wanted = roundedUp(bytes, kSmallPage);
    void* const memory = mmap(nullptr, wanted + kPage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        throw std::bad_alloc();
    const auto first = reinterpret_cast<std::uintptr_t>(memory);
    const std::uintptr_t aligned = roundedUp(first, kPage);
    unmap(first, aligned);
    unmap(aligned + wanted, first + wanted + kPage);
    auto* const kept = reinterpret_cast<void*>(aligned); // NOLINT
    (void)madvise(kept, wanted, MADV_HUGEPAGE);          // a wish, not more
    return kept;
}

void giveLargePages(void* memory, std::size_t bytes)
{
    const auto first = reinterpret_cast<std::uintptr_t>(memory);
    unmap(first, first + roundedUp(bytes, kSmallPage));
}
#else
void* takeLargePages(std::size_t bytes)
{
    return ::operator new(bytes);
}

void giveLargePages(void* memory, std::size_t)
{
    ::operator delete(memory);
}
#endif

} // namespace sagascope::base
