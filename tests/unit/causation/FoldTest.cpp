// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causation/Fold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sagascope::causation {
namespace {

using testing::ElementsAre;

Fold folded(std::vector<std::uint32_t> kinds, base::IndexEdges edges, std::size_t most, std::vector<std::size_t> kept = {})
{
    FoldInput input{std::move(kinds), std::move(edges), {}};
    input.isKept.resize(input.kinds.size());
    for (const std::size_t node : kept)
        input.isKept[node] = true;
    return fold(input, base::components(input.kinds.size(), input.edges), most);
}

constexpr std::uint32_t kCreated = 1;
constexpr std::uint32_t kMailed = 2;
constexpr std::uint32_t kPaid = 3;

TEST(Fold, LeavesAloneWhatIsSmallEnough)
{
    const Fold fold = folded({kCreated, kMailed, kMailed}, {{0, 1}, {0, 2}}, 3);
    EXPECT_EQ(fold.level, FoldLevel::None);
    EXPECT_THAT(fold.groupOf, ElementsAre(0, 1, 2));
}

TEST(Fold, PutsSiblingsOfOneKindTogether)
{
    const Fold fold = folded({kCreated, kMailed, kPaid, kMailed, kMailed}, {{0, 1}, {0, 2}, {0, 3}, {2, 4}}, 4);
    EXPECT_EQ(fold.level, FoldLevel::Siblings);
    EXPECT_THAT(fold.groupOf, ElementsAre(0, 1, 2, 1, 3)) << "the last mail has another cause";
    EXPECT_EQ(fold.groupCount, 4U);
}

TEST(Fold, WhatFollowsFoldedSiblingsFoldsToo)
{
    const Fold fold = folded({kCreated, kPaid, kPaid, kMailed, kMailed}, {{0, 1}, {0, 2}, {1, 3}, {2, 4}}, 3);
    EXPECT_THAT(fold.groupOf, ElementsAre(0, 1, 1, 2, 2));
}

TEST(Fold, KeepsWhatItWasAskedToKeep)
{
    const Fold fold = folded({kCreated, kMailed, kMailed, kMailed}, {{0, 1}, {0, 2}, {0, 3}}, 3, {2});
    EXPECT_THAT(fold.groupOf, ElementsAre(0, 1, 2, 1));
}

TEST(Fold, ALongChainFoldsByKind)
{
    std::vector<std::uint32_t> kinds;
    base::IndexEdges edges;
    for (std::size_t i = 0; i < 100; ++i) {
        kinds.push_back(i % 2 == 0 ? kPaid : kMailed);
        if (i > 0)
            edges.emplace_back(i - 1, i);
    }
    const Fold fold = folded(kinds, edges, 10);
    EXPECT_EQ(fold.level, FoldLevel::Kinds);
    EXPECT_EQ(fold.groupCount, 2U);
}

TEST(Fold, ACycleStaysVisibleWhileSiblingsFold)
{
    const Fold fold = folded({kPaid, kPaid, kMailed, kMailed, kMailed}, {{0, 1}, {1, 0}, {1, 2}, {1, 3}, {1, 4}}, 3);
    EXPECT_THAT(fold.groupOf, ElementsAre(0, 1, 2, 2, 2));
}

TEST(Fold, NeverGivesMoreThanAskedFor)
{
    std::vector<std::uint32_t> kinds;
    for (std::uint32_t kind = 0; kind < 50; ++kind)
        kinds.push_back(kind);
    const Fold fold = folded(kinds, {}, 10);
    EXPECT_EQ(fold.groupCount, 10U);
    EXPECT_EQ(fold.groupOf[8], 8U);
    EXPECT_EQ(fold.groupOf[49], 9U);
}

} // namespace
} // namespace sagascope::causation
