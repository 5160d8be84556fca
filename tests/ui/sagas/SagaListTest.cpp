// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <map>
#include <thread>

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
        result.push_back(model.summaryAt(row).key);
    return result;
}

struct SagaListTest : testing::Test
{
    Growing growing;
    SagaIndex index;
    SagaListModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    SagaFilter filter;

    void publish() { model.apply(index.update(growing.snapshot(), filter)); }
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
    filter.setSearch("booking:BK-2");
    publish();
    EXPECT_THAT(keys(model), testing::ElementsAre("BK-2"));
    filter.setSearch({});
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
    (void)index.update(growing.snapshot(), filter, stop.token());
    publish();
    EXPECT_EQ(model.rowCount(), 5);
}

TEST(SagaFilter, FindsSagasByStateTypeTopicAndService)
{
    const auto session = test::stagedSession(40);
    const auto snapshot = session->snapshot();
    const auto count = [&](const char* search) {
        SagaFilter filter;
        filter.setSearch(search);
        std::size_t matches = 0;
        for (std::uint32_t slot = 0; slot < snapshot->sagas.slotCount(); ++slot)
            matches += filter.matches(*snapshot, base::SagaId(slot)) ? 1 : 0;
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
