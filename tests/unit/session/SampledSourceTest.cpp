// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SampledSource.h"

#include <gtest/gtest.h>

#include <set>

#include "core/session/Session.h"
#include "tests/support/History.h"
#include "tests/unit/session/ScriptedSource.h"

namespace sagascope::session {
namespace {

using namespace std::chrono_literals;
using test::History;

/// A traveller that a sample of one in two takes, or one that it leaves.
std::string traveller(bool isChosen)
{
    for (int i = 0;; ++i) {
        const std::string name = "usr_" + std::to_string(i);
        if (SagaSample::isChosen(name, 2) == isChosen)
            return name;
    }
}

class SagaSampleTest : public testing::Test
{
protected:
    /// What is kept of these lines, where IN and OUT stand for travellers; event ids.
    std::set<std::string> kept(std::string lines, SampleOptions options = {.oneIn = 2})
    {
        const auto put = [&](const std::string& word, const std::string& name) {
            for (auto at = lines.find(word); at != std::string::npos; at = lines.find(word))
                lines.replace(at, word.size(), name);
        };
        put("OUT", traveller(false));
        put("IN", traveller(true));
        SagaSample sample(test::builtInCatalog(), options);
        std::set<std::string> ids;
        const History history(lines);
        for (const test::Record& record : history.records()) {
            event::RecordBatch batch;
            batch.append(record.raw());
            const event::RecordBatch chosen = sample.choose(batch);
            for (const event::RawRecord& one : chosen.records())
                ids.insert(nlohmann::json::parse(*one.value)["eventId"].get<std::string>());
        }
        sample.finish();
        counts = sample.counts();
        return ids;
    }

    SampleCounts counts;
};

TEST_F(SagaSampleTest, takesWhatNamesATravellerWhoWasChosen)
{
    EXPECT_EQ(kept(R"(
        09:00:00.000 voyage.booking.created e1 | bookingId=BK-1 userId=IN
        09:00:01.000 voyage.booking.created e2 | bookingId=BK-2 userId=OUT
    )"), std::set<std::string>({"e1"}));
    EXPECT_EQ(counts.kept, 1U);
    EXPECT_EQ(counts.leftOut, 1U);
}

TEST_F(SagaSampleTest, holdsWhatNamesNobodyUntilSomebodySharesItsIds)
{
    EXPECT_EQ(kept(R"(
        09:00:00.000 payment.completed       e1 corr=c1 | bookingId=BK-1 paymentId=P-1
        09:00:01.000 voyage.booking.confirmed e2 corr=c1 | bookingId=BK-1
        09:00:02.000 voyage.booking.created   e3        | bookingId=BK-1 userId=IN
        09:00:03.000 payment.completed        e4        | bookingId=BK-2
        09:00:04.000 voyage.booking.created   e5        | bookingId=BK-2 userId=OUT
    )"), std::set<std::string>({"e1", "e2", "e3"}));
    EXPECT_EQ(counts.remnants + counts.leftOut, 2U);
    EXPECT_EQ(counts.held, 0U);
}

TEST_F(SagaSampleTest, anIdThatATravellerWhoIsOutSharesDoesNotCutASaga)
{
    EXPECT_EQ(kept(R"(
        09:00:00.000 voyage.booking.created   e1 corr=all | bookingId=BK-1 userId=OUT
        09:00:01.000 voyage.booking.confirmed e2 corr=all | bookingId=BK-2
        09:00:02.000 voyage.booking.created   e3          | bookingId=BK-2 userId=IN
    )"), std::set<std::string>({"e2", "e3"}));
}

TEST_F(SagaSampleTest, givesUpTheOldestWhenThereIsNoRoom)
{
    SampleOptions options{.oneIn = 2};
    options.mostHeldBytes = 1;
    EXPECT_EQ(kept(R"(
        09:00:00.000 voyage.booking.confirmed e1 | bookingId=BK-1
        09:00:01.000 voyage.booking.created   e2 | bookingId=BK-1 userId=IN
    )", options), std::set<std::string>({"e2"}));
    EXPECT_EQ(counts.remnants, 1U) << "and is counted, for a saga was cut";
}

TEST(SampledSource, isReadToItsEndThoughBatchesAreLeftOutWhole)
{
    const std::string out = traveller(false);
    const std::string in = traveller(true);
    std::string lines;
    for (int i = 0; i < 50; ++i)
        lines += "09:00:00.000 voyage.booking.created e" + std::to_string(i) + " | bookingId=BK-" + std::to_string(i)
            + " userId=" + (i == 49 ? in : out) + "\n";
    const History history(lines);
    const auto script = std::make_shared<Script>();
    for (const test::Record& record : history.records()) {
        const event::RawRecord raw = record.raw();
        script->record(raw.topic, raw.partition, raw.offset, *raw.value).deliver();
    }
    script->close();
    auto whole = std::make_unique<ScriptedSource>(script);
    Session session(std::make_unique<SampledSource>(std::move(whole), test::builtInCatalog(), SampleOptions{.oneIn = 2}),
                    {.catalog = test::builtInCatalog()});
    ASSERT_TRUE(session.waitUntilFinished(20s));
    const auto snapshot = session.snapshot();
    EXPECT_EQ(snapshot->counts.records, 1U);
    ASSERT_TRUE(snapshot->connection.sample);
    EXPECT_EQ(snapshot->connection.sample->leftOut, 49U);
}

} // namespace
} // namespace sagascope::session
