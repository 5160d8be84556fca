// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/BlockPacking.h"

#include <limits>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/store/BlockCodec.h"
#include "core/store/BlockValues.h"
#include "core/store/RecordCodec.h"
#include "tests/support/Records.h"

namespace sagascope::store {
namespace {

using test::eventRecord;
using test::Record;

std::string blockOf(const std::vector<Record>& records)
{
    std::string block;
    for (const Record& record : records) {
        const event::RawRecord raw = record.raw();
        const std::size_t size = encodedSize(raw);
        block.resize(block.size() + size);
        encode(raw, std::span(block).last(size));
    }
    return block;
}

using Values = std::vector<std::optional<std::string>>;

Values valuesIn(std::string_view block)
{
    BlockValues values(block);
    Values found;
    for (std::optional<std::string_view> value; values.next(value);) {
        found.push_back(value ? std::optional(std::string(*value)) : std::nullopt);
        const bool isInside = !value || value->empty() ||
                              (value->data() >= values.bytes().data() &&
                               value->data() + value->size() <= values.bytes().data() + values.bytes().size());
        EXPECT_TRUE(isInside);
    }
    return found;
}

std::vector<Record> oddRecords()
{
    const std::string binary("\x00\xff\x80", 3);
    return {
        eventRecord("payment.completed", 7, R"({"paymentId":"p"})").time("2026-03-02T09:41:13.000Z"),
        eventRecord("payment.completed", 8, R"({"paymentId":"q"})").time("2026-03-02T09:41:12.000Z"),
        Record("dreamscape.a").at(3, 9'000'000'000).tombstone().noKey().time(""),
        Record("dreamscape.a").at(3, 5).value("").key("").ours(),
        Record("dreamscape.c").at(65'535, std::numeric_limits<std::int64_t>::max()).value(binary).key(binary).header(binary, binary)
            .nullHeader("n").header("", "").timestampType(event::TimestampType::LogAppend),
        Record("dreamscape.u").at(0, 1).value(test::uuid(1) + test::uuid(2) + "-" + test::uuid(3)).key(test::uuid(2)),
        Record("dreamscape.u").at(0, 2).value("{\"a\":\"" + test::uuid(4) + "\"}").header("id", test::uuid(4)),
        Record("dreamscape.c").at(-1, std::numeric_limits<std::int64_t>::min()).value("a long enough body").key("long enough"),
    };
}

TEST(BlockPacking, everyByteComesBack)
{
    const std::string block = blockOf(oddRecords());
    const auto packed = pack(block);
    ASSERT_TRUE(packed);
    EXPECT_TRUE(isPacked(*packed));
    EXPECT_FALSE(isPacked(block));
    const auto unpacked = unpack(*packed, block.size());
    ASSERT_TRUE(unpacked);
    EXPECT_EQ(std::string(unpacked.get(), block.size()), block);
    EXPECT_EQ(unpack(*packed, block.size() + 1), nullptr);
    EXPECT_EQ(unpack(*packed, block.size() - 1), nullptr);
}

TEST(BlockPacking, valuesAreReadFromEitherForm)
{
    const std::string block = blockOf(oddRecords());
    Values expected;
    for (const Record& record : oddRecords()) {
        const auto value = record.raw().value;
        expected.push_back(value ? std::optional(std::string(*value)) : std::nullopt);
    }
    EXPECT_EQ(valuesIn(block), expected);
    EXPECT_EQ(valuesIn(*pack(block)), expected);
    EXPECT_EQ(valuesIn(""), Values());
    EXPECT_EQ(valuesIn(*pack("")), Values());
    EXPECT_EQ(valuesIn(std::string_view(block).substr(0, block.size() - 1)).size(), expected.size() - 1) << "the last is not whole";
}

TEST(BlockPacking, aBlockIsReadAsItIsKept)
{
    const std::string block = blockOf(oddRecords());
    BlockCompressor compressor;
    const CompressedBlock compressed = compressor.compress(block);
    const std::string_view bytes(compressed.bytes.data(), compressed.bytes.size());
    EXPECT_EQ(decompress(bytes, compressed.rawSize)->bytes, block);
    EXPECT_EQ(decompress(bytes, compressed.rawSize, nullptr, BlockForm::AsKept)->bytes, *pack(block));
}

TEST(BlockPacking, anEmptyBlockIsOne)
{
    const auto packed = pack("");
    ASSERT_TRUE(packed);
    EXPECT_TRUE(unpack(*packed, 0));
}

TEST(BlockPacking, bytesThatAreNoRecordsStayAsTheyAre)
{
    EXPECT_FALSE(pack("no records"));
    BlockCompressor compressor;
    const CompressedBlock compressed = compressor.compress("no records");
    const auto again = decompress({compressed.bytes.data(), compressed.bytes.size()}, compressed.rawSize);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->bytes, "no records");
}

TEST(BlockPacking, whatHeadersRepeatOfTheBodyTakesNextToNothing)
{
    std::vector<Record> bare;
    std::vector<Record> repeating;
    for (int i = 0; i < 50; ++i) {
        const std::string id = test::uuid(i * 7919);
        const Record record = Record("dreamscape.a").at(0, i).key(id).value(R"({"eventId":")" + id + "\"}");
        bare.push_back(record);
        repeating.push_back(Record(record).header("correlationId", id));
    }
    EXPECT_LT(pack(blockOf(repeating))->size(), pack(blockOf(bare))->size() + 50 * 5);
}

TEST(BlockPacking, aUuidInTheBodyTakesItsBytesAndNotItsDigits)
{
    std::vector<Record> records;
    for (int i = 0; i < 50; ++i)
        records.push_back(Record("dreamscape.a").at(0, i).noKey().value("\"" + test::uuid(i * 7919) + "\""));
    EXPECT_LT(pack(blockOf(records))->size(), 50 * 30);
}

TEST(BlockPacking, survivesAnyDamage)
{
    const std::string block = blockOf(oddRecords());
    const std::string packed = *pack(block);
    std::mt19937 random(3);
    for (int round = 0; round < 20'000; ++round) {
        std::string damaged = packed;
        for (auto changes = 1 + random() % 3; changes > 0; --changes)
            damaged[8 + random() % (damaged.size() - 8)] = static_cast<char>(random());
        if (random() % 4 == 0)
            damaged.resize(8 + random() % (damaged.size() - 8));
        static_cast<void>(unpack(damaged, block.size())); // the sanitizers look on
        static_cast<void>(valuesIn(damaged));
    }
}

} // namespace
} // namespace sagascope::store
