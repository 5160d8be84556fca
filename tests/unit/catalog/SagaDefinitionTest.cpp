// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/SagaDefinition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/catalog/Catalog.h"

namespace sagascope::catalog {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using namespace std::chrono_literals;

const Catalog& builtIn()
{
    static const auto catalog = Catalog::load();
    EXPECT_TRUE(catalog) << catalog.error().text();
    return **catalog;
}

const SagaDefinition& named(std::string_view name)
{
    const SagaDefinition* found = builtIn().definition(name);
    if (!found)
        throw std::runtime_error("no such definition: " + std::string(name));
    return *found;
}

TEST(SagaDefinition, ThereIsOneForEveryWorkflow)
{
    std::vector<std::string> names;
    for (const SagaDefinition& definition : builtIn().definitions())
        names.push_back(definition.name);
    EXPECT_THAT(names,
                UnorderedElementsAre("booking-payment", "refund", "registration-fan-out", "gdpr-export",
                                     "gdpr-deletion", "recommendation", "profile-change", "orchestrated-booking"));
}

TEST(SagaDefinition, BookingPaymentWaitsFifteenMinutesForThePayment)
{
    const StepDefinition* paid = named("booking-payment").step("paid");
    ASSERT_NE(paid, nullptr);
    EXPECT_EQ(paid->awaits, "created");
    EXPECT_EQ(paid->timeLimit, 15min);
    EXPECT_TRUE(paid->isRequired);
    EXPECT_FALSE(paid->isRepeatable);
    EXPECT_THAT(paid->fact, ElementsAre("/payload/paymentId", "/payload/amount", "/payload/currency"));
}

TEST(SagaDefinition, BookingPaymentUndoesPaymentAndCreation)
{
    const SagaDefinition& definition = named("booking-payment");
    EXPECT_EQ(definition.step("refunded")->compensates, "paid");
    EXPECT_EQ(definition.step("cancelled")->compensates, "created");
    EXPECT_EQ(definition.step("cancelled")->role, StepRole::Compensation);
    EXPECT_EQ(definition.step("payment-failed")->role, StepRole::Failure);
    EXPECT_THAT(definition.step("payment-failed")->supersededBy, ElementsAre("paid"));
    EXPECT_THAT(definition.failing, ElementsAre("cancelled"));
    EXPECT_THAT(definition.success, ElementsAre("paid", "confirmed"));
}

TEST(SagaDefinition, APartialRefundIsTheRefundStep)
{
    const StepDefinition* step = named("booking-payment").stepOf("payment.partial.refund");
    ASSERT_NE(step, nullptr);
    EXPECT_EQ(step->name, "refunded");
}

TEST(SagaDefinition, NotificationsBelongToTheStoryWithoutBeingSteps)
{
    const SagaDefinition& definition = named("booking-payment");
    EXPECT_TRUE(definition.tells("notification.email.requested"));
    EXPECT_EQ(definition.stepOf("notification.email.requested"), nullptr);
    EXPECT_FALSE(definition.tells("voyage.search.performed"));
}

TEST(SagaDefinition, NoFieldOfTheUserJoinsABooking)
{
    for (const JoinField& join : named("booking-payment").joins) {
        EXPECT_NE(join.kind, "user");
        EXPECT_FALSE(join.types.empty());
    }
}

TEST(SagaDefinition, TheOrchestratedSagaNeedsASagaIdOnAnyOfItsTypes)
{
    const SagaDefinition& definition = named("orchestrated-booking");
    EXPECT_EQ(definition.style, DefinitionStyle::Orchestrated);
    EXPECT_EQ(definition.requiresKind, "saga");
    EXPECT_EQ(definition.stepOf("payment.completed", "PROCESS_PAYMENT")->name, "PROCESS_PAYMENT");
    const JoinField& join = definition.joins.front();
    EXPECT_EQ(join.kind, "saga");
    EXPECT_TRUE(join.appliesTo("voyage.booking.created"));
    EXPECT_TRUE(join.appliesTo("payment.partial.refund"));
    EXPECT_TRUE(join.appliesTo("notification.email.requested"));
}

TEST(SagaDefinition, AProfileChangeIsNamedByTravellerAndMoment)
{
    const JoinField& join = named("profile-change").joins.front();
    EXPECT_EQ(join.kind, "entity");
    EXPECT_THAT(join.pointers, ElementsAre("/payload/userId", "/payload/updatedAt"));
}

TEST(SagaDefinition, WorkflowsWithoutAnEndSayIt)
{
    for (const char* name :
         {"gdpr-export", "gdpr-deletion", "recommendation", "profile-change", "registration-fan-out"})
        EXPECT_FALSE(named(name).hasEnd) << name;
    EXPECT_TRUE(named("booking-payment").hasEnd);
    EXPECT_TRUE(named("recommendation").start.empty());
}

TEST(SagaDefinition, EveryStepTypeIsDeclared)
{
    for (const SagaDefinition& definition : builtIn().definitions())
        for (const std::string& type : definition.stepTypes()) {
            EXPECT_NE(builtIn().eventType(type), nullptr) << definition.name << " " << type;
            EXPECT_TRUE(builtIn().isStep(type)) << type;
        }
    EXPECT_FALSE(builtIn().isStep("auth.login"));
    EXPECT_FALSE(builtIn().isStep("notification.email.requested"));
}

TEST(SagaDefinition, RuleEdgesHaveAName)
{
    EXPECT_EQ(builtIn().followName("payment.completed", "voyage.booking.created"),
              "payment.completed<-voyage.booking.created");
    EXPECT_EQ(builtIn().followName("voyage.booking.created", "payment.completed"), "");
    EXPECT_THAT(named("booking-payment").follows.front().names,
                ElementsAre("payment.initiated<-voyage.booking.created"));
}

TEST(SagaDefinition, InvariantsNameARule)
{
    const auto& invariants = named("booking-payment").invariants;
    ASSERT_EQ(invariants.size(), 1U);
    EXPECT_EQ(invariants[0].rule, base::Rule::PaidAfterCompensation);
    EXPECT_THAT(invariants[0].present, ElementsAre("paid", "cancelled"));
    EXPECT_THAT(invariants[0].absent, ElementsAre("refunded"));
}

} // namespace
} // namespace sagascope::catalog
