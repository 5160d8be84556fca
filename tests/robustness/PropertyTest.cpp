// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the way in, held against generated records. RC_PARAMS=max_success=… sets how many.
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "core/event/JsonLines.h"
#include "core/store/EventStore.h"
#include "tests/support/DecodeCheck.h"
#include "tests/support/Records.h"

namespace sagascope::test {
namespace {

using Bytes = std::string;

rc::Gen<Bytes> anyBytes()
{
    return rc::gen::container<Bytes>(rc::gen::arbitrary<char>());
}

rc::Gen<std::optional<Bytes>> bytesOrNull()
{
    return rc::gen::oneOf(rc::gen::just(std::optional<Bytes>()),
                          rc::gen::map(anyBytes(), [](Bytes bytes) { return std::optional(std::move(bytes)); }));
}

rc::Gen<std::string> anyTopic()
{
    return rc::gen::element<std::string>("dreamscape.user.created", "dreamscape.payment.completed", "bookings",
                                         "dreamscape.retry.queue", "dreamscape.user.created.dlq");
}

rc::Gen<Record> anyRecord()
{
    const auto build = [](std::string topic, int partition, std::int64_t offset, std::int64_t time,
                          std::optional<Bytes> key, std::optional<Bytes> value,
                          const std::vector<std::pair<Bytes, std::optional<Bytes>>>& headers) {
        Record record(std::move(topic));
        record.at(partition, offset).time(base::formatIso8601(base::fromUnixMilliseconds(time)));
        if (key)
            record.key(std::move(*key));
        if (value)
            record.value(std::move(*value));
        for (const auto& [name, headerValue] : headers)
            headerValue ? record.header(name, *headerValue) : record.nullHeader(name);
        return record;
    };
    return rc::gen::apply(build, anyTopic(), rc::gen::inRange(0, 65'536),
                          rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000),
                          rc::gen::inRange<std::int64_t>(0, 4'000'000'000'000), bytesOrNull(), bytesOrNull(),
                          rc::gen::container<std::vector<std::pair<Bytes, std::optional<Bytes>>>>(
                              rc::gen::pair(anyBytes(), bytesOrNull())));
}

/// Everything about a record, comparable.
auto told(const event::RawRecord& record)
{
    std::vector<std::pair<Bytes, std::optional<Bytes>>> headers;
    for (const event::HeaderView& header : record.headers)
        headers.emplace_back(header.name, header.value);
    return std::tuple(std::string(record.topic), record.partition, record.offset, record.brokerTime,
                      record.timestampType, std::optional<Bytes>(record.key), std::optional<Bytes>(record.value),
                      headers);
}

bool check(const char* law, const std::function<void()>& testable)
{
    return rc::check(law, testable);
}

TEST(Properties, AnyBytesLandInExactlyOneOfEventsAndUndecodable)
{
    EXPECT_TRUE(check("any bytes are an event or undecodable, and all that is said of them is well-formed", [] {
        DecodeCheck decodeCheck;
        const Bytes bytes = *anyBytes();
        const auto problem = decodeCheck.problemWith(bytes);
        RC_ASSERT(!problem);
    }));
}

TEST(Properties, AppendedRecordsComeBackByteForByte)
{
    EXPECT_TRUE(check("what was appended is read back the same, whenever the view was made", [] {
        const auto records = *rc::gen::container<std::vector<Record>>(anyRecord());
        event::Decoder decoder;
        store::EventStore store;
        for (const Record& record : records)
            store.append(record.raw(), decoder.decode(record.raw()));
        const store::EventStore::View view = store.view();
        RC_ASSERT(view.size() == records.size());
        for (std::size_t i = 0; i < records.size(); ++i) {
            const auto batch = view.record(base::EventIndex(static_cast<std::uint32_t>(i)));
            RC_ASSERT(batch.isOk());
            RC_ASSERT(told(batch->records().front()) == told(records[i].raw()));
        }
    }));
}

TEST(Properties, EveryRowIsFoundByItsCoordinates)
{
    EXPECT_TRUE(check("the newest row at any coordinates is found, and nothing where nothing was read", [] {
        const auto offsets = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 40));
        event::Decoder decoder;
        store::EventStore store;
        std::vector<base::EventIndex> newest(40);
        for (const std::int64_t offset : offsets) {
            const Record record = Record("dreamscape.user.created").at(0, offset).value("{}");
            newest[std::size_t(offset)] = store.append(record.raw(), decoder.decode(record.raw()));
        }
        for (std::size_t offset = 0; offset < newest.size(); ++offset)
            RC_ASSERT(store.find("dreamscape.user.created", 0, std::int64_t(offset)) == newest[offset]);
    }));
}

TEST(Properties, JsonLinesKeepEveryRecord)
{
    EXPECT_TRUE(check("a record written as a line is read as the same record", [] {
        const Record record = *anyRecord();
        event::RecordBatch batch;
        RC_ASSERT(event::readLine(event::writeLine(record.raw()), batch).isOk());
        RC_ASSERT(told(batch.records().front()) == told(record.raw()));
    }));
}

} // namespace
} // namespace sagascope::test
