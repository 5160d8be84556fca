// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <array>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/catalog/Catalog.h"
#include "core/event/Decoder.h"
#include "tests/support/Records.h"
#include "tests/ui/StagedSession.h"
#include "ui/sagas/SagaListModel.h"

namespace sagascope::ui {
namespace {

/// The analyses without a session, so that a test decides what each snapshot holds.
class Growing
{
public:
    Growing() : m_catalog(*catalog::Catalog::load()), m_identity(m_catalog), m_tracker(m_catalog) {}

    void add(const std::string& type, int number, int booking)
    {
        const std::string payload = R"({"bookingId":"BK-)" + std::to_string(booking) + R"("})";
        auto record = test::eventRecord(type, number, payload, booking);
        record.time(base::formatIso8601(test::moment("2026-03-02T09:00:00Z") + std::chrono::seconds(number)));
        const event::RawRecord raw = record.raw();
        const event::Decoded decoded = m_decoder.decode(raw);
        const base::EventIndex event = m_store.append(raw, decoded);
        m_identity.append(event, std::get_if<event::Event>(&decoded), *raw.value);
    }

    session::SnapshotPtr snapshot()
    {
        m_tracker.update(m_identity, m_store.view(), test::moment("2026-03-02T09:00:00Z"));
        auto snapshot = std::make_shared<session::Snapshot>();
        snapshot->sequence = ++m_sequence;
        snapshot->catalog = m_catalog;
        snapshot->events = m_store.view();
        snapshot->identity = m_identity.view();
        snapshot->sagas = m_tracker.view();
        return snapshot;
    }

private:
    std::shared_ptr<const catalog::Catalog> m_catalog;
    event::Decoder m_decoder;
    store::EventStore m_store;
    identity::Identity m_identity;
    saga::SagaTracker m_tracker;
    std::uint64_t m_sequence = 0;
};

std::vector<std::string> keys(const SagaListModel& model)
{
    std::vector<std::string> result;
    for (int row = 0; row < model.rowCount(); ++row)
        result.emplace_back(model.summaryAt(row).key);
    return result;
}

struct SagaListTest : testing::Test
{
    Growing growing;
    SagaIndex index;
    SagaListModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    SagaFilter filter;

    SagaOrder order;

