// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Hash.h"

#include <algorithm>

#include <xxhash.h>

namespace sagascope::base {

IdHash idHash(std::string_view text)
{
    if (text.empty())
        return {};
    return {std::max<std::uint64_t>(1, XXH3_64bits(text.data(), text.size()))};
}

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed)
{
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

} // namespace sagascope::base
