// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Session.h"

#include <atomic>
#include <functional>
#include <latch>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/catalog/Catalog.h"
#include "core/event/Decoder.h"
#include "core/session/Incarnations.h"
#include "core/session/Replay.h"
#include "tests/support/Groups.h"
#include "tests/unit/session/ScriptedSource.h"

namespace sagascope::session {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kPaid = "dreamscape.payment.completed";
constexpr auto kPatience = 60s; ///< for what must happen; only a failing test waits that long

std::string paid(int number)
{
    const std::string id = std::to_string(number);
    return R"({"eventId":"e-)" + id + R"(","eventType":"payment.completed","timestamp":"2026-11-23T10:00:00.000Z",)"
        + R"("version":"1.0","source":"payment-service","payload":{"paymentId":"p-)" + id + R"(","bookingId":"b-)" + id
        + R"("}})";
}

class FixedClock : public base::Clock
{
public:
    [[nodiscard]] base::Timestamp now() const override { return atSecond(86'400); }
};

class SessionTest : public testing::Test
{
protected:
    Session& start()
    {
        static const auto catalog = catalog::Catalog::load();
        SessionOptions options;
        options.catalog = *catalog;
        options.snapshotInterval = 1ms;
        options.clock = &m_clock;
        m_session = std::make_unique<Session>(std::make_unique<ScriptedSource>(script), options);
        return *m_session;
    }

    Snapshot finish()
    {
        script->close();
        EXPECT_TRUE(start().waitUntilFinished(kPatience));
        return *m_session->snapshot();
    }

    bool eventually(const std::function<bool(const Snapshot&)>& condition) const
    {
        const auto deadline = std::chrono::steady_clock::now() + kPatience;
        while (!condition(*m_session->snapshot())) {
            if (std::chrono::steady_clock::now() > deadline)
                return false;
            std::this_thread::sleep_for(2ms);
        }
        return true;
    }

    std::shared_ptr<Script> script = std::make_shared<Script>();

private:
    FixedClock m_clock;

protected:
    std::unique_ptr<Session> m_session; ///< last: it uses the clock until it is gone
};

TEST_F(SessionTest, countsEveryRecordExactlyOnce)
{
    script->record(kPaid, 0, 0, paid(0), 0)
        .record(kPaid, 0, 1, "no json at all", 1)
        .record(kPaid, 0, 2, "", 2)
        .record(kPaid, 0, 3, paid(3), 3)
        .deliver();
    const Snapshot snapshot = finish();

    EXPECT_EQ(snapshot.counts.events, 2U);
    EXPECT_EQ(snapshot.counts.undecodable, 2U);
    EXPECT_EQ(snapshot.counts.records, 4U);
    ASSERT_EQ(snapshot.events.size(), 4U) << "undecodable records have rows too";
    EXPECT_TRUE(snapshot.events.row(base::EventIndex(1)).has(store::EventFlag::Undecodable));
    EXPECT_TRUE(snapshot.isFinished);
}

TEST_F(SessionTest, readsTheSameCoordinatesTwiceAsOneRecord)
{
    script->record(kPaid, 0, 7, paid(7)).record(kPaid, 0, 7, paid(7)).record(kPaid, 1, 7, paid(7)).deliver();
    const Snapshot snapshot = finish();

    EXPECT_EQ(snapshot.counts.records, 2U) << "the other partition holds a record of its own";
    EXPECT_EQ(snapshot.counts.sameCoordinates, 1U);
    EXPECT_EQ(snapshot.events.size(), 2U);
}

TEST_F(SessionTest, takesOtherBytesAtTheSameCoordinatesForARecreatedTopic)
{
    script->record(kPaid, 0, 0, paid(1)).record(kPaid, 0, 0, paid(2)).deliver();
    script->record(kPaid, 0, 0, paid(1)).record(kPaid, 0, 0, paid(2)).record(kPaid, 0, 0, paid(3)).deliver();
    const Snapshot snapshot = finish();

    EXPECT_EQ(snapshot.counts.records, 3U);
    EXPECT_EQ(snapshot.counts.sameCoordinates, 2U) << "each incarnation is known, not only the latest";
}

TEST_F(SessionTest, tellsANullValueFromAnEmptyOneAtTheSameCoordinates)
{
    event::RawRecord record;
    record.topic = kPaid;
    store::EventStore store;
    Incarnations incarnations;
    const auto known = [&] { return store.find(record.topic, record.partition, record.offset); };
    const auto keep = [&] {
        incarnations.keep(record, known());
        store.append(record, event::Decoder().decode(record));
    };
    keep();
    EXPECT_TRUE(incarnations.holds(record, known(), store));
    record.value = "";
    EXPECT_FALSE(incarnations.holds(record, known(), store));
    keep();
    EXPECT_TRUE(incarnations.holds(record, known(), store));
    record.key = "";
    EXPECT_FALSE(incarnations.holds(record, known(), store));
    record = {};
    record.topic = kPaid;
    EXPECT_TRUE(incarnations.holds(record, known(), store)) << "the first one is not forgotten";
}

TEST_F(SessionTest, takesTheLatestBrokerTimeForNowUnlessItIsLive)
{
    script->record(kPaid, 0, 0, paid(0), 30).record(kPaid, 0, 1, paid(1), 20).deliver();
    EXPECT_EQ(finish().takenAt, atSecond(30));
}

TEST_F(SessionTest, takesTheWallClockForNowWhenItIsLive)
{
    script->isLive = true;
    script->record(kPaid, 0, 0, paid(0), 30).deliver();
    EXPECT_EQ(finish().takenAt, atSecond(86'400));
}

TEST_F(SessionTest, isNeverWithoutASnapshot)
{
    const SnapshotPtr snapshot = start().snapshot();
    ASSERT_TRUE(snapshot);
    EXPECT_EQ(snapshot->counts.records, 0U);
    EXPECT_EQ(snapshot->connection.name, "script");
    EXPECT_TRUE(snapshot->catalog);
}

TEST_F(SessionTest, readsNothingWhilePausedAndEverythingAfterwards)
{
    Session& session = start();
    session.setPaused(true);
    ASSERT_TRUE(eventually([](const Snapshot& s) { return s.isPaused; }));
    EXPECT_TRUE(session.isPaused());
    script->record(kPaid, 0, 0, paid(0)).deliver();
    std::this_thread::sleep_for(250ms);
    EXPECT_EQ(session.snapshot()->counts.records, 0U);

    session.setPaused(false);
    EXPECT_TRUE(eventually([](const Snapshot& s) { return s.counts.records == 1 && !s.isPaused; }));
}

TEST_F(SessionTest, stopsWhileItWaitsWhileItIsPausedAndTwice)
{
    start().stop();
    EXPECT_TRUE(m_session->snapshot()->isFinished);
    m_session->stop();

    script = std::make_shared<Script>();
    start().setPaused(true);
    ASSERT_TRUE(eventually([](const Snapshot& s) { return s.isPaused; }));
    m_session.reset();

    script = std::make_shared<Script>();
    script->record(kPaid, 0, 0, paid(0)).deliver();
    start();
    ASSERT_TRUE(eventually([](const Snapshot& s) { return s.counts.records == 1; }));
    m_session->stop();
    EXPECT_EQ(m_session->snapshot()->counts.records, 1U) << "what was read stays readable";
}

TEST_F(SessionTest, reportsTheErrorThatEndedTheSource)
{
    script->record(kPaid, 0, 0, paid(0)).deliver();
    script->fail({base::ErrorCode::Unreachable, "localhost:1", "refused"});
    Session& session = start();
    ASSERT_TRUE(session.waitUntilFinished(kPatience));
    ASSERT_TRUE(session.failure());
    EXPECT_EQ(session.failure()->subject, "localhost:1");
    EXPECT_EQ(session.snapshot()->counts.records, 1U) << "what came before the error counts";
}

TEST_F(SessionTest, saysThatItHasNotFinishedWhenTheTimeIsOver)
{
    EXPECT_FALSE(start().waitUntilFinished(10ms));
    EXPECT_FALSE(m_session->failure());
}

TEST_F(SessionTest, publishesWhileABigBatchIsStillBeingRead)
{
    for (int i = 0; i < 20'000; ++i)
        script->record(kPaid, 0, i, paid(i), i / 100);
    script->deliver();
    const Snapshot snapshot = finish();
    EXPECT_EQ(snapshot.counts.events, 20'000U);
    EXPECT_GE(snapshot.sequence, 4U);
}

TEST_F(SessionTest, givesOutSnapshotsThatOnlyGrowAndAlwaysAddUp)
{
    Session& session = start();
    std::thread writer([this] {
        for (int batch = 0; batch < 100; ++batch) {
            for (int i = 0; i < 50; ++i)
                script->record(kPaid, batch % 3, batch * 50 + i, i % 10 == 0 ? "poison" : paid(batch * 50 + i));
            script->deliver();
        }
        script->close();
    });
    std::uint64_t sequence = 0;
    std::uint64_t records = 0;
    while (!session.waitUntilFinished(0ms)) {
        const SnapshotPtr snapshot = session.snapshot();
        EXPECT_GE(snapshot->sequence, sequence);
        EXPECT_GE(snapshot->counts.records, records);
        EXPECT_EQ(snapshot->counts.records, snapshot->counts.events + snapshot->counts.undecodable);
        EXPECT_EQ(snapshot->events.size(), snapshot->counts.records);
        for (std::size_t i = records; i < snapshot->events.size(); ++i)
            EXPECT_EQ(snapshot->events.topicName(snapshot->events.row(base::EventIndex(std::uint32_t(i))).topic), kPaid);
        sequence = snapshot->sequence;
        records = snapshot->counts.records;
    }
    writer.join();
    EXPECT_EQ(session.snapshot()->counts.records, 5'000U);
    EXPECT_EQ(session.snapshot()->counts.undecodable, 500U);
}

TEST_F(SessionTest, isNotHeldUpByASlowListener)
{
    std::latch listenerIsIn{1};
    std::latch release{1};
    std::atomic<int> calls{0};
    Session& session = start();
    session.setListener([&] {
        if (++calls == 1) {
            listenerIsIn.count_down();
            release.wait();
        }
    });
    script->record(kPaid, 0, 0, paid(0)).deliver();
    listenerIsIn.wait();
    script->record(kPaid, 0, 1, paid(1)).deliver().close();
    EXPECT_TRUE(session.waitUntilFinished(kPatience)) << "while the listener is still busy with the first snapshot";
    EXPECT_EQ(calls, 1);
    release.count_down();
    session.setListener({});
}

TEST_F(SessionTest, tellsTheListenerOfTheLastSnapshot)
{
    std::atomic<bool> sawTheEnd{false};
    Session& session = start();
    session.setListener([&] { sawTheEnd = sawTheEnd || session.snapshot()->isFinished; });
    script->record(kPaid, 0, 0, paid(0)).deliver().close();
    EXPECT_TRUE(eventually([&](const Snapshot&) { return sawTheEnd.load(); }));
    session.setListener({});
}

TEST_F(SessionTest, keepsUnreadableLinesBesideTheSum)
{
    script->unreadable.push_back({base::ErrorCode::Malformed, "capture.jsonl:3", "no topic"});
    script->record(kPaid, 0, 0, paid(0)).deliver();
    const Snapshot snapshot = finish();
    EXPECT_EQ(snapshot.counts.unreadableLines, 1U);
    EXPECT_EQ(snapshot.counts.records, 1U);
    ASSERT_EQ(snapshot.unreadable.size(), 1U);
    EXPECT_EQ(snapshot.unreadable.front().subject, "capture.jsonl:3");
}

TEST_F(SessionTest, knowsHowOldTheNextUnreadRecordOfAGroupIs)
{
    metrics::LagSample sample;
    sample.group = "dreamscape-voyage-service-group";
    sample.topic = kPaid;
    sample.position = 1;
    sample.end = 3;
    sample.at = atSecond(60);
    metrics::LagSample elsewhere = sample; // a record that we have not read
    elsewhere.topic = "dreamscape.not.read";
    script->groups = test::lookOf({elsewhere, sample});
    script->record(kPaid, 0, 0, paid(0), 0).record(kPaid, 0, 1, paid(1), 20).record(kPaid, 0, 2, paid(2), 40).deliver();
    const Snapshot snapshot = finish();
    ASSERT_EQ(snapshot.lag.size(), 2U);
    EXPECT_EQ(snapshot.lag[0].lagMs, std::nullopt);
    EXPECT_EQ(snapshot.lag[1].lagMs, 40'000);
    EXPECT_EQ(snapshot.lag[1].ageFrom, metrics::AgeFrom::Recorded);
    EXPECT_EQ(snapshot.events.row(snapshot.lag[1].next).offset, 1);
    EXPECT_EQ(snapshot.lagHistory.byGroup->at(sample.group).front().lag, 4);
    ASSERT_TRUE(snapshot.groups);
    EXPECT_EQ(snapshot.groups->find(sample.group)->lag, 4);
    EXPECT_FALSE(snapshot.groups->find(sample.group)->isAgeComplete);
    EXPECT_THAT(script->asked, testing::ElementsAre(metrics::RecordPlace{{"dreamscape.not.read", 0}, 1}));
}

TEST_F(SessionTest, marksWhatTheCatalogObjectsTo)
{
    script->record(kPaid, 0, 0, paid(0)).record("dreamscape.nobody.knows", 0, 0, paid(1)).deliver();
    const Snapshot snapshot = finish();
    const auto rules = [&](std::uint32_t row) {
        std::vector<base::Rule> found;
        for (const auto& hit : snapshot.events.hitsOf(base::EventIndex(row)))
            found.push_back(hit.rule);
        return found;
    };
    EXPECT_THAT(rules(0), testing::Contains(base::Rule::PayloadSchema)) << "amount and currency are missing";
    EXPECT_THAT(rules(1), testing::Contains(base::Rule::TopicUnknown));
    EXPECT_THAT(rules(1), testing::Not(testing::Contains(base::Rule::PayloadSchema)));
}

TEST_F(SessionTest, tellsASagaInFull)
{
    script
        ->record("dreamscape.voyage.booking.created", 0, 0,
                 R"({"eventId":"c","eventType":"voyage.booking.created","correlationId":"x",)"
                 R"("payload":{"bookingId":"b-1"}})")
        .record(kPaid, 0, 0,
                R"({"eventId":"p","eventType":"payment.completed","correlationId":"x","causationId":"c",)"
                R"("payload":{"bookingId":"b-1"}})")
        .deliver();
    const Snapshot snapshot = finish();
    ASSERT_EQ(snapshot.counts.sagas, 1U);
    const base::SagaId saga = snapshot.sagas.sagaOf(base::EventIndex(0));
    ASSERT_TRUE(saga.isValid());
    const saga::Story story = storyOf(snapshot, saga);
    EXPECT_EQ(story.events.size(), 2U);
    EXPECT_EQ(story.edges.size(), 1U);
}

/// A payment alone makes a booking complete.
std::shared_ptr<const catalog::Catalog> paymentsAlone(const catalog::Catalog& base)
{
    catalog::SagaDefinition definition = *base.definition("booking-payment");
    definition.success = {"paid"};
    for (catalog::StepDefinition& step : definition.steps)
        step.isRequired = step.name == "paid";
    return base.with({definition});
}

std::uint64_t completed(const Snapshot& snapshot)
{
    return snapshot.counts.sagasByState[static_cast<std::size_t>(saga::SagaState::Completed)];
}

TEST_F(SessionTest, aChangedCatalogTakesOverEverythingThatWasRead)
{
    for (int i = 0; i < 20; ++i)
        script->record(kPaid, 0, i, paid(i));
    script->deliver();
    Session& session = start();
    ASSERT_TRUE(eventually([](const Snapshot& s) { return s.counts.sagas == 20; }));
    const SnapshotPtr before = session.snapshot();
    EXPECT_EQ(completed(*before), 0U);
    const auto changed = paymentsAlone(*before->catalog);
    session.setCatalog(changed);
    ASSERT_TRUE(eventually([&](const Snapshot& s) { return s.catalog == changed; }));
    const SnapshotPtr after = session.snapshot();
    EXPECT_EQ(after->counts.records, 20U);
    EXPECT_EQ(completed(*after), 20U);
    EXPECT_NE(after->numbering, before->numbering);
    EXPECT_GT(after->sequence, before->sequence);

    script->record(kPaid, 0, 20, paid(20)).deliver();
    EXPECT_TRUE(eventually([](const Snapshot& s) { return completed(s) == 21; })) << "reading goes on under it";
    EXPECT_EQ(completed(*before), 0U) << "what was handed out stays as it was";
}

TEST_F(SessionTest, aChangedCatalogTakesOverAfterTheSourceHasFinished)
{
    script->record(kPaid, 0, 0, paid(0)).deliver();
    const Snapshot before = finish();
    const auto changed = paymentsAlone(*before.catalog);
    m_session->setCatalog(changed);
    ASSERT_TRUE(eventually([&](const Snapshot& s) { return s.catalog == changed; }));
    EXPECT_EQ(completed(*m_session->snapshot()), 1U);
    EXPECT_TRUE(m_session->snapshot()->isFinished);
    m_session->setCatalog(before.catalog);
    ASSERT_TRUE(eventually([&](const Snapshot& s) { return s.catalog == before.catalog; }));
    EXPECT_EQ(completed(*m_session->snapshot()), 0U);
}

TEST_F(SessionTest, aChangedCatalogTakesOverWhilePaused)
{
    script->record(kPaid, 0, 0, paid(0)).deliver();
    Session& session = start();
    ASSERT_TRUE(eventually([](const Snapshot& s) { return s.counts.sagas == 1; }));
    session.setPaused(true);
    ASSERT_TRUE(eventually([](const Snapshot& s) { return s.isPaused; }));
    const auto changed = paymentsAlone(*session.snapshot()->catalog);
    session.setCatalog(changed);
    EXPECT_TRUE(eventually([&](const Snapshot& s) { return s.catalog == changed && completed(s) == 1; }));
}

TEST_F(SessionTest, ofSeveralChangedCatalogsTheLatestCounts)
{
    for (int i = 0; i < 30'000; ++i)
        script->record(kPaid, 0, i, paid(i));
    script->deliver();
    Session& session = start();
    ASSERT_TRUE(eventually([](const Snapshot& s) { return s.counts.records == 30'000; }));
    const auto base = session.snapshot()->catalog;
    const auto changed = paymentsAlone(*base);
    for (int i = 0; i < 20; ++i)
        session.setCatalog(i % 2 == 0 ? base : changed);
    ASSERT_TRUE(eventually([&](const Snapshot& s) { return s.catalog == changed; }));
    EXPECT_EQ(completed(*session.snapshot()), 30'000U);
}

TEST_F(SessionTest, endsAtOnceWhileACatalogTakesOver)
{
    for (int i = 0; i < 30'000; ++i)
        script->record(kPaid, 0, i, paid(i));
    script->deliver();
    Session& session = start();
    ASSERT_TRUE(eventually([](const Snapshot& s) { return s.counts.records == 30'000; }));
    session.setCatalog(paymentsAlone(*session.snapshot()->catalog));
    session.stop();
    EXPECT_EQ(session.snapshot()->counts.records, 30'000U);
    session.setCatalog(paymentsAlone(*session.snapshot()->catalog)); // too late, and harmless
}

TEST_F(SessionTest, thePastIsToldWithTheCatalogThatTookOver)
{
    for (int i = 0; i < 4; ++i)
        script->record(kPaid, 0, i, paid(i), i);
    script->deliver();
    Session& session = start();
    ASSERT_TRUE(eventually([](const Snapshot& s) { return s.counts.sagas == 4; }));
    Replay replay;
    const SnapshotPtr before = replay.travel(session.snapshot(), {atSecond(1)});
    EXPECT_EQ(completed(*before), 0U);
    const auto changed = paymentsAlone(*before->catalog);
    session.setCatalog(changed);
    ASSERT_TRUE(eventually([&](const Snapshot& s) { return s.catalog == changed; }));
    const SnapshotPtr after = replay.travel(session.snapshot(), {atSecond(1)});
    EXPECT_EQ(completed(*after), 2U);
    EXPECT_NE(after->numbering, before->numbering);
}

} // namespace
} // namespace sagascope::session
