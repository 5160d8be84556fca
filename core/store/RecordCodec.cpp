// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/RecordCodec.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <type_traits>

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

/// Reads what Writer wrote; asking for more than there is makes it fail from then on.
class Reader
{
public:
    explicit Reader(std::string_view bytes) : m_rest(bytes) {}

    template <typename T> T plain()
    {
        T value{};
        const std::string_view bytes = take(sizeof value);
        if (bytes.size() == sizeof value)
            std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }
    std::optional<std::string_view> text()
    {
        const auto length = plain<std::uint32_t>();
        return length == kNull ? std::nullopt : std::optional(take(length));
    }
    std::string_view take(std::size_t length)
    {
        m_hasFailed = m_hasFailed || length > m_rest.size();
        if (m_hasFailed)
            return {};
        const std::string_view bytes = m_rest.substr(0, length);
        m_rest.remove_prefix(length);
        return bytes;
    }
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

private:
    std::string_view m_rest;
    bool m_hasFailed = false;
};

std::optional<DecodedRecord> decode(std::string_view bytes)
{
    constexpr std::size_t kSmallestHeader = 2 * sizeof(std::uint32_t);
    Reader reader(bytes);
    const auto fixed = reader.plain<FixedPart>();
    DecodedRecord decoded;
    event::RawRecord& record = decoded.record;
    record.offset = fixed.offset;
    record.brokerTime = base::Timestamp(base::Duration(fixed.brokerTime));
    record.partition = fixed.partition;
    record.timestampType = static_cast<event::TimestampType>(fixed.timestampType);
    record.isOurs = fixed.isOurs != 0;
    record.topic = reader.text().value_or("");
    record.key = reader.text();
    record.value = reader.text();
    if (reader.hasFailed() || fixed.headerCount > bytes.size() / kSmallestHeader)
        return std::nullopt;
    if (fixed.headerCount > 0) {
        decoded.headers = std::make_unique<event::HeaderView[]>(fixed.headerCount);
        for (std::uint32_t i = 0; i < fixed.headerCount; ++i)
            decoded.headers[i] = {reader.text().value_or(""), reader.text()};
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
    Reader whole(bytes);
    const std::string_view mine = whole.take(whole.plain<std::uint64_t>());
    std::optional<DecodedRecord> decoded = whole.hasFailed() ? std::nullopt : decode(mine);
    if (decoded)
        bytes.remove_prefix(sizeof(std::uint64_t) + mine.size());
    return decoded;
}

bool nextValue(std::string_view& bytes, std::optional<std::string_view>& value)
{
    Reader whole(bytes);
    const std::string_view mine = whole.take(whole.plain<std::uint64_t>());
    Reader record(mine);
    static_cast<void>(record.take(sizeof(FixedPart)));
    static_cast<void>(record.text()); // topic
    static_cast<void>(record.text()); // key
    value = record.text();
    const bool isWhole = !whole.hasFailed() && !record.hasFailed();
    if (isWhole)
        bytes.remove_prefix(sizeof(std::uint64_t) + mine.size());
    return isWhole;
}

std::optional<DecodedRecord> decodeAt(std::string_view block, std::size_t position)
{
    Reader blockReader(block);
    std::string_view bytes;
    for (std::size_t i = 0; i <= position; ++i)
        bytes = blockReader.take(blockReader.plain<std::uint64_t>());
    return blockReader.hasFailed() ? std::nullopt : decode(bytes);
}

} // namespace sagascope::store
