// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace sagascope::support {

/// What this thread allocates while one of these lives is not looked for when leaks are: for libraries that are known to lose
/// something in a situation that a test must bring about, and that leave no name on the stack to suppress it by.
class LeaksIgnored
{
public:
#ifdef __SANITIZE_ADDRESS__
    LeaksIgnored() { __lsan_disable(); }
    ~LeaksIgnored() { __lsan_enable(); }
#else
    LeaksIgnored() {} // NOLINT: a variable of a type that does something is not unused
#endif
    LeaksIgnored(const LeaksIgnored&) = delete;
    LeaksIgnored& operator=(const LeaksIgnored&) = delete;
};

} // namespace sagascope::support
