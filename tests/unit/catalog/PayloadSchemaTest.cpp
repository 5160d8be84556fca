// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/PayloadSchema.h"

#include <atomic>
#include <functional>
#include <set>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/catalog/Catalog.h"
#include "core/catalog/ValueFormat.h"

namespace sagascope::catalog {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::IsEmpty;

PayloadSchema compiled(std::string_view text)
{
    auto schema = PayloadSchema::compile(text);
    if (!schema)
        throw std::runtime_error(schema.error().text());
    return *schema;
}

TEST(PayloadSchema, SaysWhatIsAllowedWhereAValueIsWrong)
{
    const PayloadSchema schema = compiled(R"({"type":"object","required":["a"],"properties":{
        "a":{"type":"string"},"n":{"type":"integer","minimum":3,"maximum":9},"e":{"enum":["x","y"]},
        "s":{"type":"string","minLength":2},"p":{"type":"string","pattern":"^[A-Z]{3}$"},"t":{"type":["string","null"]}}})");
    const auto only = [&](std::string_view payload) {
        const auto violations = schema.check(payload);
        EXPECT_EQ(violations.size(), 1U) << payload;
        return violations.empty() ? SchemaViolation() : violations.front();
    };
    const auto missing = only("{}");
    EXPECT_EQ(missing.problem, SchemaProblem::Missing);
    EXPECT_EQ(missing.pointer, "/a");
    EXPECT_EQ(missing.message, "/a is missing");
    EXPECT_EQ(only(R"({"a":1})").message, "/a must be of type string");
    EXPECT_EQ(only(R"({"a":"","n":2})").message, "/n must not be below 3");
    EXPECT_EQ(only(R"({"a":"","n":10})").message, "/n must not be above 9");
    EXPECT_EQ(only(R"({"a":"","n":3.5})").message, "/n must be of type integer");
    EXPECT_EQ(only(R"({"a":"","e":"z"})").message, "/e must be one of x, y");
    EXPECT_EQ(only(R"({"a":"","s":"q"})").problem, SchemaProblem::Length);
    EXPECT_EQ(only(R"({"a":"","p":"eur"})").argument, "^[A-Z]{3}$");
    EXPECT_EQ(only(R"({"a":"","t":1})").message, "/t must be of type string, null");
    EXPECT_EQ(only("7").message, "the value must be of type object");
    EXPECT_EQ(only("{").problem, SchemaProblem::Unreadable);
}

TEST(PayloadSchema, TellsOnlyTheInnermostPlace)
{
    const PayloadSchema schema = compiled(
        R"({"type":"object","properties":{"l":{"type":"array","items":{"type":"object","properties":{"x":{"type":"number"}}}}},
            "additionalProperties":{"type":"string"}})");
    const auto violations = schema.check(R"({"l":[{"x":1},{"x":"no"}],"other":5})");
    ASSERT_EQ(violations.size(), 2U);
    EXPECT_EQ(violations[0].pointer, "/l/1/x");
    EXPECT_EQ(violations[1].pointer, "/other");
}

TEST(PayloadSchema, EscapesNamesInPointers)
{
    const PayloadSchema schema =
        compiled(R"({"type":"object","properties":{"a/b~c":{"type":"string"}},"required":["a/b~c"]})");
    EXPECT_EQ(schema.check(R"({"a/b~c":1})").at(0).pointer, "/a~1b~0c");
    EXPECT_EQ(schema.check("{}").at(0).pointer, "/a~1b~0c");
    EXPECT_THAT(schema.extraFields(R"({"x/y":1,"a/b~c":""})"), ElementsAre("/x~1y"));
}

TEST(PayloadSchema, ReportsUndeclaredMembersApartFromViolations)
{
    const PayloadSchema schema = compiled(R"({"type":"object","properties":{
        "known":{"type":"object","properties":{"x":{}}},"free":{"type":"object"},"map":{"type":"object","additionalProperties":{"type":"object","properties":{"old":{}}}},
        "list":{"type":"array","items":{"type":"object","properties":{"y":{}}}}}})");
    const auto verdict = schema.inspect(
        R"({"known":{"x":1,"z":2},"free":{"any":1},"map":{"k":{"old":1,"odd":2}},"list":[{"y":1},{"w":1}],"more":0})");
    EXPECT_THAT(verdict.violations, IsEmpty());
    EXPECT_THAT(verdict.extraFields, testing::UnorderedElementsAre("/known/z", "/map/k/odd", "/list/1/w", "/more"));
}

TEST(PayloadSchema, ChecksFormatsOfTextsAndLeavesOtherTypesToTheTypeRule)
{
    const PayloadSchema schema = compiled(R"({"type":"object","properties":{"at":{"type":"string","format":"date-time"},
        "format":{"type":"string"}}})");
    EXPECT_THAT(schema.check(R"({"at":"2026-03-02T09:12:04.118Z","format":"any"})"), IsEmpty());
    const auto wrong = schema.check(R"({"at":"yesterday"})");
    ASSERT_EQ(wrong.size(), 1U);
    EXPECT_EQ(wrong[0].problem, SchemaProblem::Format);
    EXPECT_EQ(wrong[0].argument, "date-time");
    const auto number = schema.check(R"({"at":1772444491})");
    ASSERT_EQ(number.size(), 1U);
    EXPECT_EQ(number[0].problem, SchemaProblem::Type);
}

