// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's way in: any bytes as a query. Build with -DSAGASCOPE_FUZZERS=ON and clang.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/support/QueryCheck.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static sagascope::test::QueryCheck check;
    if (const auto problem = check.problemWith({reinterpret_cast<const char*>(data), size})) {
        std::fprintf(stderr, "%s\n", problem->c_str());
        std::abort();
    }
    return 0;
}
