// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/GroupHistory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/metrics/FanOut.h"

namespace sagascope::metrics {
namespace {

using namespace std::chrono_literals;
using testing::IsEmpty;

const base::Timestamp kStart = base::parseIso8601("2026-11-23T10:00:00Z")->time;
constexpr auto kTopic = "dreamscape.payment.completed";

/// One group on one topic, looked at every two seconds.
class GroupHistoryTest : public testing::Test
{
protected:
    struct Seen
    {
        std::optional<std::int64_t> position;
        std::int64_t end;
        std::string reader{}; ///< empty: nobody
    };

    /// One look at partitions 0, 1, …
    void look(const std::vector<Seen>& partitions)
    {
        m_look = std::make_shared<GroupLook>();
        m_look->round = ++m_round;
        m_look->at = kStart + 2s * (m_round - 1);
        GroupReading reading;
        reading.group = "voyage";
        reading.state = m_state;
        reading.membership = m_membership;
        for (std::size_t i = 0; i < partitions.size(); ++i) {
            const auto number = std::int32_t(i);
            LagSample sample;
            sample.group = reading.group;
            sample.topic = kTopic;
            sample.partition = number;
            sample.position = partitions[i].position;
            sample.end = partitions[i].end;
            sample.state = m_state;
            sample.at = m_look->at;
            reading.samples.push_back(sample);
            if (!partitions[i].reader.empty())
                memberOf(reading, partitions[i].reader).assigned.push_back({kTopic, number});
        }
        m_look->groups.push_back(std::move(reading));
        m_history.take(m_look, m_look->samples());
    }

    static GroupMember& memberOf(GroupReading& reading, const std::string& id)
    {
        for (auto& member : reading.members) {
            if (member.id == id)
                return member;
        }
        reading.members.push_back({id, id + "-client", "10.0.0.7", {}, {}});
        return reading.members.back();
    }

    [[nodiscard]] const GroupStanding& group() const { return m_history.board()->groups.front(); }
    [[nodiscard]] const PartitionStanding& partition(std::size_t i) const { return group().partitions[i]; }