TEST(PayloadSchema, FollowsReferencesInsideTheSchema)
{
    const PayloadSchema schema =
        compiled(R"({"definitions":{"id":{"type":"string","format":"uuid"},"loop":{"$ref":"#/definitions/loop"}},
        "type":"object","properties":{"id":{"$ref":"#/definitions/id"}}})");
    EXPECT_THAT(schema.check(R"({"id":"2e0f7b4c-64a0-4d0e-9a38-7a1d9f0c3b21"})"), IsEmpty());
    EXPECT_EQ(schema.check(R"({"id":"2e0f"})").at(0).problem, SchemaProblem::Format);
    EXPECT_EQ(schema.check(R"({"id":2})").at(0).problem, SchemaProblem::Type);
}

TEST(PayloadSchema, TakesWholeNumbersInAnyNotation)
{
    const PayloadSchema schema = compiled(R"({"type":"object","properties":{"n":{"type":"integer","minimum":0}}})");
    EXPECT_THAT(schema.check(R"({"n":2.0})"), IsEmpty());
    EXPECT_THAT(schema.check(R"({"n":2e1})"), IsEmpty());
    EXPECT_EQ(schema.check(R"({"n":2.5})").size(), 1U);
}

TEST(PayloadSchema, SurvivesHostileValues)
{
    const PayloadSchema schema =
        compiled(R"({"type":"object","properties":{"s":{"type":"string","pattern":"^([0-9]+)*$"},
        "t":{"type":"string","format":"date-time"},"l":{"type":"array"}}})");
    const std::string huge(5'000'000, '7');
    EXPECT_NO_FATAL_FAILURE(static_cast<void>(schema.check(json{{"s", huge}, {"t", huge}}.dump())));
    EXPECT_EQ(schema.check(std::string(200'000, '[') + std::string(200'000, ']')).at(0).problem,
              SchemaProblem::Unreadable);
    EXPECT_THAT(schema.check(R"({"l":[123456789012345678901234567890, 18446744073709551615]})"), IsEmpty());
    EXPECT_EQ(schema.check("\xff").at(0).problem, SchemaProblem::Unreadable);
}

TEST(PayloadSchema, IsReadByManyThreadsAtOnce)
{
    const PayloadSchema schema =
        compiled(R"({"type":"object","properties":{"p":{"type":"string","pattern":"^[A-Z]{3}$"}}})");
    std::vector<std::thread> threads;
    std::atomic<int> wrong{0};
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 200; ++i)
                wrong += schema.check(R"({"p":"EUR"})").empty() && schema.check(R"({"p":"eur"})").size() == 1 ? 0 : 1;
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(wrong, 0);
}

TEST(PayloadSchema, RefusesWhatIsNoSchema)
{
    EXPECT_FALSE(PayloadSchema::compile("[]"));
    EXPECT_FALSE(PayloadSchema::compile("{"));
    const auto broken = PayloadSchema::compile(R"({"properties":[]})", "mine.json");
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().subject, "mine.json");
}

struct FormatCase
{
    const char* format;
    const char* text;
    bool matches;
};

class ValueFormat : public testing::TestWithParam<FormatCase>
{
};

