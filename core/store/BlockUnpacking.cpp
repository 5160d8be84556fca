// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/event/RawRecord.h"
#include "core/store/BlockPacking.h"
#include "core/store/ByteInput.h"
#include "core/store/PackedForm.h"
#include "core/store/RecordCodec.h"
#include "core/store/UuidText.h"

namespace sagascope::store {
namespace {

using Text = std::optional<std::string_view>;

std::int64_t follow(std::int64_t from, std::uint64_t zigzagged)
{
    const std::uint64_t step = (zigzagged >> 1U) ^ (std::uint64_t(0) - (zigzagged & 1U));
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(from) + step);
}

/// The next number, as BlockPacking writes it: seven bits a byte, the lowest first.
std::uint64_t takeNumber(ByteInput& in)
{
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const std::string_view byte = in.take(1);
        if (byte.empty())
            return 0;
        number |= std::uint64_t(static_cast<unsigned char>(byte.front()) & 0x7FU) << shift;
        if ((static_cast<unsigned char>(byte.front()) & 0x80U) == 0)
            return number;
    }
    in.fail();
    return 0;
}

/// Passes over the fixed part of a record and gives the size of its value, plus one; 0 where it has none.
std::uint64_t takeHead(ByteInput& head)
{
    constexpr int kBeforeHeaders = 3; // topic, partition, marks
    for (int i = 0; i < kBeforeHeaders; ++i)
        static_cast<void>(takeNumber(head));
    const std::uint64_t headers = takeNumber(head);
    const std::uint64_t size = takeNumber(head);
    for (std::uint64_t i = 0; i < headers && !head.hasFailed(); ++i)
        static_cast<void>(takeNumber(head)); // its name
    return size;
}

/// The bodies, with their UUIDs put back among what lies beside them.
class Bodies
{
public:
    Bodies() = default;
    Bodies(std::string_view gaps, std::string_view rest, std::string_view uuids) : m_gaps(gaps), m_rest(rest), m_uuids(uuids) {}

    /// Appends the next one, which has `size` bytes.
    void append(std::uint64_t size, std::string& out)
    {
        const std::uint64_t uuids = takeNumber(m_gaps);
        if (uuids > size / kUuidTextSize)
            return m_gaps.fail();
        std::uint64_t left = size - uuids * kUuidTextSize; // of what lies beside
        for (std::uint64_t i = 0; i < uuids && !hasFailed(); ++i) {
            const std::uint64_t gap = takeNumber(m_gaps);
            const std::string_view uuid = m_uuids.take(kUuidSize);
            if (gap > left || uuid.empty())
                return m_gaps.fail();
            out += m_rest.take(gap);
            appendUuidText(out, uuid.data());
            left -= gap;
        }
        out += m_rest.take(left);
    }
    [[nodiscard]] bool hasFailed() const { return m_gaps.hasFailed() || m_rest.hasFailed() || m_uuids.hasFailed(); }

private:
    ByteInput m_gaps;
    ByteInput m_rest;
    ByteInput m_uuids;
};

class Unpacking
{
public:
    explicit Unpacking(std::string_view packed)
    {
        ByteInput all(packed);
        static_cast<void>(all.take(kPackedMagic.size()));
        m_left = takeNumber(all);
        readTable(all);
        std::array<std::uint64_t, kStreamCount> sizes{};
        for (std::uint64_t& size : sizes)
            size = takeNumber(all);
        for (std::size_t i = 0; i < kStreamCount; ++i)
            m_streams[i] = ByteInput(all.take(sizes[i]));
        m_bodies = Bodies(m_streams[kGaps].rest(), m_streams[kBodies].rest(), m_streams[kUuids].rest());
        m_hasFailed = all.hasFailed() || !all.isAtEnd();
    }

