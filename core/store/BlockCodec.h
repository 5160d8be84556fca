// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"

namespace sagascope::store {

/// About so many bytes of records go into one block: large enough to compress well, small enough to open one for a
/// single record.
inline constexpr std::size_t kBlockSize = std::size_t(64) * 1024;
/// No block is larger than this, raw; whoever says otherwise is no friend.
inline constexpr std::size_t kLargestBlock = std::size_t(1) << 30U;

/// Bytes of records, compressed (zstd); immutable.
struct CompressedBlock
{
    std::vector<char> bytes;
    std::size_t rawSize = 0;
};

/// Compresses blocks one after the other with the same memory. One thread.
class BlockCompressor
{
public:
    BlockCompressor();
    ~BlockCompressor();
    BlockCompressor(const BlockCompressor&) = delete;
    BlockCompressor& operator=(const BlockCompressor&) = delete;

    [[nodiscard]] CompressedBlock compress(std::string_view raw);

private:
    struct Context;
    std::unique_ptr<Context> m_context;
    std::vector<char> m_scratch;
};

/// The bytes that were compressed. Any thread. Malformed when these are no block of that size; nothing is allocated then.
[[nodiscard]] base::Result<std::shared_ptr<const std::string>> decompress(std::string_view bytes, std::size_t rawSize);

} // namespace sagascope::store
