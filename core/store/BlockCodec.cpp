// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/BlockCodec.h"

#include <algorithm>
#include <utility>

#include <zdict.h>
#include <zstd.h>

#include "core/store/BlockPacking.h"

namespace sagascope::store {
namespace {

constexpr std::size_t kLargestScratch = std::size_t(4) * 1024 * 1024; ///< more is given back
constexpr std::size_t kDictionarySize = std::size_t(64) * 1024;
constexpr int kLevel = 3; // 5 saves another fifteenth and costs twice the time

base::Error noBlock(std::string why)
{
    return {base::ErrorCode::Malformed, "payload block", std::move(why)};
}

ZSTD_DCtx* threadsDecompressor()
{
    struct Free
    {
        void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
    };
    thread_local const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());
    return context.get();
}

} // namespace

struct BlockDictionary::Digest
{
    explicit Digest(std::string_view bytes)
        : forCompressing(ZSTD_createCDict(bytes.data(), bytes.size(), kLevel)),
          forReading(ZSTD_createDDict(bytes.data(), bytes.size()))
    {
    }
    ~Digest()
    {
        ZSTD_freeCDict(forCompressing);
        ZSTD_freeDDict(forReading);
    }
    Digest(const Digest&) = delete;
    Digest& operator=(const Digest&) = delete;

    ZSTD_CDict* forCompressing;
    ZSTD_DDict* forReading;
};

BlockDictionary::BlockDictionary(std::string bytes) : m_bytes(std::move(bytes)), m_digest(std::make_unique<Digest>(m_bytes)) {}

BlockDictionary::~BlockDictionary() = default;

std::shared_ptr<const BlockDictionary> BlockDictionary::train(std::span<const std::string_view> samples)
{
    std::string joined;
    std::vector<std::size_t> sizes;
    for (const std::string_view sample : samples) {
        joined += sample;
        sizes.push_back(sample.size());
    }
    std::string bytes(kDictionarySize, '\0');
    const std::size_t size =
        ZDICT_trainFromBuffer(bytes.data(), bytes.size(), joined.data(), sizes.data(), static_cast<unsigned>(sizes.size()));
    if (ZDICT_isError(size) != 0)
        return nullptr;
    bytes.resize(size);
    return read(bytes);
}

std::shared_ptr<const BlockDictionary> BlockDictionary::read(std::string_view bytes)
{
    std::shared_ptr<const BlockDictionary> dictionary(new BlockDictionary(std::string(bytes)));
    const bool isOne = dictionary->m_digest->forCompressing && dictionary->m_digest->forReading && dictionary->id() != 0;
    return isOne ? dictionary : nullptr;
}

std::uint32_t BlockDictionary::id() const
{
    return ZSTD_getDictID_fromDDict(m_digest->forReading);
}

struct BlockCompressor::Context
{
    Context() : zstd(ZSTD_createCCtx()) {}
    ~Context() { ZSTD_freeCCtx(zstd); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    ZSTD_CCtx* zstd;
};

BlockCompressor::BlockCompressor() : m_context(std::make_unique<Context>()) {}

BlockCompressor::~BlockCompressor() = default;

CompressedBlock BlockCompressor::compress(std::string_view block)
{
    const std::optional<std::string> packed = pack(block);
    const std::string_view raw = packed ? std::string_view(*packed) : block;
    m_scratch.resize(std::max(m_scratch.size(), ZSTD_compressBound(raw.size())));
    // The bound is large enough by definition, so this can't fail.
    const std::size_t size = m_dictionary
        ? ZSTD_compress_usingCDict(m_context->zstd, m_scratch.data(), m_scratch.size(), raw.data(), raw.size(),
                                   m_dictionary->m_digest->forCompressing)
        : ZSTD_compressCCtx(m_context->zstd, m_scratch.data(), m_scratch.size(), raw.data(), raw.size(), kLevel);
    CompressedBlock compressed;
    compressed.bytes.assign(m_scratch.begin(), m_scratch.begin() + std::ptrdiff_t(size));
    compressed.rawSize = block.size();
    if (m_scratch.size() > kLargestScratch)
        m_scratch = {};
    return compressed;
}

std::uint32_t dictionaryOf(std::string_view bytes)
{
    return ZSTD_getDictID_fromFrame(bytes.data(), bytes.size());
}

base::Result<BlockBytes> decompress(std::string_view bytes, std::size_t rawSize, const BlockDictionary* dictionary, BlockForm form)
{
    const unsigned long long promised = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (rawSize > kLargestBlock || promised > kLargestBlock) // the two ways to say that it is not known are larger, too
        return noBlock("is not of the size that it should have");
    std::shared_ptr<char[]> raw(new char[promised]);
    ZSTD_DCtx* context = threadsDecompressor();
    const std::size_t size = dictionary
        ? ZSTD_decompress_usingDDict(context, raw.get(), promised, bytes.data(), bytes.size(), dictionary->m_digest->forReading)
        : ZSTD_decompressDCtx(context, raw.get(), promised, bytes.data(), bytes.size());
    if (ZSTD_isError(size) != 0 || size != promised)
        return noBlock(ZSTD_getErrorName(size));
    const std::string_view read(raw.get(), size);
    if (isPacked(read) && form == BlockForm::AsKept)
        return BlockBytes{read, raw};
    if (isPacked(read))
        raw = unpack(read, rawSize);
    else if (size != rawSize)
        raw = nullptr;
    return raw ? base::Result<BlockBytes>(BlockBytes{{raw.get(), rawSize}, raw}) : noBlock("is not of the size that it should have");
}

} // namespace sagascope::store
