// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/Catalog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/History.h"

namespace sagascope::catalog {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

SagaDefinition named(const std::string& name, const std::string& description = "Mine.")
{
    SagaDefinition definition = *test::builtInCatalog()->definition("refund");
    definition.name = name;
    definition.description = description;
    return definition;
}

TEST(UserDefinitions, AreAddedToTheBuiltInOnes)
{
    const auto base = test::builtInCatalog();
    const auto catalog = base->with({named("zebra"), named("mine")});
    ASSERT_NE(catalog->definition("mine"), nullptr);
    EXPECT_EQ(catalog->definitions().size(), base->definitions().size() + 2);
    EXPECT_EQ(catalog->definitions()[0].name, "mine") << "first, so that what it says of a type counts";
    EXPECT_EQ(catalog->definitions()[1].name, "zebra");
    EXPECT_EQ(catalog->originOf("mine"), DefinitionOrigin::User);
    EXPECT_EQ(catalog->originOf("refund"), DefinitionOrigin::BuiltIn);
    EXPECT_EQ(base->definition("mine"), nullptr) << "the catalog itself stays as it is";
}

TEST(UserDefinitions, OneOfTheSameNameStandsInTheBuiltInOnesPlace)
{
    const auto base = test::builtInCatalog();
    const auto catalog = base->with({named("refund")});
    ASSERT_EQ(catalog->definitions().size(), base->definitions().size());
    for (std::size_t i = 0; i < base->definitions().size(); ++i)
        EXPECT_EQ(catalog->definitions()[i].name, base->definitions()[i].name);
    EXPECT_EQ(catalog->definition("refund")->description, "Mine.");
    EXPECT_EQ(*catalog->builtIn("refund"), *base->definition("refund"));
    EXPECT_EQ(catalog->originOf("refund"), DefinitionOrigin::UserOverride);
}

TEST(UserDefinitions, OfTwoWithOneNameTheLaterCounts)
{
    const auto catalog = test::builtInCatalog()->with({named("mine", "first"), named("mine", "second")});
    EXPECT_THAT(catalog->userDefinitions(), ElementsAre(named("mine", "second")));
}

TEST(UserDefinitions, AreReplacedAltogetherByTheNext)
{
    const auto catalog = test::builtInCatalog()->with({named("mine"), named("refund")})->with({});
    EXPECT_THAT(catalog->userDefinitions(), IsEmpty());
    EXPECT_EQ(catalog->definition("mine"), nullptr);
    EXPECT_EQ(*catalog->definition("refund"), *test::builtInCatalog()->definition("refund"));
}

TEST(UserDefinitions, BringStepsAndRulesOfTheirOwn)
{
    SagaDefinition mine = named("mine");
    mine.steps.front().eventType = "loyalty.points.granted";
    mine.follows = {{"loyalty.points.granted", {"payment.completed"}, {"loyalty.points.granted<-payment.completed"}}};
    const auto catalog = test::builtInCatalog()->with({mine});
    EXPECT_FALSE(test::builtInCatalog()->isStep("loyalty.points.granted"));
    EXPECT_TRUE(catalog->isStep("loyalty.points.granted"));
    EXPECT_EQ(catalog->followName("loyalty.points.granted", "payment.completed"),
              "loyalty.points.granted<-payment.completed");
}

TEST(UserDefinitions, ShareTheTopicsWithEveryOtherCatalog)
{
    const auto base = test::builtInCatalog();
    const auto catalog = base->with({named("mine")});
    EXPECT_EQ(catalog->topic("dreamscape.payment.completed"), base->topic("dreamscape.payment.completed"));
    EXPECT_EQ(catalog->groups().size(), base->groups().size());
    EXPECT_EQ(catalog->definitionSchemaText(), base->definitionSchemaText());
}

} // namespace
} // namespace sagascope::catalog
