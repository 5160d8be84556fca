// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "tests/support/Records.h"

namespace sagascope::robustness {

/// Record number `i` of a history that both sides of a crash know: coordinates, key and value follow from the number.
/// Values do not compress, so that the file grows and its log is brought into it now and then.
inline test::Record numberedRecord(std::uint32_t i)
{
    std::minstd_rand random(i + 1);
    std::string value(random() % 3'000, ' ');
    for (char& c : value)
        c = static_cast<char>('!' + random() % 90);
    return test::Record("dreamscape.crash." + std::to_string(i % 5))
        .at(std::int32_t(i % 3), std::int64_t(i))
        .key(std::to_string(i))
        .value(value);
}

} // namespace sagascope::robustness
