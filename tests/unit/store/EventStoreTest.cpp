// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/EventStore.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <random>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/event/Decoder.h"
#include "core/store/BlockCodec.h"
#include "tests/support/Records.h"

namespace sagascope::store {
namespace {

using base::EventIndex;
using base::Rule;
using test::eventRecord;
using test::Record;

/// A store that decodes what it is given.
class Shelf
{
public:
    EventIndex put(const Record& record) { return put(record.raw()); }
    EventIndex put(const event::RawRecord& record) { return store.append(record, m_decoder.decode(record)); }

    EventStore store;

private:
    event::Decoder m_decoder;
};

/// Everything about a record as one text, so that a difference shows.
std::string told(const event::RawRecord& record)
{
    const auto text = [](std::optional<std::string_view> value) {
        return value ? "'" + std::string(*value) + "'" : std::string("null");
    };
    std::string out = std::string(record.topic) + "/" + std::to_string(record.partition) + "/" +
                      std::to_string(record.offset) + " " + base::formatIso8601(record.brokerTime) + " type " +
                      std::to_string(int(record.timestampType)) + " key " + text(record.key) + " value " +
                      text(record.value);
    for (const event::HeaderView& header : record.headers)
        out += " " + std::string(header.name) + "=" + text(header.value);
    return out + (record.isOurs ? " ours" : "");
}

std::string toldBack(const EventStore::View& view, EventIndex event)
{
    const auto batch = view.record(event);
    return batch && batch->size() == 1 ? told(batch->records().front()) : "error";
}

/// Text that does not compress: a block of its own really is large.
std::string noise(std::size_t size, unsigned seed)
{
    std::mt19937 random(seed);
    std::string text(size, ' ');
    std::generate(text.begin(), text.end(), [&] { return static_cast<char>('!' + random() % 90); });
    return text;
}

TEST(EventStore, KeepsWhatTheScreensNeedOfAnEvent)
{
    Shelf shelf;
    const Record record = eventRecord("payment.completed", 7, R"({"paymentId":"p"})").time("2026-03-02T09:41:13.000Z");
    const EventIndex event = shelf.put(record);
    const EventStore::View view = shelf.store.view();
    const EventRow& row = view.row(event);
    EXPECT_EQ(view.text(row.type), "payment.completed");
    EXPECT_EQ(view.text(row.source), "payment-service");
    EXPECT_EQ(view.topicName(row.topic), "dreamscape.payment.completed");
    EXPECT_EQ(row.offset, 7);
    EXPECT_EQ(row.eventId, base::idHash(test::uuid(7)));
    EXPECT_EQ(row.correlationId, base::idHash(test::uuid(1001)));
    EXPECT_TRUE(row.causationId.isNull());
    EXPECT_EQ(row.brokerTime, test::moment("2026-03-02T09:41:13.000Z"));
    EXPECT_EQ(row.producerTime, test::moment("2026-03-02T09:41:12.034Z"));
    EXPECT_EQ(row.valueSize, record.raw().size());
    EXPECT_EQ(row.flags, 0);
}

TEST(EventStore, GivesUndecodableRecordsARowWithTheirReason)
{
    Shelf shelf;
    const EventIndex tombstone = shelf.put(Record("dreamscape.user.created").key("u-1").tombstone());
    const EventIndex broken = shelf.put(Record("dreamscape.user.created").at(0, 1).value(R"({"a": oops})"));
    const EventStore::View view = shelf.store.view();
    EXPECT_TRUE(view.row(tombstone).has(EventFlag::Undecodable));
    EXPECT_TRUE(view.row(tombstone).has(EventFlag::Tombstone));
    EXPECT_EQ(view.text(view.row(tombstone).type), "user.created");
    ASSERT_EQ(view.hitsOf(tombstone).size(), 1U);
    EXPECT_EQ(view.hitsOf(tombstone).front().rule, Rule::Tombstone);
    ASSERT_EQ(view.hitsOf(broken).size(), 1U);
    EXPECT_EQ(view.hitsOf(broken).front().rule, Rule::NotJson);
    EXPECT_EQ(view.text(view.hitsOf(broken).front().detail), "6") << "the byte where reading stopped";
    EXPECT_FALSE(view.row(broken).has(EventFlag::Tombstone));
}

TEST(EventStore, MarksWhatIsSpecialAboutARecord)
{
    Shelf shelf;
    const EventIndex ours = shelf.put(eventRecord("user.created", 1, "{}").ours());
    const EventIndex retry = shelf.put(Record("dreamscape.retry.queue").value(test::Body().json()));
    const EventIndex dead = shelf.put(Record("dreamscape.payment.completed.dlq").value(test::Body().json()));
    const EventIndex bare = shelf.put(Record("dreamscape.user.created").at(0, 5).value("{}"));
    const EventIndex logAppend =
        shelf.put(eventRecord("user.created", 2, "{}").timestampType(event::TimestampType::LogAppend));
    EXPECT_TRUE(shelf.store.row(ours).has(EventFlag::Ours));
    EXPECT_TRUE(shelf.store.row(retry).has(EventFlag::Retry));
    EXPECT_TRUE(shelf.store.row(dead).has(EventFlag::DeadLetter));
    EXPECT_TRUE(shelf.store.row(bare).has(EventFlag::Bare));
    EXPECT_TRUE(shelf.store.row(logAppend).has(EventFlag::LogAppendTime));
    EXPECT_FALSE(shelf.store.row(logAppend).has(EventFlag::Ours));
    EXPECT_FALSE(shelf.store.row(logAppend).has(EventFlag::HasHits));
    EXPECT_TRUE(shelf.store.row(bare).has(EventFlag::HasHits));
}

TEST(EventStore, CallsARecordLateOnlyWhenALaterOneOfAnotherPartitionWasShownBefore)
{
    Shelf shelf;
    const auto put = [&](int partition, int offset, std::string_view time) {
        return shelf.put(eventRecord("user.created", offset, "{}").at(partition, offset).time(time));
    };
    const auto isLate = [&](EventIndex event) { return shelf.store.row(event).has(EventFlag::Late); };
    put(0, 1, "2026-03-02T10:00:05.000Z");
    EXPECT_FALSE(isLate(put(1, 1, "2026-03-02T10:00:00.000Z"))) << "nothing was shown yet";
    static_cast<void>(shelf.store.view());
    EXPECT_TRUE(isLate(put(1, 2, "2026-03-02T10:00:01.000Z")));
    EXPECT_FALSE(isLate(put(0, 2, "2026-03-02T10:00:02.000Z"))) << "its own partition may go backwards";
    EXPECT_FALSE(isLate(put(1, 3, "2026-03-02T10:00:06.000Z")));
}

TEST(EventStore, KeepsFindingsInEventOrderAndAddsThoseOfOthers)
{
    Shelf shelf;
    const EventIndex first = shelf.put(eventRecord("user.created", 1, "{}"));
    shelf.store.addHit(first, {Rule::TopicUnknown, "dreamscape.user.created"});
    const EventIndex second = shelf.put(eventRecord("user.created", 2, "{}"));
    const EventIndex third = shelf.put(eventRecord("user.created", 3, "{}"));
    shelf.store.addHit(third, {Rule::PayloadSchema, std::string(500, 'x')});
    shelf.store.addHit(third, {Rule::PayloadExtraField, ""});
    const EventStore::View view = shelf.store.view();
    EXPECT_EQ(view.hitsOf(first).size(), 1U);
    EXPECT_EQ(view.hitsOf(second).size(), 0U);
    ASSERT_EQ(view.hitsOf(third).size(), 2U);
    EXPECT_LE(view.text(view.hitsOf(third).front().detail).size(), 120U);
    EXPECT_FALSE(view.hitsOf(third).back().detail.isValid());
    EXPECT_TRUE(view.row(third).has(EventFlag::HasHits));
    EXPECT_FALSE(view.row(second).has(EventFlag::HasHits));
}

TEST(EventStore, FindsARowByItsCoordinates)
{
    Shelf shelf;
    const EventIndex fifth = shelf.put(eventRecord("user.created", 5, "{}"));
    const EventIndex ninth = shelf.put(eventRecord("user.created", 9, "{}"));
    const EventIndex straggler = shelf.put(eventRecord("user.created", 7, "{}"));
    EXPECT_EQ(shelf.store.find("dreamscape.user.created", 0, 5), fifth);
    EXPECT_EQ(shelf.store.find("dreamscape.user.created", 0, 9), ninth);
    EXPECT_EQ(shelf.store.find("dreamscape.user.created", 0, 7), straggler);
    EXPECT_FALSE(shelf.store.find("dreamscape.user.created", 0, 6).isValid());
    EXPECT_FALSE(shelf.store.find("dreamscape.user.created", 1, 5).isValid());
    EXPECT_FALSE(shelf.store.find("dreamscape.never.seen", 0, 5).isValid());
    const EventIndex again = shelf.put(eventRecord("user.created", 5, R"({"new":true})"));
    EXPECT_EQ(shelf.store.find("dreamscape.user.created", 0, 5), again) << "the topic was created anew";
}

TEST(EventStore, GivesRecordsBackByteForByteFromOpenAndClosedBlocks)
{
    Shelf shelf;
    std::vector<std::string> expected;
    std::vector<EventIndex> events;
    for (int i = 0; i < 600; ++i) {
        Record record = eventRecord("user.created", i, "\"" + noise(kBlockSize / 100, unsigned(i)) + "\"");
        record.header("bytes", std::string("\0\xFF\x01", 3)).nullHeader("none").header("empty", "");
        if (i % 7 == 0)
            record.noKey();
        if (i % 11 == 0)
            record.tombstone();
        if (i % 13 == 0)
            record.value("").key("");
        if (i % 17 == 0)
            record.time("");
        expected.push_back(told(record.raw()));
        events.push_back(shelf.put(record));
    }
    const EventStore::View view = shelf.store.view();
    EXPECT_GT(view.row(events.back()).block, 2U) << "several blocks were closed";
    for (std::size_t i = 0; i < events.size(); ++i)
        EXPECT_EQ(toldBack(view, events[i]), expected[i]);
}

TEST(EventStore, GivesARecordLargerThanABlockABlockOfItsOwn)
{
    Shelf shelf;
    const Record small = eventRecord("user.created", 1, "{}");
    const Record giant = Record("dreamscape.user.created").at(0, 2).value(noise(3'000'000, 1));
    const EventIndex before = shelf.put(small);
    const EventIndex event = shelf.put(giant);
    const EventIndex after = shelf.put(small);
    const EventStore::View view = shelf.store.view();
    EXPECT_NE(view.row(before).block, view.row(event).block);
    EXPECT_NE(view.row(after).block, view.row(event).block);
    EXPECT_EQ(toldBack(view, event), told(giant.raw()));
    EXPECT_EQ(toldBack(view, before), told(small.raw()));
    EXPECT_EQ(toldBack(view, after), told(small.raw()));
}

TEST(EventStore, TakesLessRoomThanTheBytesItKeeps)
{
    Shelf shelf;
    for (int i = 0; i < 20'000; ++i)
        shelf.put(eventRecord("user.created", i, R"({"userId":"u-1","email":"lea@example.org"})"));
    EXPECT_LT(shelf.store.payloadMemoryBytes(), shelf.store.payloadBytes() / 3);
}

TEST(EventStore, ViewsStayAsTheyWereWhileTheStoreGrows)
{
    Shelf shelf;
    const Record first = eventRecord("user.created", 1, "{}");
    const EventIndex event = shelf.put(first);
    const EventStore::View early = shelf.store.view();
    for (int i = 2; i < 2'000; ++i)
        shelf.put(eventRecord("user.updated", i, "{}"));
    EXPECT_EQ(early.size(), 1U);
    EXPECT_EQ(early.topicCount(), 1U);
    EXPECT_EQ(toldBack(early, event), told(first.raw())) << "its block was open then and is closed now";
    EXPECT_FALSE(early.record(EventIndex(1))) << "later events are not in it";
    EXPECT_EQ(shelf.store.view().topicCount(), 2U);
}

TEST(EventStore, ViewsOutliveTheStore)
{
    std::optional<Shelf> shelf(std::in_place);
    std::vector<std::string> expected;
    for (int i = 0; i < 300; ++i) {
        const Record record = eventRecord("user.created", i, "\"" + noise(500, unsigned(i)) + "\"");
        expected.push_back(told(record.raw()));
        shelf->put(record);
    }
    const EventStore::View view = shelf->store.view();
    shelf.reset();
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_EQ(toldBack(view, EventIndex(std::uint32_t(i))), expected[i]);
    EXPECT_EQ(view.topicName(view.row(EventIndex(0)).topic), "dreamscape.user.created");
}

TEST(EventStore, BatchesOfRecordsOutliveTheirView)
{
    Shelf shelf;
    const Record record = eventRecord("user.created", 1, "{}");
    const EventIndex event = shelf.put(record);
    auto view = std::make_unique<EventStore::View>(shelf.store.view());
    const auto batch = view->record(event);
    view.reset();
    ASSERT_TRUE(batch);
    EXPECT_EQ(told(batch->records().front()), told(record.raw()));
}

/// Views handed from the writer to readers the way a session does it: under a lock, latest wins.
class Noticeboard
{
public:
    void pin(EventStore::View view)
    {
        const std::lock_guard lock(m_mutex);
        m_view = std::move(view);
    }
    [[nodiscard]] EventStore::View latest() const
    {
        const std::lock_guard lock(m_mutex);
        return m_view;
    }

private:
    mutable std::mutex m_mutex;
    EventStore::View m_view;
};

TEST(EventStore, LetsReadersReadWhileTheWriterAppends)
{
    constexpr int kEvents = 6'000;
    Noticeboard board;
    std::atomic<bool> isDone = false;
    std::atomic<int> mistakes = 0;
    const auto read = [&](unsigned seed) {
        std::mt19937 random(seed);
        while (!isDone) {
            const EventStore::View view = board.latest();
            if (view.size() == 0)
                continue;
            for (const std::size_t pick : {random() % view.size(), view.size() - 1}) {
                const EventIndex event(static_cast<std::uint32_t>(pick));
                const EventRow& row = view.row(event);
                const auto batch = view.record(event);
                const bool isRight = batch && batch->records().front().offset == row.offset &&
                                     view.topicName(row.topic) == batch->records().front().topic &&
                                     view.hitsOf(event).size() == (pick % 2);
                mistakes += isRight ? 0 : 1;
            }
        }
    };
    std::thread first(read, 1U);
    std::thread second(read, 2U);
    Shelf shelf;
    for (int i = 0; i < kEvents; ++i) {
        const EventIndex event = shelf.put(eventRecord(i % 3 == 0 ? "user.created" : "user.updated", i, "{}"));
        if (i % 2 == 1)
            shelf.store.addHit(event, {Rule::DeadEndEvent, std::to_string(i)});
        if (i % 5 == 0)
            board.pin(shelf.store.view());
    }
    isDone = true;
    first.join();
    second.join();
    EXPECT_EQ(mistakes, 0);
    EXPECT_EQ(shelf.store.size(), std::size_t(kEvents));
}

} // namespace
} // namespace sagascope::store
