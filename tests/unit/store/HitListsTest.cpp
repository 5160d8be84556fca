// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/HitLists.h"

#include <map>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace sagascope::store {
namespace {

using List = std::vector<StoredHit>;

List listOf(const HitLists::View& view, std::uint32_t event)
{
    const auto hits = view.of(base::EventIndex(event));
    return {hits.begin(), hits.end()};
}

RC_GTEST_PROP(HitLists, GiveBackToEachEventWhatWasAddedToIt, ())
{
    HitLists lists;
    std::vector<List> expected;
    std::vector<HitLists::View> views;
    const int events = *rc::gen::inRange(0, 200);
    for (int i = 0; i < events; ++i) {
        lists.beginEvent();
        List& list = expected.emplace_back();
        for (int hit = *rc::gen::inRange(0, 4); hit > 0; --hit) {
            list.push_back({static_cast<base::Rule>(*rc::gen::inRange(0, 3)), base::TextId(*rc::gen::inRange(0U, 2U))});
            lists.add(list.back());
        }
        if (*rc::gen::inRange(0, 10) == 0)
            views.push_back(lists.view());
    }
    views.push_back(lists.view());
    for (std::uint32_t i = 0; i < expected.size(); ++i)
        RC_ASSERT(listOf(views.back(), i) == expected[i]);
}

TEST(HitLists, EqualListsAreKeptOnce)
{
    HitLists lists;
    for (int i = 0; i < 100'000; ++i) {
        lists.beginEvent();
        lists.add({base::Rule::CorrelationMissing, {}});
        lists.add({base::Rule::TopicUnknown, base::TextId(std::uint32_t(i % 5))});
    }
    EXPECT_LT(lists.view().bytes(), 410'000U) << "four bytes an event";
}

TEST(HitLists, CutWhatNoRuleCouldSay)
{
    HitLists lists;
    lists.beginEvent();
    for (std::size_t i = 0; i < 2 * HitLists::kMostHits; ++i)
        lists.add({base::Rule::TopicUnknown, base::TextId(std::uint32_t(i))});
    lists.beginEvent();
    const HitLists::View view = lists.view();
    EXPECT_EQ(listOf(view, 0).size(), HitLists::kMostHits);
    EXPECT_TRUE(listOf(view, 1).empty());
}

} // namespace
} // namespace sagascope::store