    void publish() { model.apply(index.update(growing.snapshot(), filter, order)); }
};

TEST_F(SagaListTest, ShowsNewSagasOnTopWithoutAReset)
{
    growing.add("voyage.booking.created", 1, 1);
    publish();
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    growing.add("voyage.booking.created", 2, 2);
    growing.add("voyage.booking.created", 3, 3);
    publish();
    EXPECT_THAT(keys(model), testing::ElementsAre("BK-3", "BK-2", "BK-1"));
    EXPECT_EQ(resets.count(), 0);
}

TEST_F(SagaListTest, InsertsManyRowsWithOneSignal)
{
    growing.add("voyage.booking.created", 1, 1);
    publish();
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    for (int i = 2; i < 500; ++i)
        growing.add("voyage.booking.created", i, i);
    publish();
    EXPECT_EQ(model.rowCount(), 499);
    EXPECT_EQ(inserts.count(), 1);
}

TEST_F(SagaListTest, TellsAChangeInsteadOfMovingTheRow)
{
    growing.add("voyage.booking.created", 1, 1);
    growing.add("voyage.booking.created", 2, 2);
    publish();
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    growing.add("payment.completed", 3, 1);
    publish();
    EXPECT_THAT(keys(model), testing::ElementsAre("BK-2", "BK-1"));
    EXPECT_EQ(changes.count(), 1);
    EXPECT_EQ(model.summaryAt(1).events->size(), 2U);
}

TEST_F(SagaListTest, LeavesOutWhatTheFilterHidesAndTakesItBack)
{
    for (int i = 1; i <= 3; ++i)
        growing.add("voyage.booking.created", i, i);
    filter.search = "booking:BK-2";
    publish();
    EXPECT_THAT(keys(model), testing::ElementsAre("BK-2"));
    filter.search.clear();
    publish();
    EXPECT_EQ(model.rowCount(), 3);
}

TEST_F(SagaListTest, RemovesASagaThatLeavesItsState)
{
    growing.add("voyage.booking.created", 1, 1);
    growing.add("voyage.booking.created", 2, 2);
    filter.states = 1U << static_cast<unsigned>(saga::SagaState::Running);
    publish();
    ASSERT_EQ(model.rowCount(), 2);
    growing.add("payment.completed", 3, 1);
    growing.add("voyage.booking.confirmed", 4, 1);
    publish();
    EXPECT_THAT(keys(model), testing::ElementsAre("BK-2"));
    EXPECT_EQ(model.rowOf(base::SagaId(0)), -1);
}

TEST_F(SagaListTest, SortsByAnyColumnBothWays)
{
    for (const int booking : {3, 1, 2})
        growing.add("voyage.booking.created", booking, booking);
    growing.add("payment.completed", 9, 1);
    order = {SagaColumn::Key, false, SagaGrouping::None};
    publish();
    EXPECT_THAT(keys(model), testing::ElementsAre("BK-1", "BK-2", "BK-3"));
    order.isDescending = true;
    publish();
    EXPECT_THAT(keys(model), testing::ElementsAre("BK-3", "BK-2", "BK-1"));
    order = {SagaColumn::Events, true, SagaGrouping::None};
    publish();
    EXPECT_THAT(keys(model), testing::ElementsAre("BK-1", "BK-2", "BK-3")) << "equal ones newest first";
}

TEST_F(SagaListTest, MovesALineWhenWhatItIsSortedByChanges)
{
    for (int booking = 1; booking <= 3; ++booking)
        growing.add("voyage.booking.created", booking, booking);
    order = {SagaColumn::Events, true, SagaGrouping::None};
    publish();
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    growing.add("payment.completed", 4, 1);
    publish();
    EXPECT_THAT(keys(model), testing::ElementsAre("BK-1", "BK-3", "BK-2"));
    EXPECT_EQ(resets.count(), 0);
}

TEST_F(SagaListTest, GroupsWithCountsAndCollapses)
{
    for (int booking = 1; booking <= 3; ++booking)
        growing.add("voyage.booking.created", booking, booking);
    growing.add("payment.completed", 4, 1);
    growing.add("voyage.booking.confirmed", 5, 1);
    order.grouping = SagaGrouping::State;
    publish();
    ASSERT_EQ(model.rowCount(), 5) << "running with two, completed with one";
    EXPECT_TRUE(model.isGroup(0));
    EXPECT_EQ(model.groupSize(0), 2U);
    EXPECT_EQ(model.summaryAt(1).key, "BK-3");
    EXPECT_TRUE(model.isGroup(3));
    model.setCollapsed(0, true);
    EXPECT_EQ(model.rowCount(), 3);
    EXPECT_EQ(model.rowOf(base::SagaId(1)), -1) << "hidden in its group";
    growing.add("voyage.booking.created", 6, 4);
    publish();
    EXPECT_EQ(model.rowCount(), 3) << "what comes into a closed group stays in it";
    EXPECT_EQ(model.groupSize(0), 3U);
    EXPECT_EQ(model.sagaCount(), 4U);
    model.setCollapsed(0, false);
    EXPECT_EQ(model.rowCount(), 6);
}

TEST_F(SagaListTest, AGroupGoesWithItsLastSaga)
{
    growing.add("voyage.booking.created", 1, 1);
    order.grouping = SagaGrouping::State;
    publish();
    ASSERT_EQ(model.rowCount(), 2);
    growing.add("payment.completed", 2, 1);
    growing.add("voyage.booking.confirmed", 3, 1);
    publish();
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.groupAt(0).rank, static_cast<std::uint64_t>(saga::SagaState::Completed));
}

TEST_F(SagaListTest, SaysWhichPartOfTheFilterExcludesEverything)
{
    for (int booking = 1; booking <= 5; ++booking)
        growing.add("voyage.booking.created", booking, booking);
    filter.search = "type:booking state:failed";
    const SagaDelta delta = index.update(growing.snapshot(), filter, order);
    EXPECT_EQ(delta.matchCount, 0U);
    ASSERT_EQ(delta.hints.size(), 2U);
    EXPECT_EQ(delta.hints[0].part, SagaHint::Part::Clause);
    EXPECT_EQ(filter.search.substr(delta.hints[0].span.position, delta.hints[0].span.length), "state:failed");
    EXPECT_EQ(delta.hints[0].without, 5U);
    EXPECT_EQ(delta.hints[0].alone, 0U);
    EXPECT_EQ(delta.hints[1].without, 0U);
    EXPECT_EQ(delta.hints[1].alone, 5U);
    filter.search.clear();
    filter.states = 1U << static_cast<unsigned>(saga::SagaState::Failed);
    EXPECT_EQ(index.update(growing.snapshot(), filter, order).hints.at(0).part, SagaHint::Part::States);
}

TEST_F(SagaListTest, SaysWhatEachPartDoesWhereNoneAloneIsToBlame)
{
    for (int booking = 1; booking <= 5; ++booking)
        growing.add("voyage.booking.created", booking, booking);
    filter.search = "booking:BK-9 state:failed type:booking";
    filter.states = 1U << static_cast<unsigned>(saga::SagaState::Stalled);
    const SagaDelta delta = index.update(growing.snapshot(), filter, order);
    ASSERT_EQ(delta.hints.size(), 4U);
    for (const SagaHint& hint : delta.hints)
        EXPECT_EQ(hint.without, 0U) << "another part still keeps everything out";
    EXPECT_EQ(filter.search.substr(delta.hints[3].span.position, delta.hints[3].span.length), "type:booking")
        << "who lets all through is least to blame";
    EXPECT_EQ(delta.hints[3].alone, 5U);
    filter = {};
    EXPECT_TRUE(index.update(growing.snapshot(), filter, order).hints.empty());
}

TEST_F(SagaListTest, CountsStatesWithinTheSearch)
{
    for (int booking = 1; booking <= 5; ++booking)
        growing.add("voyage.booking.created", booking, booking);
    filter.search = "booking:BK-1 or booking:BK-2";
    filter.states = 1U << static_cast<unsigned>(saga::SagaState::Failed);
    const SagaDelta delta = index.update(growing.snapshot(), filter, order);
    EXPECT_EQ(delta.byState[static_cast<std::size_t>(saga::SagaState::Running)], 2U) << "the chips say what they would show";
    EXPECT_EQ(delta.matchCount, 0U);
}

TEST_F(SagaListTest, ShowsNothingForATextThatIsNoQuery)
{
    growing.add("voyage.booking.created", 1, 1);
    filter.search = "state:";
    const SagaDelta delta = index.update(growing.snapshot(), filter, order);
    EXPECT_EQ(delta.matchCount, 0U);
    ASSERT_TRUE(delta.error);
    EXPECT_EQ(delta.error->code, session::QueryErrorCode::MissingValue);
}

/// Whatever comes, in whatever order: the list that grew says the same as one that is made anew.
TEST_F(SagaListTest, WhatGrewIsWhatARebuildWouldShow)
{
    std::mt19937 random(11);
    const std::array<const char*, 4> types{"payment.completed", "payment.failed", "voyage.booking.confirmed",
                                           "voyage.booking.cancelled"};
    int number = 0;
    for (int step = 0; step < 120; ++step) {
        for (std::size_t i = random() % 12; i > 0; --i) {
            const bool isNew = random() % 3 == 0;
            growing.add(isNew ? "voyage.booking.created" : types[random() % 4], ++number, int(random() % 60));
        }
        if (step % 7 == 0)
            order = {static_cast<SagaColumn>(random() % kSagaColumnCount), random() % 2 == 0,
                     static_cast<SagaGrouping>(random() % kSagaGroupingCount)};
        if (step % 11 == 0)
            filter.search = std::array<const char*, 4>{"", "-state:running", "events:>2", "BK-1 or BK-4"}[random() % 4];
        const auto snapshot = growing.snapshot();
        model.apply(index.update(snapshot, filter, order));
        SagaListModel fresh;
        SagaIndex anew;
        fresh.apply(anew.update(snapshot, filter, order));
        ASSERT_EQ(model.rowCount(), fresh.rowCount()) << "step " << step;
        for (int row = 0; row < fresh.rowCount(); ++row) {
            ASSERT_EQ(model.sagaAt(row), fresh.sagaAt(row)) << "step " << step << ", row " << row;
            if (fresh.isGroup(row))
                ASSERT_EQ(model.groupLabel(row), fresh.groupLabel(row));
            else
                ASSERT_EQ(model.rowOf(model.sagaAt(row)), row);
        }
    }
}

/// Thousands of lines that move one by one would be thousands of signals.
TEST_F(SagaListTest, TellsOfChangesAllOverAtOnce)
{
    constexpr int kSagas = 12'000;
    for (const SagaGrouping grouping : {SagaGrouping::None, SagaGrouping::State}) {
        order = {SagaColumn::Events, true, grouping};
        Growing many;
        SagaIndex grown;
        for (int i = 1; i <= kSagas; ++i)
            many.add("voyage.booking.created", i, i);
        model.apply(grown.update(many.snapshot(), filter, order));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy moves(&model, &QAbstractItemModel::rowsInserted);
        for (int i = 1; i <= kSagas; i += 2)
            many.add(i % 3 == 0 ? "payment.failed" : "payment.completed", kSagas + i, i);
        const auto snapshot = many.snapshot();
        model.apply(grown.update(snapshot, filter, order));
        EXPECT_EQ(resets.count(), 1);
        EXPECT_EQ(moves.count(), 0);
        SagaListModel fresh;
        SagaIndex anew;
        fresh.apply(anew.update(snapshot, filter, order));
        ASSERT_EQ(model.rowCount(), fresh.rowCount());
        for (int row = 0; row < fresh.rowCount(); ++row) {
            ASSERT_EQ(model.sagaAt(row), fresh.sagaAt(row)) << "row " << row;
            ASSERT_EQ(model.isGroup(row) ? model.groupSize(row) : 0, fresh.isGroup(row) ? fresh.groupSize(row) : 0);
        }
    }
}

/// The tester looks at every row after every signal, so this many rows take only few signals.
TEST_F(SagaListTest, HoldsWith150000Sagas)
{
    constexpr int kSagas = 150'000;
    for (int i = 1; i <= kSagas; ++i)
        growing.add("voyage.booking.created", i, i);
    publish();
    ASSERT_EQ(model.rowCount(), kSagas);
    growing.add("voyage.booking.created", kSagas + 1, kSagas + 1);
    publish();
    EXPECT_EQ(model.rowCount(), kSagas + 1);
    order = {SagaColumn::Key, false, SagaGrouping::None};
    publish();
    EXPECT_EQ(model.summaryAt(0).key, "BK-1");
    filter.search = "events:>1 or key:BK-1*";
    growing.add("payment.completed", kSagas + 2, 1);
    publish();
    EXPECT_EQ(model.rowCount(), 61'113) << "the keys that begin with BK-1";
    EXPECT_EQ(model.rowOf(model.sagaAt(40'000)), 40'000);
}

TEST_F(SagaListTest, FindsTheRowOfASaga)
{
    for (int i = 1; i <= 5; ++i)
        growing.add("voyage.booking.created", i, i);
    publish();
    for (int row = 0; row < 5; ++row)
        EXPECT_EQ(model.rowOf(model.sagaAt(row)), row);
}

TEST_F(SagaListTest, StartsAnewAfterAStoppedSearch)
{
    for (int i = 1; i <= 5; ++i)
        growing.add("voyage.booking.created", i, i);
    StopSource stop;
    stop.requestStop();
    (void)index.update(growing.snapshot(), filter, order, stop.token());
    publish();
    EXPECT_EQ(model.rowCount(), 5);
}

TEST(SagaFilter, FindsSagasByStateTypeTopicAndService)
{
    const auto session = test::stagedSession(40);
    const auto snapshot = session->snapshot();
    const auto count = [&](const char* search) {
        SagaFilter filter;
        filter.search = search;
        SagaMatcher matcher(filter);
        std::size_t matches = 0;
        for (std::uint32_t slot = 0; slot < snapshot->sagas.slotCount(); ++slot)
            matches += matcher.matches(*snapshot, base::SagaId(slot)) ? 1 : 0;
        return matches;
    };
    EXPECT_EQ(count(""), snapshot->counts.sagas);
    EXPECT_EQ(count("state:compensated"),
              snapshot->counts.sagasByState[static_cast<std::size_t>(saga::SagaState::Compensated)]);
    EXPECT_GT(count("type:payment.failed"), 0U);
    EXPECT_EQ(count("dreamscape.payment.*"), count("topic:dreamscape.payment.*"));
    EXPECT_GT(count("source:payment-service"), 0U);
    EXPECT_EQ(count("no-such-thing"), 0U);
}

} // namespace
} // namespace sagascope::ui
