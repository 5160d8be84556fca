// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/JsonText.h"

#include <gtest/gtest.h>

namespace sagascope::compose {
namespace {

struct NumberCase
{
    double value;
    const char* text;
};

class JavaScriptNumber : public testing::TestWithParam<NumberCase>
{
};

TEST_P(JavaScriptNumber, IsWrittenAsTheServicesDo)
{
    EXPECT_EQ(toJsonText(Json(GetParam().value)), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(Cases, JavaScriptNumber,
                         testing::Values(NumberCase{850.0, "850"}, NumberCase{0.0, "0"}, NumberCase{-0.0, "0"},
                                         NumberCase{129.9, "129.9"}, NumberCase{0.1, "0.1"}, NumberCase{-12.5, "-12.5"},
                                         NumberCase{1e20, "100000000000000000000"}, NumberCase{1e21, "1e+21"},
                                         NumberCase{1.5e22, "1.5e+22"}, NumberCase{1e-6, "0.000001"},
                                         NumberCase{1e-7, "1e-7"}, NumberCase{123456789.125, "123456789.125"},
                                         NumberCase{1.0 / 3, "0.3333333333333333"}));

TEST(JsonText, KeepsTheOrderOfMembers)
{
    EXPECT_EQ(toJsonText(*fromJsonText(R"({ "b" : 1, "a" : [ true, null, "x" ] })")), R"({"b":1,"a":[true,null,"x"]})");
}

TEST(JsonText, EscapesOnlyWhatJsonNeeds)
{
    EXPECT_EQ(toJsonText(Json("é/\"\\\n\x01")), "\"é/\\\"\\\\\\n\\u0001\"");
}

TEST(JsonText, ReplacesBytesThatAreNoText)
{
    EXPECT_EQ(toJsonText(Json("a\xff")), "\"a\xef\xbf\xbd\"");
}

TEST(JsonText, RefusesWhatIsNoJson)
{
    EXPECT_FALSE(fromJsonText("{"));
    EXPECT_FALSE(fromJsonText(""));
}

TEST(JsonText, AssignsThroughObjectsThatAreNotThereYet)
{
    Json root;
    EXPECT_TRUE(assignAt(root, "/profile/name", "Ines"));
    EXPECT_TRUE(assignAt(root, "/profile/a~1b", 1));
    EXPECT_EQ(toJsonText(root), R"({"profile":{"name":"Ines","a/b":1}})");
}

TEST(JsonText, AppendsToListsWithoutHoles)
{
    Json root = {{"list", Json::array()}};
    EXPECT_TRUE(assignAt(root, "/list/0/x", 1));
    EXPECT_TRUE(assignAt(root, "/list/1", 2));
    EXPECT_FALSE(assignAt(root, "/list/7", 3));
    EXPECT_FALSE(assignAt(root, "/list/1/x", 3));
    EXPECT_FALSE(assignAt(root, "no pointer", 3));
    EXPECT_EQ(toJsonText(root), R"({"list":[{"x":1},2]})");
}

TEST(JsonText, FindsAndRemovesByPointer)
{
    Json root = *fromJsonText(R"({"a":{"b":[10,20]},"c":1})");
    ASSERT_NE(valueAt(root, "/a/b/1"), nullptr);
    EXPECT_EQ(*valueAt(root, "/a/b/1"), 20);
    EXPECT_EQ(valueAt(root, "/a/b/2"), nullptr);
    EXPECT_EQ(valueAt(root, "nonsense"), nullptr);
    removeAt(root, "/a/b/0");
    removeAt(root, "/c");
    removeAt(root, "/not/there");
    EXPECT_EQ(toJsonText(root), R"({"a":{"b":[20]}})");
}

} // namespace
} // namespace sagascope::compose
