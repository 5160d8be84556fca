// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sagascope::base {

/// Asks for memory that will be read soon: several reads then wait for it together, not in turn. It need not exist.
inline void prefetch([[maybe_unused]] const void* memory)
{
#if defined(__GNUC__)
    __builtin_prefetch(memory);
#endif
}

} // namespace sagascope::base
