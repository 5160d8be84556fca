// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/RecordCodec.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <type_traits>

#include "core/store/ByteInput.h"

namespace sagascope::store {
namespace {

constexpr std::uint32_t kNull = std::numeric_limits<std::uint32_t>::max(); ///< in place of a length: no value at all

struct FixedPart
{
    std::int64_t offset = 0;
    std::int64_t brokerTime = 0;
    std::int32_t partition = 0;
    std::uint32_t headerCount = 0;
    std::uint32_t timestampType = 0;
    std::uint32_t isOurs = 0;
};
static_assert(std::endian::native == std::endian::little, "captures travel between machines");
static_assert(std::has_unique_object_representations_v<FixedPart>, "it is copied byte by byte");

class Writer
{
public:
    explicit Writer(std::span<char> out) : m_out(out) {}

    template <typename T> void plain(const T& value)
    {
        std::memcpy(m_out.data(), &value, sizeof value);
        m_out = m_out.subspan(sizeof value);
    }
    void text(std::optional<std::string_view> text)
    {
        plain(text ? static_cast<std::uint32_t>(text->size()) : kNull);
        if (!text || text->empty())
            return;
        std::memcpy(m_out.data(), text->data(), text->size());
        m_out = m_out.subspan(text->size());
    }

private:
    std::span<char> m_out;
};

/// The next text that Writer wrote.
std::optional<std::string_view> takeText(ByteInput& in)
{
    const auto length = in.plain<std::uint32_t>();
    return length == kNull ? std::nullopt : std::optional(in.take(length));
}

std::optional<DecodedRecord> decode(std::string_view bytes)
{
    constexpr std::size_t kSmallestHeader = 2 * sizeof(std::uint32_t);
    ByteInput reader(bytes);
    const auto fixed = reader.plain<FixedPart>();
    DecodedRecord decoded;
    event::RawRecord& record = decoded.record;
    record.offset = fixed.offset;
    record.brokerTime = base::Timestamp(base::Duration(fixed.brokerTime));
    record.partition = fixed.partition;
    record.timestampType = static_cast<event::TimestampType>(fixed.timestampType);
    record.isOurs = fixed.isOurs != 0;
    record.topic = takeText(reader).value_or("");
    record.key = takeText(reader);
    record.value = takeText(reader);
    if (reader.hasFailed() || fixed.headerCount > bytes.size() / kSmallestHeader)
        return std::nullopt;
    if (fixed.headerCount > 0) {
        decoded.headers = std::make_unique<event::HeaderView[]>(fixed.headerCount);
        for (std::uint32_t i = 0; i < fixed.headerCount; ++i)
            decoded.headers[i] = {takeText(reader).value_or(""), takeText(reader)};
        record.headers = {decoded.headers.get(), fixed.headerCount};
    }
    return reader.hasFailed() ? std::nullopt : std::optional(std::move(decoded));
}

std::size_t textSize(std::optional<std::string_view> text)
{
    return sizeof(std::uint32_t) + (text ? text->size() : 0);
}

} // namespace

std::size_t encodedSize(const event::RawRecord& record)
{
    std::size_t size = sizeof(std::uint64_t) + sizeof(FixedPart);
    size += textSize(record.topic) + textSize(record.key) + textSize(record.value);
    for (const event::HeaderView& header : record.headers)
        size += textSize(header.name) + textSize(header.value);
    return size;
}

void encode(const event::RawRecord& record, std::span<char> out)
{
    Writer writer(out);
    writer.plain(static_cast<std::uint64_t>(out.size() - sizeof(std::uint64_t)));
    writer.plain(FixedPart{record.offset, record.brokerTime.time_since_epoch().count(), record.partition,
                           static_cast<std::uint32_t>(record.headers.size()),
                           static_cast<std::uint32_t>(record.timestampType), record.isOurs ? 1U : 0U});
    writer.text(record.topic);
    writer.text(record.key);
    writer.text(record.value);
    for (const event::HeaderView& header : record.headers) {
        writer.text(header.name);
        writer.text(header.value);
    }
}

std::optional<DecodedRecord> decodeNext(std::string_view& bytes)
{
    ByteInput whole(bytes);
    const std::string_view mine = whole.take(whole.plain<std::uint64_t>());
    std::optional<DecodedRecord> decoded = whole.hasFailed() ? std::nullopt : decode(mine);
    if (decoded)
        bytes.remove_prefix(sizeof(std::uint64_t) + mine.size());
    return decoded;
}

bool nextValue(std::string_view& bytes, std::optional<std::string_view>& value)
{
    ByteInput whole(bytes);
    const std::string_view mine = whole.take(whole.plain<std::uint64_t>());
    ByteInput record(mine);
    static_cast<void>(record.take(sizeof(FixedPart)));
    static_cast<void>(takeText(record)); // topic
    static_cast<void>(takeText(record)); // key
    value = takeText(record);
    const bool isWhole = !whole.hasFailed() && !record.hasFailed();
    if (isWhole)
        bytes.remove_prefix(sizeof(std::uint64_t) + mine.size());
    return isWhole;
}

std::optional<DecodedRecord> decodeAt(std::string_view block, std::size_t position)
{
    ByteInput blockReader(block);
    std::string_view bytes;
    for (std::size_t i = 0; i <= position; ++i)
        bytes = blockReader.take(blockReader.plain<std::uint64_t>());
    return blockReader.hasFailed() ? std::nullopt : decode(bytes);
}

} // namespace sagascope::store
