// SPDX-License-Identifier: GPL-3.0-or-later
// Lists that are shared while they grow, and the table that finds numbers by hash.
#include "core/base/SharedRun.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/base/Hash.h"
#include "core/base/HashIndex.h"
#include "core/base/PersistentVector.h"

namespace sagascope::base {
namespace {

std::vector<int> valuesOf(const SharedRun<int>& run)
{
    return {run->begin(), run->end()};
}

TEST(SharedRun, WhatWasSharedStaysWhileTheListGrows)
{
    GrowingRun<int> list;
    EXPECT_FALSE(list.share());
    std::vector<SharedRun<int>> shared;
    for (int i = 0; i < 40; ++i) {
        list.append(i);
        shared.push_back(list.share());
    }
    for (std::size_t i = 0; i < shared.size(); ++i) {
        ASSERT_EQ(shared[i]->size(), i + 1);
        EXPECT_EQ(shared[i]->back(), int(i));
    }
    EXPECT_EQ(shared[4]->data(), shared[7]->data()) << "five and eight values share the memory";
}

TEST(SharedRun, SortingDoesNotReachWhatWasShared)
{
    GrowingRun<int> list;
    for (const int value : {1, 4, 9, 2})
        list.append(value);
    const SharedRun<int> before = list.share();
    list.sort();
    EXPECT_EQ(valuesOf(before), (std::vector{1, 4, 9, 2}));
    EXPECT_EQ(valuesOf(list.share()), (std::vector{1, 2, 4, 9}));
}

TEST(SharedRun, OutlivesTheListItCameFrom)
{
    SharedRun<std::string> run;
    {
        GrowingRun<std::string> list;
        list.append("voyage.booking.created");
        run = list.share();
    }
    EXPECT_EQ(run->front(), "voyage.booking.created");
}

TEST(HashIndex, FindsWhatTheOwnerSaysItIsThoughHashesAreEqual)
{
    const std::vector<std::string> keys{"a", "b", "c"};
    HashIndex index;
    const auto find = [&](std::uint64_t hash, const std::string& key) {
        return index.find(hash, [&](std::uint32_t number) { return keys[number] == key; });
    };
    EXPECT_EQ(find(7, "a"), HashIndex::kNone);
    for (std::uint32_t i = 0; i < keys.size(); ++i)
        index.insert(7, i);
    EXPECT_EQ(find(7, "c"), 2U);
    EXPECT_EQ(find(7, "d"), HashIndex::kNone);
    EXPECT_EQ(find(8, "c"), HashIndex::kNone);
}

TEST(HashIndex, KeepsEverythingWhileItGrows)
{
    HashIndex index;
    const auto hashOf = [](std::uint32_t number) { return hash64(std::to_string(number)); };
    for (std::uint32_t i = 0; i < 5'000; ++i)
        index.insert(hashOf(i), i);
    for (std::uint32_t i = 0; i < 5'000; ++i)
        ASSERT_EQ(index.find(hashOf(i), [&](std::uint32_t number) { return number == i; }), i);
    EXPECT_EQ(index.size(), 5'000U);
}

/// Tags that crowd at either end, in runs that are longer than any table is at first, and spread evenly.
TEST(HashIndex, FindsEverythingHoweverHashesLie)
{
    for (const std::uint64_t spread : {std::uint64_t(0), std::uint64_t(1), std::uint64_t(1) << 31U, std::uint64_t(0x9E3779B97F4A7C15)}) {
        for (const std::uint64_t first : {std::uint64_t(0), std::uint64_t(0xFFFFFFFF)}) {
            HashIndex index;
            const auto hashOf = [&](std::uint32_t number) { return first - number / 3 * spread; };
            for (std::uint32_t i = 0; i < 2'000; ++i)
                index.insert(hashOf(i), i);
            for (std::uint32_t i = 0; i < 2'000; ++i)
                ASSERT_EQ(index.find(hashOf(i), [&](std::uint32_t number) { return number == i; }), i) << spread;
            EXPECT_EQ(index.find(hashOf(7), [](std::uint32_t) { return false; }), HashIndex::kNone);
            EXPECT_LT(index.bytes(), 2'000U * 8 * 4);
        }
    }
}

TEST(PersistentVector, AViewOfManyPagesKnowsWhatChangedSinceAnother)
{
    PersistentVector<int, 2> vector; // pages of 128 rows
    for (int i = 0; i < 500; ++i)
        vector.append(i);
    const auto before = vector.view();
    vector.edit(3) = -3;
    vector.edit(300) = -300;
    vector.append(500);
    const auto after = vector.view();
    std::vector<std::pair<std::size_t, std::size_t>> changed;
    after.forEachChangedChunk(before, [&](std::size_t first, std::size_t end) { changed.emplace_back(first, end); });
    EXPECT_EQ(changed, (std::vector<std::pair<std::size_t, std::size_t>>{{2, 4}, {300, 302}, {500, 501}}));
    for (std::size_t i = 0; i < 500; ++i) {
        ASSERT_EQ(before[i], int(i));
        ASSERT_EQ(after[i], i == 3 || i == 300 ? -int(i) : int(i));
    }
}

} // namespace
} // namespace sagascope::base
