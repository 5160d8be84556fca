// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/DefinitionCheck.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/catalog/EmbeddedResources.h"

namespace sagascope::catalog {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string_view resource(std::string_view path)
{
    for (const EmbeddedFile& file : embeddedFiles())
        if (file.path == path)
            return file.text;
    ADD_FAILURE() << "no such resource: " << path;
    return {};
}

CheckedDefinition checked(const nlohmann::json& document)
{
    static const auto schema = PayloadSchema::compile(resource("sagas/saga-definition.schema.json"));
    return checkSagaDefinition(document, *schema);
}

nlohmann::json booking()
{
    return nlohmann::json::parse(resource("sagas/booking-payment.json"));
}

std::vector<std::string> places(const CheckedDefinition& checked)
{
    std::vector<std::string> places;
    for (const DefinitionFlaw& fault : checked.faults)
        places.push_back(fault.pointer);
    return places;
}

TEST(DefinitionCheck, WhatIsBuiltInHasNoFault)
{
    for (const EmbeddedFile& file : embeddedFiles()) {
        if (file.path.substr(0, 6) != "sagas/" || file.path == "sagas/saga-definition.schema.json")
            continue;
        const CheckedDefinition definition = checked(nlohmann::json::parse(file.text));
        EXPECT_TRUE(definition.definition) << file.path;
        EXPECT_THAT(places(definition), IsEmpty()) << file.path;
    }
}

TEST(DefinitionCheck, EveryBrokenReferenceIsNamedAtItsPlace)
{
    nlohmann::json document = booking();
    document["start"] = "begun";
    document["steps"][2]["awaits"] = "nothing";
    document["steps"][6]["role"] = "step";
    document["invariants"][0]["present"][1] = "gone";
    const CheckedDefinition definition = checked(document);
    EXPECT_FALSE(definition.definition);
    EXPECT_THAT(places(definition), ElementsAre("/start", "/steps/2/awaits", "/steps/6/role", "/invariants/0/present/1"));
    EXPECT_EQ(definition.faults[0].problem, DefinitionProblem::NoSuchStep);
    EXPECT_EQ(definition.faults[0].argument, "begun");
    EXPECT_EQ(definition.faults[0].message, "there is no step named begun");
    EXPECT_EQ(definition.faults[2].problem, DefinitionProblem::NotACompensation);
}

TEST(DefinitionCheck, WeightsThatDoNotAddUpSayTheirSum)
{
    nlohmann::json document = booking();
    document["inference"]["weights"]["user"] = 0.4;
    const CheckedDefinition definition = checked(document);
    ASSERT_THAT(places(definition), ElementsAre("/inference/weights"));
    EXPECT_EQ(definition.faults[0].problem, DefinitionProblem::WeightsSum);
    EXPECT_EQ(definition.faults[0].argument, "1.2");
}

TEST(DefinitionCheck, ShapeComesBeforeReferences)
{
    nlohmann::json document = booking();
    document["start"] = "begun";
    document.erase("keyKinds");
    document["hasEnd"] = "yes";
    const CheckedDefinition definition = checked(document);
    ASSERT_EQ(definition.faults.size(), 2U);
    for (const DefinitionFlaw& fault : definition.faults)
        EXPECT_EQ(fault.problem, DefinitionProblem::Shape) << fault.message;
}

} // namespace
} // namespace sagascope::catalog