    [[nodiscard]] bool hasNext() const { return !m_hasFailed && m_left > 0; }
    /// Valid until the next one. Nothing when it makes no sense.
    std::optional<event::RawRecord> next()
    {
        --m_left;
        event::RawRecord record;
        const std::uint64_t topic = takeNumber(m_streams[kHead]);
        record.topic = entry(topic);
        record.partition = static_cast<std::int32_t>(follow(0, takeNumber(m_streams[kHead])));
        const std::uint64_t marks = takeNumber(m_streams[kHead]);
        record.timestampType = static_cast<event::TimestampType>(marks / 2);
        record.isOurs = marks % 2 == 1;
        const std::uint64_t headers = takeNumber(m_streams[kHead]);
        const std::uint64_t size = takeNumber(m_streams[kHead]);
        m_body.clear();
        m_bodies.append(size == 0 ? 0 : size - 1, m_body);
        if (size > 0)
            record.value = m_body;
        std::int64_t& offset = m_trail.offsets[{topic, record.partition}];
        record.offset = offset = follow(offset, takeNumber(m_streams[kSteps]));
        m_trail.time = follow(m_trail.time, takeNumber(m_streams[kSteps]));
        record.brokerTime = base::Timestamp(base::Duration(m_trail.time));
        record.key = text(record.value.value_or(std::string_view()));
        m_hasFailed = m_hasFailed || headers > m_streams[kHead].left();
        m_headers.clear();
        for (std::uint64_t i = 0; !hasFailed() && i < headers; ++i) {
            const std::string_view name = entry(takeNumber(m_streams[kHead]));
            m_headers.push_back({name, text(record.value.value_or(std::string_view()))});
        }
        record.headers = m_headers;
        return hasFailed() ? std::nullopt : std::optional(record);
    }
    [[nodiscard]] bool hasFailed() const
    {
        bool hasFailed = m_hasFailed || m_bodies.hasFailed();
        for (const ByteInput& stream : m_streams)
            hasFailed = hasFailed || stream.hasFailed();
        return hasFailed;
    }

private:
    void readTable(ByteInput& all)
    {
        const std::uint64_t count = takeNumber(all);
        if (count > all.left())
            return all.fail();
        std::vector<std::uint64_t> sizes(count);
        for (std::uint64_t& size : sizes)
            size = takeNumber(all);
        for (const std::uint64_t size : sizes)
            m_table.push_back(all.take(size));
    }

    std::string_view entry(std::uint64_t number)
    {
        m_hasFailed = m_hasFailed || number >= m_table.size();
        return m_hasFailed ? std::string_view() : m_table[number];
    }

    Text text(std::string_view body)
    {
        ByteInput& in = m_streams[kTexts];
        const std::uint64_t tag = takeNumber(in);
        if (tag == kNull)
            return std::nullopt;
        if (tag == kInline)
            return in.take(takeNumber(in));
        if (tag >= kTable)
            return entry(tag - kTable);
        const std::uint64_t place = takeNumber(in);
        const std::uint64_t size = takeNumber(in);
        m_hasFailed = m_hasFailed || place > body.size() || size > body.size() - place;
        return m_hasFailed ? std::string_view() : body.substr(place, size);
    }

    std::uint64_t m_left = 0; ///< records
    std::vector<std::string_view> m_table;
    std::array<ByteInput, kStreamCount> m_streams;
    std::vector<event::HeaderView> m_headers;
    Bodies m_bodies;
    std::string m_body; ///< of the record that next() gave last
    Trail m_trail;
    bool m_hasFailed = false;
};

} // namespace

PackedValues::PackedValues(std::string_view packed)
{
    ByteInput all(packed);
    static_cast<void>(all.take(kPackedMagic.size()));
    const std::uint64_t records = takeNumber(all);
    std::uint64_t tableSize = 0;
    for (std::uint64_t texts = takeNumber(all); texts > 0 && !all.hasFailed(); --texts)
        tableSize += takeNumber(all);
    static_cast<void>(all.take(tableSize));
    std::array<std::uint64_t, kStreamCount> sizes{};
    for (std::uint64_t& size : sizes)
        size = takeNumber(all);
    std::array<std::string_view, kStreamCount> streams;
    for (std::size_t i = 0; i < kStreamCount; ++i)
        streams[i] = all.take(sizes[i]);
    if (all.hasFailed() || !all.isAtEnd())
        return;
    m_bytes.reserve(streams[kBodies].size() + streams[kUuids].size() / kUuidSize * kUuidTextSize);
    Bodies bodies(streams[kGaps], streams[kBodies], streams[kUuids]);
    for (ByteInput head(streams[kHead]); m_sizes.size() < records;) {
        const std::uint64_t size = takeHead(head);
        const std::size_t before = m_bytes.size();
        bodies.append(size == 0 ? 0 : size - 1, m_bytes);
        if (head.hasFailed() || bodies.hasFailed()) {
            m_bytes.resize(before);
            break;
        }
        m_sizes.push_back(size);
    }
}

bool PackedValues::next(std::optional<std::string_view>& value)
{
    if (m_next == m_sizes.size())
        return false;
    const std::uint64_t size = m_sizes[m_next++];
    value = size == 0 ? std::nullopt : std::optional(std::string_view(m_bytes).substr(m_used, size - 1));
    m_used += value ? value->size() : 0;
    return true;
}

bool isPacked(std::string_view bytes)
{
    return bytes.starts_with(kPackedMagic);
}

std::shared_ptr<char[]> unpack(std::string_view packed, std::size_t size)
{
    Unpacking records(packed);
    const std::shared_ptr<char[]> block(new char[size]);
    std::size_t used = 0;
    while (records.hasNext()) {
        const auto record = records.next();
        const std::size_t needed = record ? encodedSize(*record) : 0;
        if (!record || needed > size - used)
            return nullptr;
        encode(*record, std::span(block.get() + used, needed));
        used += needed;
    }
    return !records.hasFailed() && used == size ? block : nullptr;
}

} // namespace sagascope::store
