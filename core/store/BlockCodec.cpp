// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/BlockCodec.h"

#include <algorithm>

#include <zstd.h>

namespace sagascope::store {
namespace {

constexpr std::size_t kLargestScratch = std::size_t(4) * 1024 * 1024; ///< more is given back
constexpr int kLevel = 1; // higher levels cost several times the time and save nothing on such blocks

base::Error noBlock(std::string why)
{
    return {base::ErrorCode::Malformed, "payload block", std::move(why)};
}

} // namespace

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

CompressedBlock BlockCompressor::compress(std::string_view raw)
{
    m_scratch.resize(std::max(m_scratch.size(), ZSTD_compressBound(raw.size())));
    // The bound is large enough by definition, so this can't fail.
    const std::size_t size =
        ZSTD_compressCCtx(m_context->zstd, m_scratch.data(), m_scratch.size(), raw.data(), raw.size(), kLevel);
    CompressedBlock block;
    block.bytes.assign(m_scratch.begin(), m_scratch.begin() + std::ptrdiff_t(size));
    block.rawSize = raw.size();
    if (m_scratch.size() > kLargestScratch)
        m_scratch = {};
    return block;
}

base::Result<std::shared_ptr<const std::string>> decompress(std::string_view bytes, std::size_t rawSize)
{
    if (rawSize > kLargestBlock || ZSTD_getFrameContentSize(bytes.data(), bytes.size()) != rawSize)
        return noBlock("is not of the size that it should have");
    auto raw = std::make_shared<std::string>(rawSize, '\0');
    const std::size_t size = ZSTD_decompress(raw->data(), raw->size(), bytes.data(), bytes.size());
    if (ZSTD_isError(size) != 0 || size != rawSize)
        return noBlock(ZSTD_getErrorName(size));
    return std::shared_ptr<const std::string>(std::move(raw));
}

} // namespace sagascope::store
