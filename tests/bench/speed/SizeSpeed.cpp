// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include <zstd.h>

#include "core/capture/CaptureReader.h"
#include "tests/bench/speed/Measurements.h"
#include "tests/bench/speed/Records.h"
#include "tests/bench/speed/Verdict.h"

namespace sagascope::bench {
namespace {

constexpr int kLevel = 3; // what the command line tool does without being told

/// How many bytes `zstd -3` makes of everything that it is given, one after the other.
class Compressed
{
public:
    Compressed() : m_stream(ZSTD_createCCtx()), m_out(ZSTD_CStreamOutSize())
    {
        ZSTD_CCtx_setParameter(m_stream.get(), ZSTD_c_compressionLevel, kLevel);
    }

    void add(std::string_view bytes) { push(bytes, ZSTD_e_continue); }
    [[nodiscard]] std::size_t finish()
    {
        push({}, ZSTD_e_end);
        return m_size;
    }

private:
    void push(std::string_view bytes, ZSTD_EndDirective directive)
    {
        ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
        std::size_t left = 0;
        do {
            ZSTD_outBuffer out{m_out.data(), m_out.size(), 0};
            left = ZSTD_compressStream2(m_stream.get(), &out, &in, directive);
            if (ZSTD_isError(left))
                throw std::runtime_error(ZSTD_getErrorName(left));
            m_size += out.pos;
        } while (directive == ZSTD_e_end ? left != 0 : in.pos != in.size);
    }

    struct Free
    {
        void operator()(ZSTD_CCtx* stream) const { ZSTD_freeCCtx(stream); }
    };
    std::unique_ptr<ZSTD_CCtx, Free> m_stream;
    std::vector<char> m_out;
    std::size_t m_size = 0;
};

} // namespace

void measureSize(const Setup& setup)
{
    auto reader = orThrow(capture::CaptureReader::open(setup.capture));
    Compressed compressed;
    std::size_t values = 0;
    std::size_t records = 0;
    std::size_t raw = 0;
    while (!reader.isAtEnd()) {
        const event::RecordBatch batch = reader.read();
        for (const event::RawRecord& record : batch.records()) {
            values += record.value.value_or("").size();
            raw += record.size();
            compressed.add(record.value.value_or(""));
        }
        records += batch.size();
    }
    if (records == 0)
        throw std::runtime_error("the capture is empty");
    const auto file = double(std::filesystem::file_size(setup.capture));
    const auto packed = double(compressed.finish());
    tell("capture.bytes", file / double(records), "bytes/event");
    tell("capture.values", double(values) / double(records), "bytes/event");
    tell("capture.values-keys-headers", double(raw) / double(records), "bytes/event");
    tell("capture.zstd-3-of-values", packed / double(records), "bytes/event");
    tell("capture.of-values", file / double(values), "times");
    tellAtMost("capture.of-zstd-3", file / packed, "times", 1.4);
}

} // namespace sagascope::bench
