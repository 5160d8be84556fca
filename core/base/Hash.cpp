// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Hash.h"

#include <xxhash.h>

namespace sagascope::base {

Hash128 hash128(std::string_view text)
{
    if (text.empty())
        return {};
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    return {hash.high64, hash.low64 == 0 && hash.high64 == 0 ? 1 : hash.low64};
}

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed)
{
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

} // namespace sagascope::base
