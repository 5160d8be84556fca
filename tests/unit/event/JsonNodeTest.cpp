// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/JsonNode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/event/JsonDocument.h"

namespace sagascope::event {
namespace {

using testing::ElementsAre;

class JsonNodeTest : public testing::Test
{
protected:
    JsonNode read(std::string_view text)
    {
        EXPECT_EQ(m_document.read(text).outcome, JsonDocument::Outcome::Read) << text;
        return m_document.root();
    }

    std::string scalar(std::string_view text) { return read(text).scalarText().value_or("nothing"); }

private:
    JsonDocument m_document;
};

TEST_F(JsonNodeTest, FindsSeveralMembersInOneWalk)
{
    const std::vector<std::string> names{"b", "missing", "a", ""};
    std::vector<JsonNode> found(names.size());
    const JsonNode object = read(R"({"a":{"b":1},"b":"two","":[3]})");
    object.findMembers(names, found);
    for (std::size_t i = 0; i < names.size(); ++i)
        EXPECT_EQ(found[i], object.member(names[i])) << names[i];
    read("[1]").findMembers(names, found);
    EXPECT_FALSE(found[0].isValid());
}

TEST_F(JsonNodeTest, KnowsItsKind)
{
    EXPECT_EQ(JsonNode().kind(), JsonKind::None);
    EXPECT_EQ(read("{}").kind(), JsonKind::Object);
    EXPECT_EQ(read("[]").kind(), JsonKind::Array);
    EXPECT_EQ(read("\"\"").kind(), JsonKind::Text);
    EXPECT_EQ(read("-1").kind(), JsonKind::Integer);
    EXPECT_EQ(read("18446744073709551615").kind(), JsonKind::Integer);
    EXPECT_EQ(read("1.0").kind(), JsonKind::Real);
    EXPECT_EQ(read("true").kind(), JsonKind::Boolean);
    EXPECT_EQ(read("null").kind(), JsonKind::Null);
}

TEST_F(JsonNodeTest, GivesNothingForWhatItIsNot)
{
    const JsonNode text = read("\"1\"");
    EXPECT_EQ(text.number(), std::nullopt);
    EXPECT_EQ(text.boolean(), std::nullopt);
    EXPECT_FALSE(text.member("a").isValid());
    EXPECT_FALSE(text.at("/0").isValid());
    EXPECT_EQ(JsonNode().text(), std::nullopt);
    EXPECT_EQ(JsonNode().number(), std::nullopt);
    EXPECT_EQ(JsonNode().serialise(), "");
    EXPECT_EQ(read("null").scalarText(), std::nullopt);
    EXPECT_EQ(read("[1]").scalarText(), std::nullopt);
}

TEST_F(JsonNodeTest, WritesScalarsAsAPersonWould)
{
    EXPECT_EQ(scalar("\"a\\nb\""), "a\nb");
    EXPECT_EQ(scalar("499"), "499");
    EXPECT_EQ(scalar("499.0"), "499");
    EXPECT_EQ(scalar("499.90"), "499.9");
    EXPECT_EQ(scalar("-9223372036854775808"), "-9223372036854775808");
    EXPECT_EQ(scalar("18446744073709551615"), "18446744073709551615");
    EXPECT_EQ(scalar("true"), "true");
}

TEST_F(JsonNodeTest, KeepsTheDigitsOfNumbersThatNoDoubleHolds)
{
    EXPECT_EQ(scalar("123456789012345678901234567890"), "123456789012345678901234567890");
    EXPECT_EQ(scalar("-99999999999999999999"), "-99999999999999999999");
    EXPECT_EQ(scalar("1e400"), "1e400");
    const JsonNode list = read("[1,123456789012345678901234567890,2.5,-1e999,3]");
    EXPECT_DOUBLE_EQ(list.at("/1").number().value(), 123456789012345678901234567890.0);
    EXPECT_EQ(list.at("/2").number(), 2.5);
    EXPECT_LT(list.at("/3").number().value(), -1e308);
    EXPECT_EQ(list.serialise(), "[1,123456789012345678901234567890,2.5,-1e999,3]");
}

TEST_F(JsonNodeTest, KeepsThoseDigitsWhereMembersAreDuplicate)
{
    const JsonNode node = read(R"({"a":1,"n":123456789012345678901234567890,"a":1e400,"s":"\ud800"})");
    EXPECT_EQ(node.serialise(), "{\"n\":123456789012345678901234567890,\"a\":1e400,\"s\":\"\xEF\xBF\xBD\"}");
}

TEST_F(JsonNodeTest, FollowsPointers)
{
    const JsonNode node = read(R"({"a":{"b":[10,{"c":true}]},"":{"":1},"x/y":2,"m~n":3,"0":4})");
    EXPECT_EQ(node.at(""), node);
    EXPECT_EQ(node.at("/a/b/0").number(), 10);
    EXPECT_EQ(node.at("/a/b/1/c").boolean(), true);
    EXPECT_EQ(node.at("//").number(), 1);
    EXPECT_EQ(node.at("/x~1y").number(), 2);
    EXPECT_EQ(node.at("/m~0n").number(), 3);
    EXPECT_EQ(node.at("/0").number(), 4);
    for (const char* nowhere : {"a", "/b", "/a/b/2", "/a/b/01", "/a/b/-", "/a/b/", "/a/b/0/c", "/m~n", "/m~", "/a/b/+1",
                                "/a/b/99999999999999999999"})
        EXPECT_FALSE(node.at(nowhere).isValid()) << nowhere;
}

TEST_F(JsonNodeTest, VisitsMembersAndElementsInOrder)
{
    std::vector<std::string> seen;
    read(R"({"b":1,"a":{"x":2},"c":[]})").forEachMember([&](std::string_view name, JsonNode value) {
        seen.push_back(std::string(name) + "=" + value.serialise());
    });
    EXPECT_THAT(seen, ElementsAre("b=1", "a={\"x\":2}", "c=[]"));
    seen.clear();
    read(R"([1,[2],{"x":3}])").forEachElement([&](JsonNode value) { seen.push_back(value.serialise()); });
    EXPECT_THAT(seen, ElementsAre("1", "[2]", "{\"x\":3}"));
}

TEST_F(JsonNodeTest, SerialisesCompactlyAndReadsItselfAgain)
{
    for (const char* text : {R"({"a":"\"\\\n\r\t\u0001é😀","b":[true,false,null,-1,1.5,2.0,1e+300],"c":{},"d":[]})",
                             "[]", "\"\"", "[[[]],{}]", "1.0"}) {
        EXPECT_EQ(read(text).serialise(), text);
    }
    EXPECT_EQ(read(" { \"a\" : [ 1 , 2 ] } ").serialise(), R"({"a":[1,2]})");
}

} // namespace
} // namespace sagascope::event
