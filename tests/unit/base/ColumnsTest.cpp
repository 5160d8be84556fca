// SPDX-License-Identifier: GPL-3.0-or-later
// The tables that views share with their writer: AppendVector, PersistentVector, TextPool.
#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "core/base/AppendVector.h"
#include "core/base/PersistentVector.h"
#include "core/base/TextPool.h"

namespace sagascope::base {
namespace {

TEST(AppendVector, ViewsSeeWhatWasThereWhenTheyWereMade)
{
    std::optional<AppendVector<int, 4>> vector(std::in_place);
    for (int i = 0; i < 6; ++i)
        vector->append(i);
    const auto early = vector->view();
    for (int i = 6; i < 20; ++i)
        vector->append(i);
    const auto late = vector->view();
    vector.reset();
    ASSERT_EQ(early.size(), 6U);
    ASSERT_EQ(late.size(), 20U);
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(late[std::size_t(i)], i);
    EXPECT_EQ(early[5], 5);
}

TEST(AppendVector, LastIsTheElementToComplete)
{
    AppendVector<std::string, 2> vector;
    for (const char* text : {"a", "b", "c"})
        vector.append(text);
    vector.last() += "!";
    EXPECT_EQ(vector[2], "c!");
    EXPECT_EQ(vector[1], "b");
}

TEST(AppendVector, AnEmptyViewIsEmpty)
{
    EXPECT_TRUE((AppendVector<int>::View().isEmpty()));
    EXPECT_TRUE(AppendVector<int>().view().isEmpty());
}

TEST(PersistentVector, EditsDoNotReachEarlierViews)
{
    PersistentVector<int, 4> vector;
    for (int i = 0; i < 10; ++i)
        vector.append(i);
    const auto before = vector.view();
    vector.edit(1) = 100;
    vector.edit(9) = 900;
    vector.append(10);
    const auto after = vector.view();
    EXPECT_EQ(before.size(), 10U);
    EXPECT_EQ(before[1], 1);
    EXPECT_EQ(before[9], 9);
    EXPECT_EQ(after[1], 100);
    EXPECT_EQ(after[9], 900);
    EXPECT_EQ(after[10], 10);
    vector.edit(1) = 200;
    EXPECT_EQ(after[1], 100);
}

TEST(TextPool, GivesEqualTextsOneId)
{
    TextPool pool;
    const TextId user = pool.intern("user.created");
    EXPECT_EQ(pool.intern(std::string("user.") + "created"), user);
    EXPECT_NE(pool.intern("user.updated"), user);
    EXPECT_EQ(pool.find("user.created"), user);
    EXPECT_FALSE(pool.find("never").isValid());
    EXPECT_EQ(pool[user], "user.created");
    EXPECT_EQ(pool[pool.intern("")], "");
    EXPECT_EQ(pool[TextId()], "");
}

TEST(TextPool, ViewsOutliveThePool)
{
    std::optional<TextPool> pool(std::in_place);
    const TextId large = pool->intern(std::string(200'000, 'x'));
    const TextId first = pool->intern("first");
    const auto view = pool->view();
    const TextId later = pool->intern("later");
    pool.reset();
    EXPECT_EQ(view[first], "first");
    EXPECT_EQ(view[large].size(), 200'000U);
    EXPECT_EQ(view[later], "") << "interned after the view was made";
    EXPECT_EQ(view.size(), 2U);
}

} // namespace
} // namespace sagascope::base
