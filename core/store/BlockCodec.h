// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/store/RecordBlock.h"

namespace sagascope::store {

/// About so many bytes of records go into one block: large enough to compress well, small enough to open one for a
/// single record.
inline constexpr std::size_t kBlockSize = std::size_t(512) * 1024;
/// No block is larger than this, raw; whoever says otherwise is no friend.
inline constexpr std::size_t kLargestBlock = std::size_t(1) << 30U;

/// Records, packed (see BlockPacking.h) and compressed (zstd); immutable.
struct CompressedBlock
{
    std::vector<char> bytes;
    std::size_t rawSize = 0;
};

/// What records have in common, so that a block need not say it again (a zstd dictionary). Immutable; any thread.
class BlockDictionary
{
public:
    /// From parts of packed blocks; null when they are too few or too much alike to make one. Takes some tenths of a second
    /// for some MiB.
    [[nodiscard]] static std::shared_ptr<const BlockDictionary> train(std::span<const std::string_view> samples);
    /// What bytes() gave; null when these are none.
    [[nodiscard]] static std::shared_ptr<const BlockDictionary> read(std::string_view bytes);
    ~BlockDictionary();
    BlockDictionary(const BlockDictionary&) = delete;
    BlockDictionary& operator=(const BlockDictionary&) = delete;

    [[nodiscard]] std::string_view bytes() const { return m_bytes; }
    /// Blocks name the one that they were made with by this; never 0.
    [[nodiscard]] std::uint32_t id() const;

private:
    friend class BlockCompressor;
    friend base::Result<BlockBytes> decompress(std::string_view bytes, std::size_t rawSize, const BlockDictionary* dictionary,
                                               BlockForm form);
    struct Digest;
    explicit BlockDictionary(std::string bytes);

    std::string m_bytes;
    std::unique_ptr<const Digest> m_digest;
};

/// Compresses blocks one after the other with the same memory. One thread.
class BlockCompressor
{
public:
    BlockCompressor();
    ~BlockCompressor();
    BlockCompressor(const BlockCompressor&) = delete;
    BlockCompressor& operator=(const BlockCompressor&) = delete;

    /// For the blocks from now on.
    void useDictionary(std::shared_ptr<const BlockDictionary> dictionary) { m_dictionary = std::move(dictionary); }
    [[nodiscard]] CompressedBlock compress(std::string_view block);

private:
    struct Context;
    std::unique_ptr<Context> m_context;
    std::vector<char> m_scratch;
    std::shared_ptr<const BlockDictionary> m_dictionary; ///< null: without
};

/// The id of the dictionary that the block was made with; 0 for none.
[[nodiscard]] std::uint32_t dictionaryOf(std::string_view bytes);

/// The block that was compressed, which has `rawSize` bytes as records. Any thread. Malformed when these are no block of that size (nothing is allocated then),
/// or `dictionary` is not the one that the block needs.
[[nodiscard]] base::Result<BlockBytes> decompress(std::string_view bytes, std::size_t rawSize,
                                                  const BlockDictionary* dictionary = nullptr,
                                                  BlockForm form = BlockForm::Records);

} // namespace sagascope::store
