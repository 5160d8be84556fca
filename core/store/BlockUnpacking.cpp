// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/event/RawRecord.h"
#include "core/store/BlockPacking.h"
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

/// Reads numbers and texts; asking for more than there is makes it fail from then on.
class Input
{
public:
    explicit Input(std::string_view bytes = {}) : m_rest(bytes) {}

    std::uint64_t number()
    {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::string_view byte = take(1);
            if (byte.empty())
                return 0;
            number |= std::uint64_t(static_cast<unsigned char>(byte.front()) & 0x7FU) << shift;
            if ((static_cast<unsigned char>(byte.front()) & 0x80U) == 0)
                return number;
        }
        m_hasFailed = true;
        return 0;
    }
    std::string_view take(std::uint64_t size)
    {
        m_hasFailed = m_hasFailed || size > m_rest.size();
        if (m_hasFailed)
            return {};
        const std::string_view taken = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return taken;
    }
    void fail() { m_hasFailed = true; }
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }
    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }
    [[nodiscard]] std::size_t left() const { return m_rest.size(); }
    [[nodiscard]] std::string_view rest() const { return m_rest; }

private:
    std::string_view m_rest;
    bool m_hasFailed = false;
};

/// Passes over the fixed part of a record and gives the size of its value, plus one; 0 where it has none.
std::uint64_t takeHead(Input& head)
{
    constexpr int kBeforeHeaders = 3; // topic, partition, marks
    for (int i = 0; i < kBeforeHeaders; ++i)
        static_cast<void>(head.number());
    const std::uint64_t headers = head.number();
    const std::uint64_t size = head.number();
    for (std::uint64_t i = 0; i < headers && !head.hasFailed(); ++i)
        static_cast<void>(head.number()); // its name
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
        const std::uint64_t uuids = m_gaps.number();
        if (uuids > size / kUuidTextSize)
            return m_gaps.fail();
        std::uint64_t left = size - uuids * kUuidTextSize; // of what lies beside
        for (std::uint64_t i = 0; i < uuids && !hasFailed(); ++i) {
            const std::uint64_t gap = m_gaps.number();
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
    Input m_gaps;
    Input m_rest;
    Input m_uuids;
};

class Unpacking
{
public:
    explicit Unpacking(std::string_view packed)
    {
        Input all(packed);
        static_cast<void>(all.take(kPackedMagic.size()));
        m_left = all.number();
        readTable(all);
        std::array<std::uint64_t, kStreamCount> sizes{};
        for (std::uint64_t& size : sizes)
            size = all.number();
        for (std::size_t i = 0; i < kStreamCount; ++i)
            m_streams[i] = Input(all.take(sizes[i]));
        m_bodies = Bodies(m_streams[kGaps].rest(), m_streams[kBodies].rest(), m_streams[kUuids].rest());
        m_hasFailed = all.hasFailed() || !all.isAtEnd();
    }

    [[nodiscard]] bool hasNext() const { return !m_hasFailed && m_left > 0; }
    /// Valid until the next one. Nothing when it makes no sense.
    std::optional<event::RawRecord> next()
    {
        --m_left;
        event::RawRecord record;
        const std::uint64_t topic = m_streams[kHead].number();
        record.topic = entry(topic);
        record.partition = static_cast<std::int32_t>(follow(0, m_streams[kHead].number()));
        const std::uint64_t marks = m_streams[kHead].number();
        record.timestampType = static_cast<event::TimestampType>(marks / 2);
        record.isOurs = marks % 2 == 1;
        const std::uint64_t headers = m_streams[kHead].number();
        const std::uint64_t size = m_streams[kHead].number();
        m_body.clear();
        m_bodies.append(size == 0 ? 0 : size - 1, m_body);
        if (size > 0)
            record.value = m_body;
        std::int64_t& offset = m_trail.offsets[{topic, record.partition}];
        record.offset = offset = follow(offset, m_streams[kSteps].number());
        m_trail.time = follow(m_trail.time, m_streams[kSteps].number());
        record.brokerTime = base::Timestamp(base::Duration(m_trail.time));
        record.key = text(record.value.value_or(std::string_view()));
        m_hasFailed = m_hasFailed || headers > m_streams[kHead].left();
        m_headers.clear();
        for (std::uint64_t i = 0; !hasFailed() && i < headers; ++i) {
            const std::string_view name = entry(m_streams[kHead].number());
            m_headers.push_back({name, text(record.value.value_or(std::string_view()))});
        }
        record.headers = m_headers;
        return hasFailed() ? std::nullopt : std::optional(record);
    }
    [[nodiscard]] bool hasFailed() const
    {
        bool hasFailed = m_hasFailed || m_bodies.hasFailed();
        for (const Input& stream : m_streams)
            hasFailed = hasFailed || stream.hasFailed();
        return hasFailed;
    }

private:
    void readTable(Input& all)
    {
        const std::uint64_t count = all.number();
        if (count > all.left())
            return all.fail();
        std::vector<std::uint64_t> sizes(count);
        for (std::uint64_t& size : sizes)
            size = all.number();
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
        Input& in = m_streams[kTexts];
        const std::uint64_t tag = in.number();
        if (tag == kNull)
            return std::nullopt;
        if (tag == kInline)
            return in.take(in.number());
        if (tag >= kTable)
            return entry(tag - kTable);
        const std::uint64_t place = in.number();
        const std::uint64_t size = in.number();
        m_hasFailed = m_hasFailed || place > body.size() || size > body.size() - place;
        return m_hasFailed ? std::string_view() : body.substr(place, size);
    }

    std::uint64_t m_left = 0; ///< records
    std::vector<std::string_view> m_table;
    std::array<Input, kStreamCount> m_streams;
    std::vector<event::HeaderView> m_headers;
    Bodies m_bodies;
    std::string m_body; ///< of the record that next() gave last
    Trail m_trail;
    bool m_hasFailed = false;
};

} // namespace

PackedValues::PackedValues(std::string_view packed)
{
    Input all(packed);
    static_cast<void>(all.take(kPackedMagic.size()));
    const std::uint64_t records = all.number();
    std::uint64_t tableSize = 0;
    for (std::uint64_t texts = all.number(); texts > 0 && !all.hasFailed(); --texts)
        tableSize += all.number();
    static_cast<void>(all.take(tableSize));
    std::array<std::uint64_t, kStreamCount> sizes{};
    for (std::uint64_t& size : sizes)
        size = all.number();
    std::array<std::string_view, kStreamCount> streams;
    for (std::size_t i = 0; i < kStreamCount; ++i)
        streams[i] = all.take(sizes[i]);
    if (all.hasFailed() || !all.isAtEnd())
        return;
    m_bytes.reserve(streams[kBodies].size() + streams[kUuids].size() / kUuidSize * kUuidTextSize);
    Bodies bodies(streams[kGaps], streams[kBodies], streams[kUuids]);
    for (Input head(streams[kHead]); m_sizes.size() < records;) {
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
