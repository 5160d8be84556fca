// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/DemoSource.h"

#include <algorithm>
#include <future>
#include <set>
#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/catalog/Catalog.h"
#include "core/kafka/Cluster.h"
#include "core/session/Report.h"
#include "core/session/Session.h"

namespace sagascope::session {
namespace {

using namespace std::chrono_literals;
using saga::SagaState;

constexpr auto kPatience = 180s; ///< for what must happen; only a failing test waits that long

/// One demo, told to its end and read through the whole house.
struct Telling
{
    Report report;
    std::int64_t produced = 0; ///< sum of end offsets

    explicit Telling(const demo::DemoOptions& options)
    {
        static const auto catalog = catalog::Catalog::load();
        auto source = DemoSource::start(options);
        if (!source)
            throw std::runtime_error(source.error().text());
        const std::shared_ptr<demo::Demo> demo = (*source)->demo();
        SessionOptions sessionOptions;
        sessionOptions.catalog = *catalog;
        Session session(*std::move(source), sessionOptions);
        EXPECT_TRUE(session.waitUntilFinished(kPatience));
        const auto cluster = kafka::Cluster::open(demo->profile());
        const auto watermarks = (*cluster)->watermarks(10s);
        for (const kafka::Watermarks& ends : *watermarks)
            produced += ends.high;
        report = makeReport(session.snapshot());
    }

    [[nodiscard]] const Counts& counts() const { return report.snapshot->counts; }

    [[nodiscard]] std::set<SagaState> states() const
    {
        std::set<SagaState> states;
        for (const ReportSaga& saga : report.sagas)
            states.insert(saga.story.state);
        return states;
    }

    /// What each saga tells, without anything that the broker or the wall clock chose.
    [[nodiscard]] std::multiset<std::string> stories() const
    {
        std::multiset<std::string> stories;
        for (const ReportSaga& saga : report.sagas) {
            std::string story = saga.story.key + " " + std::string(saga::stateName(saga.story.state));
            std::multiset<std::string> types;
            for (const saga::StoryEvent& event : saga.story.events)
                types.insert(std::string(report.snapshot->events.text(report.snapshot->events.row(event.event).type)));
            for (const std::string& type : types)
                story += " " + type;
            stories.insert(story);
        }
        return stories;
    }
};

demo::DemoOptions smallDemo()
{
    demo::DemoOptions options;
    options.seed = 7;
    options.rate = 100;
    options.failureRate = 0.3;
    options.duration = 8s;
    return options;
}

bool isOrchestratedAndCompensated(const ReportSaga& saga)
{
    return saga.story.style == saga::SagaStyle::Orchestrated && saga.story.state == SagaState::Compensated;
}

bool hasAliasedEvent(const ReportSaga& saga)
{
    return std::any_of(saga.story.events.begin(), saga.story.events.end(), [](const saga::StoryEvent& event) {
        return event.evidence == identity::Evidence::Aliased;
    });
}

std::set<std::string> knownGroups(const Snapshot& snapshot)
{
    std::set<std::string> known;
    for (const metrics::LagSample& sample : snapshot.lag) {
        if (sample.state == metrics::GroupState::Known)
            known.insert(sample.group);
    }
    return known;
}

// One telling takes about twenty seconds, so one test asks everything of it.
TEST(DemoSource, accountsForEveryRecordAndEndsSagasInEveryWayThatTheStoriesTell)
{
    const Telling telling(smallDemo());
    const Counts& counts = telling.counts();
    EXPECT_GT(counts.records, 400U);
    EXPECT_EQ(std::int64_t(counts.events + counts.undecodable), telling.produced);
    EXPECT_EQ(counts.records, counts.events + counts.undecodable);
    EXPECT_GT(counts.undecodable, 0U) << "the demo plays a poison message";

    EXPECT_THAT(telling.states(), testing::IsSupersetOf({SagaState::Completed, SagaState::Compensated,
                                                         SagaState::Inconsistent, SagaState::DeadLettered}));
    const auto& sagas = telling.report.sagas;
    EXPECT_TRUE(std::any_of(sagas.begin(), sagas.end(), isOrchestratedAndCompensated));
    EXPECT_TRUE(std::any_of(sagas.begin(), sagas.end(), hasAliasedEvent));
    EXPECT_GE(knownGroups(*telling.report.snapshot).size(), 3U);
}

TEST(DemoSource, tellsTheSameStoriesForTheSameSeed)
{
    auto other = std::async(std::launch::async, [] { return Telling(smallDemo()).stories(); });
    const Telling telling(smallDemo());
    EXPECT_EQ(telling.stories(), other.get());
}

TEST(DemoSource, stopsInTheMiddleOfItsStories)
{
    static const auto catalog = catalog::Catalog::load();
    SessionOptions options;
    options.catalog = *catalog;
    auto source = DemoSource::start({});
    ASSERT_TRUE(source);
    Session session(*std::move(source), options);
    session.stop();
    EXPECT_TRUE(session.snapshot()->isFinished);
}

} // namespace
} // namespace sagascope::session
