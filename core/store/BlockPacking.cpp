// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/BlockPacking.h"

#include <array>
#include <cstdint>
#include <deque>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/event/RawRecord.h"
#include "core/store/PackedForm.h"
#include "core/store/RecordCodec.h"
#include "core/store/UuidText.h"

namespace sagascope::store {
namespace {

using Text = std::optional<std::string_view>;

constexpr std::size_t kShortestPlace = 8; ///< of a text that is looked for in the body

void put(std::string& out, std::uint64_t number)
{
    for (; number >= 0x80U; number >>= 7U)
        out += static_cast<char>(number | 0x80U);
    out += static_cast<char>(number);
}

std::uint64_t zigzag(std::int64_t from, std::int64_t to)
{
    const std::uint64_t step = static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from);
    return (step << 1U) ^ (std::uint64_t(0) - (step >> 63U));
}

class Packing
{
public:
    void add(const event::RawRecord& record)
    {
        const std::uint64_t topic = entry(record.topic);
        put(m_streams[kHead], topic);
        put(m_streams[kHead], zigzag(0, record.partition));
        put(m_streams[kHead], std::uint64_t(record.timestampType) * 2 + (record.isOurs ? 1 : 0));
        put(m_streams[kHead], record.headers.size());
        put(m_streams[kHead], record.value ? record.value->size() + 1 : 0);
        std::int64_t& offset = m_trail.offsets[{topic, record.partition}];
        put(m_streams[kSteps], zigzag(offset, record.offset));
        offset = record.offset;
        const std::int64_t time = record.brokerTime.time_since_epoch().count();
        put(m_streams[kSteps], zigzag(m_trail.time, time));
        m_trail.time = time;
        const std::string_view body = record.value.value_or(std::string_view());
        addBody(body);
        addText(record.key, body, m_places[topic]);
        for (const event::HeaderView& header : record.headers) {
            const std::uint64_t name = entry(header.name);
            put(m_streams[kHead], name);
            addText(header.value, body, m_places[name], true);
        }
        ++m_count;
    }

    std::string finish()
    {
        std::string out(kPackedMagic);
        put(out, m_count);
        put(out, m_table.size());
        for (const std::string_view text : m_table)
            put(out, text.size());
        for (const std::string_view text : m_table)
            out += text;
        for (const std::string& stream : m_streams)
            put(out, stream.size());
        for (const std::string& stream : m_streams)
            out += stream;
        return out;
    }

private:
    std::uint64_t entry(std::string_view text)
    {
        const auto [found, isNew] = m_entries.try_emplace(text, m_table.size());
        if (isNew) {
            m_table.push_back(text);
            m_places.push_back(0);
        }
        return found->second;
    }

    /// UUIDs lie beside the rest, as bytes: digits and what stands around them compress better apart.
    void addBody(std::string_view body)
    {
        m_gaps.clear();
        std::uint64_t count = 0;
        std::size_t at = 0;
        for (std::size_t uuid = findUuid(body); uuid != std::string_view::npos; uuid = findUuid(body, at)) {
            m_streams[kBodies] += body.substr(at, uuid - at);
            appendUuidBytes(m_streams[kUuids], body.data() + uuid);
            put(m_gaps, uuid - at);
            at = uuid + kUuidTextSize;
            ++count;
        }
        m_streams[kBodies] += body.substr(at);
        put(m_streams[kGaps], count);
        m_streams[kGaps] += m_gaps;
    }

    /// Where the text stands in the body; npos when nowhere. Like things stand at like places.
    static std::size_t placeOf(std::string_view text, std::string_view body, std::size_t last)
    {
        if (text.size() < kShortestPlace)
            return std::string_view::npos;
        return last < body.size() && body.substr(last, text.size()) == text ? last : body.find(text);
    }

    /// `last` is where the text before of this kind stood.
    void addText(Text text, std::string_view body, std::size_t& last, bool mayRepeat = false)
    {
        std::string& out = m_streams[kTexts];
        if (!text)
            return put(out, kNull);
        const std::size_t place = placeOf(*text, body, last);
        if (place != std::string_view::npos) {
            last = place;
            put(out, kPlace);
            put(out, place);
            put(out, text->size());
        } else if (mayRepeat) {
            put(out, kTable + entry(*text));
        } else {
            put(out, kInline);
            put(out, text->size());
            out += *text;
        }
    }

    std::uint64_t m_count = 0;
    std::vector<std::string_view> m_table; ///< in the block
    std::unordered_map<std::string_view, std::uint64_t> m_entries;
    std::deque<std::size_t> m_places; ///< by entry: where the last header of this name, or key of this topic, stood in its body
    std::array<std::string, kStreamCount> m_streams;
    std::string m_gaps; ///< of one body
    Trail m_trail;
};

} // namespace

std::optional<std::string> pack(std::string_view block)
{
    Packing packing;
    while (!block.empty()) {
        const std::optional<DecodedRecord> decoded = decodeNext(block);
        if (!decoded)
            return std::nullopt;
        packing.add(decoded->record);
    }
    return packing.finish();
}

} // namespace sagascope::store
