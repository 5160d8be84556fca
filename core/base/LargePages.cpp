// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/LargePages.h"

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace sagascope::base {

void wishForLargePages([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t bytes)
{
#if defined(__linux__)
    (void)madvise(memory, bytes, MADV_HUGEPAGE);
#endif
}

} // namespace sagascope::base
