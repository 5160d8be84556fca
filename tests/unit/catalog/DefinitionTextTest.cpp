// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/DefinitionText.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "core/catalog/Catalog.h"
#include "tests/support/History.h"

namespace sagascope::catalog {
namespace {

std::string textOfFile(const std::string& name)
{
    const auto sagas = std::filesystem::path(SAGASCOPE_SOURCE_DIR) / "resources" / "sagas";
    std::ifstream in(sagas / (name + ".json"));
    return {std::istreambuf_iterator<char>(in), {}};
}

base::Result<SagaDefinition> parsed(const std::string& text)
{
    return parseSagaDefinition(text, "test", test::builtInCatalog()->definitionSchema());
}

TEST(DefinitionText, EveryBuiltInDefinitionIsWrittenAsItStandsInItsFile)
{
    ASSERT_FALSE(test::builtInCatalog()->definitions().empty());
    for (const SagaDefinition& definition : test::builtInCatalog()->definitions())
        EXPECT_EQ(writeSagaDefinition(definition), textOfFile(definition.name)) << definition.name;
}

TEST(DefinitionText, WhatIsWrittenReadsBackAsTheSame)
{
    for (const SagaDefinition& definition : test::builtInCatalog()->definitions()) {
        const auto again = parsed(writeSagaDefinition(definition));
        ASSERT_TRUE(again) << definition.name << ": " << again.error().text();
        EXPECT_EQ(*again, definition) << definition.name;
    }
}

TEST(DefinitionText, AChangeIsReadBackToo)
{
    SagaDefinition definition = *test::builtInCatalog()->definition("booking-payment");
    definition.description = "Quotes \" and \\ and a line\nbreak, and ünïcode.";
    definition.hasEnd = false;
    definition.start.clear();
    definition.inference.reset();
    definition.steps[1].isRepeatable = true;
    definition.steps[1].metadataStep = "INITIATE";
    definition.invariants.clear();
    definition.joins.front().pointers = {"/payload/a", "/payload/b"};
    const auto again = parsed(writeSagaDefinition(definition));
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(*again, definition);
}

TEST(DefinitionText, AJoinOfAllTypesFollowsTheStepsWhenTheyChange)
{
    SagaDefinition definition = *test::builtInCatalog()->definition("orchestrated-booking");
    ASSERT_TRUE(definition.joins.front().isOfAllTypes);
    StepDefinition step;
    step.name = "NOTIFY";
    step.eventType = "notification.sent";
    step.fact = {"/payload/bookingId"};
    definition.steps.push_back(step);
    const auto again = parsed(writeSagaDefinition(definition));
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_TRUE(again->joins.front().appliesTo("notification.sent"));
}

} // namespace
} // namespace sagascope::catalog
