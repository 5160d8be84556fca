// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that no definition is: every one is answered with a sentence, and none takes long or brings the program down.
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/catalog/Catalog.h"
#include "core/catalog/DefinitionText.h"
#include "tests/support/History.h"

namespace sagascope::catalog {
namespace {

using testing::HasSubstr;

base::Error refusal(const std::string& text)
{
    const auto parsed = parseSagaDefinition(text, "hostile.json", test::builtInCatalog()->definitionSchema());
    EXPECT_FALSE(parsed) << text.substr(0, 200);
    return parsed ? base::Error{} : parsed.error();
}

SagaDefinition refund()
{
    return *test::builtInCatalog()->definition("refund");
}

/// The refund's text as a value, to be broken.
nlohmann::json value()
{
    return nlohmann::json::parse(writeSagaDefinition(refund()));
}

std::string repeated(std::string_view part, std::size_t times)
{
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += part;
    return text;
}

TEST(HostileDefinition, DeepNestingIsRefusedBeforeAnybodyRecurses)
{
    EXPECT_THAT(refusal(repeated("[", 200'000)).detail, HasSubstr("nested too deep"));
    EXPECT_THAT(refusal(repeated("{\"steps\":[", 20'000)).detail, HasSubstr("nested too deep"));
    EXPECT_THAT(refusal(R"({"steps": )" + repeated("[", 17) + repeated("]", 17) + "}").detail, HasSubstr("nested too deep"));
    EXPECT_THAT(refusal("\"" + repeated("[", 1000) + "\"").detail, testing::Not(HasSubstr("deep"))) << "in a text they are letters";
}

TEST(HostileDefinition, LongListsAndTextsAreRefused)
{
    nlohmann::json definition = value();
    for (int i = 0; i < 2000; ++i)
        definition["sideEffects"].push_back("a.b" + std::to_string(i));
    EXPECT_THAT(refusal(definition.dump()).detail, HasSubstr("no list"));
    EXPECT_EQ(refusal(std::string(kLargestDefinition + 1, 'x')).code, base::ErrorCode::TooLarge);
}

TEST(HostileDefinition, HugeNumbersAreNoTimeLimits)
{
    for (const char* number : {"1e300", "1e999", "-1", "0", "9223372036854775807", "18446744073709551615", "99999999999999999999999",
                               "1.5", "\"900000\"", "null", "315360000001"}) {
        std::string text = value().dump();
        const std::string end = "\"role\"";
        text.insert(text.find(end), R"("awaits": "refunded", "timeLimitMs": )" + std::string(number) + ", ");
        EXPECT_EQ(refusal(text).code, base::ErrorCode::Malformed) << number;
    }
}

TEST(HostileDefinition, TwoStepsOfOneNameAreRefused)
{
    SagaDefinition definition = refund();
    definition.steps.push_back(definition.steps.front());
    const base::Error error = refusal(writeSagaDefinition(definition));
    EXPECT_THAT(error.detail, HasSubstr("another step has the name"));
    EXPECT_THAT(error.subject, HasSubstr("#/steps/"));
}

/// Three steps, each of which waits for the next.
SagaDefinition circle()
{
    SagaDefinition definition = refund();
    definition.steps.clear();
    for (const char* name : {"a", "b", "c"}) {
        StepDefinition step;
        step.name = name;
        step.eventType = std::string("circle.") + name;
        step.fact = {"/payload/id"};
        definition.steps.push_back(step);
    }
    definition.start = "a";
    definition.success = {"c"};
    definition.failing.clear();
    definition.invariants.clear();
    return definition;
}

TEST(HostileDefinition, StepsThatWaitForOneAnotherInACircleAreRefused)
{
    SagaDefinition definition = circle();
    for (std::size_t i = 0; i < 3; ++i) {
        definition.steps[i].awaits = definition.steps[(i + 1) % 3].name;
        definition.steps[i].timeLimit = std::chrono::seconds(1);
    }
    EXPECT_EQ(refusal(writeSagaDefinition(definition)).subject, "hostile.json#/steps/0/awaits");
    definition.steps[2].awaits = "c";
    definition.steps[0].awaits.clear();
    definition.steps[0].timeLimit = std::chrono::seconds(0);
    EXPECT_EQ(refusal(writeSagaDefinition(definition)).subject, "hostile.json#/steps/2/awaits") << "and one for itself";
}

TEST(HostileDefinition, CompensationsThatUndoOneAnotherAreRefused)
{
    SagaDefinition definition = circle();
    for (std::size_t i = 0; i < 3; ++i) {
        definition.steps[i].role = StepRole::Compensation;
        definition.steps[i].compensates = definition.steps[(i + 1) % 3].name;
    }
    EXPECT_THAT(refusal(writeSagaDefinition(definition)).detail, HasSubstr("undoes itself"));
}

TEST(HostileDefinition, NoMutationOfATextBringsTheReaderDown)
{
    std::mt19937 random(7);
    constexpr std::string_view kLetters = "{}[]\",:0123456789.-eE\\nultrfase\x01\xff";
    for (const SagaDefinition& definition : test::builtInCatalog()->definitions()) {
        const std::string original = writeSagaDefinition(definition);
        for (int round = 0; round < 60; ++round) {
            std::string text = original;
            for (unsigned change = 0; change <= random() % 4; ++change) {
                const std::size_t place = random() % text.size();
                if (random() % 3 == 0)
                    text.erase(place, random() % 40);
                else
                    text[place] = kLetters[random() % kLetters.size()];
                if (text.empty())
                    text = "x";
            }
            const auto parsed = parseSagaDefinition(text, "mutated", test::builtInCatalog()->definitionSchema());
            if (parsed)
                EXPECT_TRUE(parseSagaDefinition(writeSagaDefinition(*parsed), "again", test::builtInCatalog()->definitionSchema()));
            else
                EXPECT_FALSE(parsed.error().detail.empty());
        }
    }
}

} // namespace
} // namespace sagascope::catalog
