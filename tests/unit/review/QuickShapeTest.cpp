// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/QuickShape.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/catalog/Catalog.h"
#include "core/event/Decoder.h"

namespace sagascope::review {
namespace {

using nlohmann::json;

class QuickShapeTest : public testing::Test
{
protected:
    template <typename Question> auto ask(const std::string& payload, Question question)
    {
        const std::string value = R"({"eventId":"1","payload":)" + payload + "}";
        event::RawRecord record;
        record.topic = "dreamscape.x";
        record.value = value;
        const event::Decoded decoded = m_decoder.decode(record);
        const auto* event = std::get_if<event::Event>(&decoded);
        return event ? question(event->payload) : decltype(question({}))();
    }

    bool isFine(const QuickShape& shape, const std::string& payload)
    {
        return ask(payload, [&](event::JsonNode node) { return shape.isCertainlyFine(node); });
    }

    std::optional<std::uint64_t> print(const QuickShape& shape, const std::string& payload)
    {
        return ask(payload, [&](event::JsonNode node) { return shape.printOf(node); });
    }

    event::Decoder m_decoder;
};

/// A value that this part of a schema accepts, as far as its first words say.
json exampleOf(const json& part)
{
    if (part.contains("examples"))
        return part["examples"][0];
    if (part.contains("enum"))
        return part["enum"][0];
    if (part.value("format", "") == "date-time")
        return "2026-11-23T10:00:00Z";
    const json type = part.contains("type") ? part["type"] : json("object");
    const json values{{"number", 1.5}, {"integer", 3}, {"boolean", true}, {"array", json::array()},
                      {"object", json::object()}, {"null", nullptr}, {"string", "EUR"}};
    return values.at(type.is_array() ? type[0].get<std::string>() : type.get<std::string>());
}

/// Payloads near a fine one, up to the absurd.
std::vector<std::string> variantsOf(const json& fine)
{
    const std::vector<json> values{nullptr, true, 0, -1, 2.0, 1e300, "", "EUR", "eur", "2026-11-23T10:00:00Z", "x",
                                   json::array(), json::object(), json::array({1, "a"}), std::string(2000, 'a')};
    std::vector<std::string> variants{fine.dump(), "{}", "[]", "null", "7", "\"text\""};
    for (const auto& [name, value] : fine.items()) {
        json without = fine;
        without.erase(name);
        variants.push_back(without.dump());
        for (const json& other : values) {
            json with = fine;
            with[name] = other;
            variants.push_back(with.dump());
        }
    }
    json extra = fine;
    extra["undeclared"] = 1;
    variants.push_back(extra.dump());
    return variants;
}

TEST_F(QuickShapeTest, neverCallsFineWhatTheThoroughCheckObjectsTo)
{
    const auto catalog = catalog::Catalog::load();
    int fine = 0;
    for (const catalog::DeclaredTopic& topic : (*catalog)->topics()) {
        if (!topic.schema)
            continue;
        const QuickShape quick(topic.schema->document());
        json example = json::object();
        const json properties = topic.schema->document().value("properties", json::object());
        for (const auto& [name, part] : properties.items())
            example[name] = exampleOf(part);
        for (const std::string& payload : variantsOf(example)) {
            if (!isFine(quick, payload))
                continue;
            ++fine;
            const auto verdict = topic.schema->inspect(payload);
            EXPECT_TRUE(verdict.violations.empty() && verdict.extraFields.empty()) << topic.name << ": " << payload;
        }
    }
    EXPECT_GT(fine, 300) << "a check that is never certain would pass this test and save nothing";
}

TEST_F(QuickShapeTest, payloadsOfOnePrintAreJudgedAlike)
{
    const auto catalog = catalog::Catalog::load();
    int again = 0;
    for (const catalog::DeclaredTopic& topic : (*catalog)->topics()) {
        if (!topic.schema)
            continue;
        const QuickShape quick(topic.schema->document());
        json example = json::object();
        const json properties = topic.schema->document().value("properties", json::object());
        for (const auto& [name, part] : properties.items())
            example[name] = exampleOf(part);
        std::map<std::uint64_t, std::string> judged;
        for (const std::string& payload : variantsOf(example)) {
            const auto mark = print(quick, payload);
            if (!mark)
                continue;
            const auto verdict = topic.schema->inspect(payload);
            std::string told;
            for (const catalog::SchemaViolation& violation : verdict.violations)
                told += violation.message + "\n";
            for (const std::string& extra : verdict.extraFields)
                told += extra + "\n";
            const auto [before, isNew] = judged.try_emplace(*mark, told);
            again += isNew ? 0 : 1;
            EXPECT_EQ(before->second, told) << topic.name << ": " << payload;
        }
    }
    EXPECT_GT(again, 300) << "prints that are all different would pass this test and save nothing";
}

TEST_F(QuickShapeTest, aPrintTellsWhatTheVerdictDependsOnAndNothingElse)
{
    const QuickShape shape(json::parse(R"({"type":"object","properties":{"currency":{"type":"string","pattern":"^[A-Z]{3}$"},
        "amount":{"type":"number","minimum":0}},"required":["currency"]})"));
    const auto print = [&](const char* payload) { return this->print(shape, payload); };
    EXPECT_EQ(print(R"({"currency":"EUR","amount":7})"), print(R"({"currency":"USD","amount":0})"));
    EXPECT_NE(print(R"({"currency":"EUR"})"), print(R"({"currency":"eur"})"));
    EXPECT_NE(print(R"({"currency":"EUR","amount":7})"), print(R"({"currency":"EUR","amount":-7})"));
    EXPECT_NE(print(R"({"currency":"EUR","amount":7})"), print(R"({"currency":"EUR","amount":"7"})"));
    EXPECT_NE(print(R"({"currency":"EUR","a":1})"), print(R"({"currency":"EUR","b":1})")) << "an undeclared member is named";
    EXPECT_EQ(print(R"({"currency":"EUR","a":1})"), print(R"({"currency":"EUR","a":"x"})"));
    EXPECT_FALSE(print(R"({"currency":"EUR","amount":1e300})"));
}

TEST_F(QuickShapeTest, understandsEverySchemaOfTheCatalog)
{
    const auto catalog = catalog::Catalog::load();
    for (const catalog::DeclaredTopic& topic : (*catalog)->topics()) {
        const bool isUnderstood = !topic.schema || QuickShape(topic.schema->document()).isUnderstood();
        EXPECT_TRUE(isUnderstood) << topic.name;
    }
}

TEST_F(QuickShapeTest, isNeverCertainOfASchemaThatItDoesNotUnderstand)
{
    const QuickShape shape(json::parse(R"({"type":"object","not":{"required":["a"]}})"));
    EXPECT_FALSE(shape.isUnderstood());
    EXPECT_FALSE(isFine(shape, "{}"));
}

TEST_F(QuickShapeTest, leavesDoubtfulValuesToTheThoroughCheck)
{
    const QuickShape shape(json::parse(R"({"type":"object","properties":{"n":{"type":"integer","minimum":0},
        "s":{"type":"string","minLength":2}},"required":["n"]})"));
    EXPECT_TRUE(isFine(shape, R"({"n":1,"s":"ab"})"));
    EXPECT_FALSE(isFine(shape, R"({"n":1.0})")) << "an integer to JSON Schema";
    EXPECT_FALSE(isFine(shape, R"({"n":-1})"));
    EXPECT_FALSE(isFine(shape, "{\"n\":1,\"s\":\"\xC3\xA9\"}")) << "one character, two bytes";
    EXPECT_FALSE(isFine(shape, R"({"n":1,"s":")" + std::string(5000, 'a') + "\"}"));
    EXPECT_FALSE(isFine(shape, R"({"s":"ab","s":"ab"})")) << "a required member is not replaced by another one twice";
}

TEST_F(QuickShapeTest, takesFreeFormObjectsAsTheyAre)
{
    const QuickShape shape(json::parse(R"({"type":"object","properties":{"changes":{"type":"object"},
        "counts":{"type":"object","additionalProperties":{"type":"integer"}},"any":{}}})"));
    EXPECT_TRUE(isFine(shape, R"({"changes":{"a":{"old":null,"new":[1]}},"counts":{"x":1},"any":[{}]})"));
    EXPECT_FALSE(isFine(shape, R"({"counts":{"x":"1"}})"));
}

} // namespace
} // namespace sagascope::review