    GroupHistory m_history;
    std::shared_ptr<GroupLook> m_look;
    std::uint64_t m_round = 0;
    GroupState m_state = GroupState::Known;
    Membership m_membership = Membership::Told;
};

TEST_F(GroupHistoryTest, aGroupIsAsBadAsItsWorstPartition)
{
    for (int i = 0; i < int(kWindowLooks); ++i)
        look({{i, i, "a"}, {5, 20, "a"}});
    EXPECT_EQ(partition(0).judgement.verdict, Verdict::Ok);
    EXPECT_EQ(partition(1).judgement.verdict, Verdict::Stalled);
    EXPECT_EQ(group().verdict, Verdict::Stalled);
    EXPECT_EQ(group().lag, 15);
}

TEST_F(GroupHistoryTest, aGroupIsNotCalledOkWhileAPartitionIsNotJudgedYet)
{
    look({{4, 4, "a"}, {5, 20, "a"}});
    EXPECT_EQ(partition(0).judgement.verdict, Verdict::Ok);
    EXPECT_EQ(group().verdict, Verdict::Unknown);
    look({{4, 4, "a"}, {20, 20, "a"}});
    EXPECT_EQ(group().verdict, Verdict::Ok);
}

TEST_F(GroupHistoryTest, oneBlockedPartitionBesideOneThatTheSameMemberReadsIsPoisoned)
{
    for (int i = 0; i < int(kWindowLooks); ++i)
        look({{i, i, "a"}, {5, 20, "a"}});
    EXPECT_TRUE(partition(1).isPoisoned);
    EXPECT_FALSE(partition(0).isPoisoned);
}

TEST_F(GroupHistoryTest, aMemberThatGetsOnNowhereHangsInsteadOfBeingPoisoned)
{
    for (int i = 0; i < int(kWindowLooks); ++i)
        look({{i, i, "a"}, {5, 20, "b"}, {7, 20, "b"}});
    EXPECT_EQ(partition(1).judgement.verdict, Verdict::Stalled);
    EXPECT_FALSE(partition(1).isPoisoned);
    EXPECT_FALSE(partition(2).isPoisoned);
}

TEST_F(GroupHistoryTest, theOnlyPartitionOfAMemberIsComparedWithThoseOfTheOthers)
{
    for (int i = 0; i < int(kWindowLooks); ++i)
        look({{i, i, "a"}, {5, 20, "b"}});
    EXPECT_TRUE(partition(1).isPoisoned);
}

TEST_F(GroupHistoryTest, withoutMembersAnyPartitionThatGetsOnSpeaksForTheGroup)
{
    m_membership = Membership::NotAsked;
    for (int i = 0; i < int(kWindowLooks); ++i)
        look({{i, i}, {5, 20}});
    EXPECT_EQ(partition(1).judgement.verdict, Verdict::Stalled);
    EXPECT_TRUE(partition(1).isPoisoned);
}

TEST_F(GroupHistoryTest, aTopicThatDoesBadlyAsAWholeIsNotPoisoned)
{
    for (int i = 0; i < int(kWindowLooks); ++i)
        look({{i, i, "a"}, {5, 20, "a"}, {7, 20, "a"}});
    EXPECT_EQ(partition(1).judgement.verdict, Verdict::Stalled);
    EXPECT_FALSE(partition(1).isPoisoned) << "its reader is too slow for it";
}

TEST_F(GroupHistoryTest, whereNothingMovesNothingIsPoisoned)
{
    for (int i = 0; i < int(kWindowLooks); ++i)
        look({{9, 9, "a"}, {5, 20, "a"}});
    EXPECT_EQ(partition(1).judgement.verdict, Verdict::Stalled);
    EXPECT_FALSE(partition(1).isPoisoned);
}

TEST_F(GroupHistoryTest, aLookThatFailedSaysNothing)
{
    for (int i = 0; i < int(kWindowLooks); ++i)
        look({{5, 20, "a"}});
    m_state = GroupState::Unreadable;
    look({{std::nullopt, 0}});
    EXPECT_EQ(partition(0).judgement.verdict, Verdict::Stalled);
    EXPECT_EQ(partition(0).judgement.from, 5);
}

TEST_F(GroupHistoryTest, aTopicMadeAnewBeginsAnew)
{
    look({{40, 50, "a"}});
    look({{45, 50, "a"}});
    look({{2, 3, "a"}});
    EXPECT_EQ(partition(0).judgement.verdict, Verdict::Unknown) << "and not rewound";
    EXPECT_EQ(partition(0).trail->positions.size(), 1U);
}

TEST_F(GroupHistoryTest, theSameRoundAgainReplacesTheLook)
{
    look({{5, 20, "a"}});
    auto samples = m_look->samples();
    samples[0].lagMs = 4'000;
    auto again = std::make_shared<GroupLook>(*m_look);
    m_history.take(again, samples);
    EXPECT_EQ(group().lagMs, 4'000);
    EXPECT_TRUE(group().isAgeComplete);
    EXPECT_EQ(partition(0).judgement.from, 1) << "one look of thirty, not two";
}

TEST_F(GroupHistoryTest, remembersWhoHeldAPartition)
{
    look({{1, 20, "a"}});
    look({{2, 20, "a"}});
    look({{2, 20}});
    look({{3, 20, "b"}});
    const auto& owners = partition(0).trail->owners;
    ASSERT_EQ(owners.size(), 2U);
    EXPECT_EQ(owners[0].member.clientId, "a-client");
    EXPECT_EQ(owners[0].from, kStart);
    EXPECT_EQ(owners[0].to, kStart + 4s);
    EXPECT_EQ(owners[1].member.id, "b");
    EXPECT_EQ(owners[1].to, base::kNoTime) << "still does";
}

TEST_F(GroupHistoryTest, theTrailOfALongDayIsThinnedAndKeepsItsBeginning)
{
    for (int i = 0; i < 2'000; ++i)
        look({{i, 5'000, "a"}});
    const auto& points = partition(0).trail->positions;
    EXPECT_LE(points.size(), 256U);
    EXPECT_EQ(points.front().position, 0);
    EXPECT_EQ(points.back().position, 1'999);
    for (std::size_t i = 1; i < points.size(); ++i)
        EXPECT_LE(points[i].after, points[i - 1].by) << "no time between two points is left uncovered, at " << i;
}

TEST_F(GroupHistoryTest, aGroupThatIsNotThereAnyMoreIsForgotten)
{
    look({{5, 20, "a"}});
    auto nobody = std::make_shared<GroupLook>();
    nobody->round = ++m_round;
    m_history.take(nobody, {});
    EXPECT_THAT(m_history.board()->groups, IsEmpty());
    EXPECT_EQ(m_history.board()->find("voyage"), nullptr);
}

class FanOutTest : public GroupHistoryTest
{
protected:
    [[nodiscard]] GroupPassage passage(std::int64_t offset) const
    {
        const auto passages = fanOut(*m_history.board(), {kTopic, 0}, offset);
        return passages.empty() ? GroupPassage{} : passages.front();
    }
};

TEST_F(FanOutTest, saysBetweenWhichLooksAGroupPassed)
{
    look({{5, 20}});
    look({{5, 20}});
    look({{9, 20}});
    const auto passed = passage(7);
    EXPECT_EQ(passed.group, "voyage");
    EXPECT_EQ(passed.passage, Passage::Passed);
    EXPECT_EQ(passed.after, kStart + 2s);
    EXPECT_EQ(passed.by, kStart + 4s);
    EXPECT_EQ(passage(8).passage, Passage::Passed) << "a position is the next offset to be read";
}

TEST_F(FanOutTest, countsWhatComesBeforeARecordThatWaits)
{
    look({{5, 20}});
    EXPECT_EQ(passage(9).passage, Passage::Waiting);
    EXPECT_EQ(passage(9).before, 4);
    EXPECT_EQ(passage(5).before, 0) << "it is next";
    EXPECT_EQ(passage(4).passage, Passage::PassedEarlier);
    EXPECT_EQ(passage(4).by, kStart);
}

TEST_F(FanOutTest, tellsAGroupThatWentBack)
{
    look({{5, 20}});
    look({{15, 20}});
    look({{3, 20}});
    EXPECT_EQ(passage(9).passage, Passage::WentBack);
    EXPECT_EQ(passage(9).before, 6);
    EXPECT_EQ(passage(9).by, kStart + 2s);
}

TEST_F(FanOutTest, knowsGroupsThatHaveNotStartedAndNoOthers)
{
    look({{std::nullopt, 20, "a"}});
    EXPECT_EQ(passage(9).passage, Passage::NotStarted);
    EXPECT_THAT(fanOut(*m_history.board(), {"dreamscape.unread", 0}, 1), IsEmpty());
}

} // namespace
} // namespace sagascope::metrics