TEST_P(ValueFormat, IsRecognised)
{
    EXPECT_EQ(matchesFormat(GetParam().format, GetParam().text), GetParam().matches)
        << GetParam().format << " " << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Known, ValueFormat,
    testing::Values(
        FormatCase{"date-time", "2026-03-02T09:12:04.118Z", true},
        FormatCase{"date-time", "2026-03-02T09:12:04+02:00", true},
        FormatCase{"date-time", "2026-03-02T09:12:04", false}, FormatCase{"date-time", "2026-03-02 09:12:04Z", false},
        FormatCase{"date-time", "2026-02-30T09:12:04Z", false}, FormatCase{"date-time", "2026-03-02T25:12:04Z", false},
        FormatCase{"date-time", "2026-03-02T09:12Z", false}, FormatCase{"date-time", "2026-03-02T09:12:04.Z", false},
        FormatCase{"date-time", "", false}, FormatCase{"date", "2026-03-02", true},
        FormatCase{"date", "2026-3-2", false}, FormatCase{"date", "2026-03-02T00:00:00Z", false},
        FormatCase{"time", "09:12:04Z", true}, FormatCase{"time", "9:12", false},
        FormatCase{"email", "lea.martin@example.org", true}, FormatCase{"email", "lea@", false},
        FormatCase{"email", "@x.org", false}, FormatCase{"email", "lea martin@example.org", false},
        FormatCase{"email", "a@b@c", false}, FormatCase{"email", "é@exämple.org", true},
        FormatCase{"uuid", "2e0f7b4c-64a0-4d0e-9a38-7a1d9f0c3b21", true},
        FormatCase{"uuid", "2E0F7B4C-64A0-4D0E-9A38-7A1D9F0C3B21", true},
        FormatCase{"uuid", "2e0f7b4c64a04d0e9a387a1d9f0c3b21", false},
        FormatCase{"uuid", "ze0f7b4c-64a0-4d0e-9a38-7a1d9f0c3b21", false}, FormatCase{"ipv4", "192.0.2.1", true},
        FormatCase{"ipv4", "192.0.2", false}, FormatCase{"ipv4", "192.0.2.256", false},
        FormatCase{"ipv4", "192.0.02.1", false}, FormatCase{"ipv6", "::1", true}, FormatCase{"ipv6", "::", true},
        FormatCase{"ipv6", "::ffff:172.28.0.4", true}, FormatCase{"ipv6", "2001:db8:0:0:0:0:0:1", true},
        FormatCase{"ipv6", "2001:db8::1::2", false}, FormatCase{"ipv6", "2001:db8", false},
        FormatCase{"ipv6", "1:2:3:4:5:6:7:8:9", false}, FormatCase{"ipv6", "12345::", false},
        FormatCase{"uri", "https://example.org/x", true}, FormatCase{"uri", "/x", false},
        FormatCase{"uri", "https://example.org/a b", false}, FormatCase{"shoe-size", "anything", true}));

/// The keywords that our schemas may use, each with the shape that draft-07 gives it.
class Draft7Check
{
public:
    explicit Draft7Check(const json& schema) { check(schema, "#"); }
    std::string fault;

private:
    void fail(const std::string& at, const std::string& what)
    {
        if (fault.empty())
            fault = at + ": " + what;
    }

    void check(const json& schema, const std::string& at)
    {
        if (!schema.is_object())
            return fail(at, "is no object");
        for (const auto& [keyword, value] : schema.items())
            checkKeyword(schema, keyword, value, at + "/" + keyword);
        for (const auto& name : schema.value("required", json::array()))
            if (!schema.at("properties").contains(name.get<std::string>()))
                fail(at, "requires the undeclared " + name.get<std::string>());
    }

    void checkKeyword(const json& schema, const std::string& keyword, const json& value, const std::string& at)
    {
        static const std::set<std::string> kTypes{"object", "array", "string", "number", "integer", "boolean", "null"};
        if (keyword == "type") {
            if (!value.is_string() || kTypes.count(value.get<std::string>()) == 0)
                fail(at, "is no type");
        } else if (keyword == "properties") {
            for (const auto& [name, part] : value.items())
                check(part, at + "/" + name);
        } else if (keyword == "items" || keyword == "additionalProperties") {
            check(value, at);
        } else if (keyword == "enum" || keyword == "required" || keyword == "examples" || keyword == "x-leftOut") {
            if (!value.is_array() || std::set<json>(value.begin(), value.end()).size() != value.size() || value.empty())
                fail(at, "must be a list of different values");
        } else if (keyword == "pattern" || keyword == "format" || keyword == "description" || keyword == "$schema") {
            if (!value.is_string() || value.get<std::string>().empty())
                fail(at, "must be a text");
        } else if (keyword == "minimum" || keyword == "minLength") {
            if (!value.is_number() || !schema.contains("type"))
                fail(at, "must be a number on a typed value");
        } else {
            fail(at, "is no keyword that our schemas use");
        }
    }
};

TEST(CatalogSchemas, AreDraft7)
{
    const auto catalog = Catalog::load();
    ASSERT_TRUE(catalog) << catalog.error().text();
    for (const DeclaredTopic& topic : (*catalog)->topics())
        if (topic.schema) {
            EXPECT_EQ(Draft7Check(topic.schema->document()).fault, "") << topic.name;
            EXPECT_EQ(topic.schema->document().at("$schema"), "http://json-schema.org/draft-07/schema#");
        }
}

TEST(CatalogSchemas, GiveExamplesThatTheyAccept)
{
    const auto catalog = Catalog::load();
    ASSERT_TRUE(catalog);
    const std::function<void(const json&, const std::string&)> visit = [&](const json& schema, const std::string& at) {
        for (const json& example : schema.value("examples", json::array()))
            EXPECT_THAT(compiled(schema.dump()).checkValue(example), IsEmpty()) << at;
        const json properties = schema.value("properties", json::object());
        for (const auto& [name, part] : properties.items())
            visit(part, at + "/" + name);
        if (schema.contains("items"))
            visit(schema.at("items"), at + "[]");
    };
    for (const DeclaredTopic& topic : (*catalog)->topics())
        if (topic.schema)
            visit(topic.schema->document(), topic.name);
}

} // namespace
} // namespace sagascope::catalog
