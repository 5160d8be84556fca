// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Verdict.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/metrics/Looks.h"

namespace sagascope::metrics {

void PrintTo(const Judgement& judgement, std::ostream* out)
{
    *out << verdictName(judgement.verdict) << " reason " << int(judgement.reason) << ' ' << judgement.from << " -> "
         << judgement.to << " since look " << (judgement.since - kLooksBegin) / std::chrono::seconds(2);
}

namespace {

/// `since` counts looks from the first, which is 0.
Judgement judgement(Verdict verdict, VerdictReason reason, std::int64_t from, std::int64_t to, int since)
{
    return {verdict, reason, from, to, kLooksBegin + std::chrono::seconds(2) * since};
}

TEST(Verdict, isUnknownWithoutACommit)
{
    EXPECT_EQ(judge({}), Judgement{});
    EXPECT_EQ(judge(looks("-/10 -/20 -/30")), Judgement{});
}

TEST(Verdict, isOkAtTheEnd)
{
    EXPECT_EQ(judge(looks("10/10")), judgement(Verdict::Ok, VerdictReason::NothingUnread, 0, 0, 0));
    EXPECT_EQ(judge(looks("10/10n x30")), judgement(Verdict::Ok, VerdictReason::NothingUnread, 0, 0, 0))
        << "nobody is needed where nothing is to be read";
}

TEST(Verdict, isOkWhenTheEndWasReachedWithinTheWindow)
{
    EXPECT_EQ(judge(looks("4/9 x5 9/9 9/12 x20")), judgement(Verdict::Ok, VerdictReason::WasAtEnd, 0, 3, 5));
}

TEST(Verdict, isOkWhileTheLagGoesUpAndDown)
{
    EXPECT_EQ(judge(looks("0/100 10/110 20/120 40/130 40/140 50/150")),
              judgement(Verdict::Ok, VerdictReason::LagVaries, 100, 100, 0));
}

TEST(Verdict, isOkWhenOnlyMarkersAreLeft)
{
    auto window = looks("9/10r x30");
    window.back().isNothingReadable = true;
    EXPECT_EQ(judge(window), judgement(Verdict::Ok, VerdictReason::NothingReadable, 9, 1, 0));
}

TEST(Verdict, isSlowingWhenTheLagShrinksAtNoCommit)
{
    EXPECT_EQ(judge(looks("0/10 5/20 10/30 15/40 20/50 25/60")),
              judgement(Verdict::Slowing, VerdictReason::LagNeverShrinks, 15, 35, 1));
    EXPECT_EQ(judge(looks("0/10 5/15 10/20 15/25 20/30 25/35")),
              judgement(Verdict::Slowing, VerdictReason::LagNeverShrinks, 10, 10, 1))
        << "reading as fast as is written, and never catching up";
}

TEST(Verdict, weighsLagsAtCommitsOnly)
{
    // Between two commits the lag only ever grows; what counts is that it falls from one commit to the next.
    EXPECT_EQ(judge(looks("0/10 0/20 19/30 19/40 30/40 30/50 41/50 41/60 52/60 52/70 63/70")).verdict, Verdict::Ok);
}

TEST(Verdict, isStalledOnlyAfterAWholeWindow)
{
    EXPECT_EQ(judge(looks("5/10r x29")), judgement(Verdict::Unknown, VerdictReason::TooFewLooks, 29, 30, 0));
    EXPECT_EQ(judge(looks("5/10r x30")), judgement(Verdict::Stalled, VerdictReason::PositionStands, 5, 5, 0));
    EXPECT_EQ(judge(looks("5/10r x29 5/44r")), judgement(Verdict::Stalled, VerdictReason::PositionStands, 5, 39, 0));
}

TEST(Verdict, isStoppedWhenNobodyHoldsThePartition)
{
    EXPECT_EQ(judge(looks("4/10r 5/10n x5")), judgement(Verdict::Stopped, VerdictReason::NobodyReads, 5, 5, 1));
    EXPECT_NE(judge(looks("4/10r 5/10n x4")).verdict, Verdict::Stopped) << "a rebalance passes";
    EXPECT_EQ(judge(looks("10/10r 10/12n x5")).verdict, Verdict::Stopped) << "although it was at the end a moment before";
}

TEST(Verdict, isStoppedBySilenceWhereMembersAreNotKnown)
{
    EXPECT_EQ(judge(looks("1/90 2/90 3/90 4/90 x7")), judgement(Verdict::Stopped, VerdictReason::CommitsCeased, 4, 86, 3));
    EXPECT_NE(judge(looks("1/90 2/90 3/90 4/90 5/90 6/90 x5")).verdict, Verdict::Stopped)
        << "not yet silent for longer than it was seen moving";
    EXPECT_NE(judge(looks("1/90r 2/90r 3/90r 4/90r x7")).verdict, Verdict::Stopped) << "a member holds it";
}

TEST(Verdict, isRewoundUntilItIsBackWhereItWas)
{
    EXPECT_EQ(judge(looks("50/50 20/50 25/50")), judgement(Verdict::Rewound, VerdictReason::WentBack, 50, 20, 1));
    EXPECT_EQ(judge(looks("50/50 20/50 25/50 50/60")).verdict, Verdict::Ok);
    EXPECT_EQ(judge(looks("50/50 -/50 -/50 7/50")).verdict, Verdict::Unknown) << "committed anew: nothing to compare with";
}

} // namespace
} // namespace sagascope::metrics
