// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/DefinitionProposal.h"

#include <algorithm>
#include <cstdio>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/catalog/DefinitionText.h"
#include "tests/support/History.h"

namespace sagascope::session {
namespace {

using catalog::StepDefinition;
using catalog::StepRole;
using saga::Proposal;
using saga::SagaState;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using namespace std::chrono_literals;

std::string clockText(int seconds)
{
    char text[32];
    std::snprintf(text, sizeof text, "%02d:%02d:%02d.000", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return text;
}

/// Orders of a shop that nobody has described: 100 of them, a minute apart. Each fifth card is declined, and what was done is
/// undone; each tenth order is still waiting for its card.
class Shop
{
public:
    explicit Shop(bool hasCorrelation, bool hasOrderId = true) : m_hasCorrelation(hasCorrelation), m_hasOrderId(hasOrderId)
    {
        for (int i = 0; i < 100; ++i)
            order(i);
    }

    [[nodiscard]] const std::string& lines() const { return m_lines; }
    static constexpr int kShipped = 70;

private:
    void order(int i)
    {
        const bool isWaiting = i % 10 == 1;
        const bool isDeclined = i % 5 == 0;
        m_start = i * 60;
        m_order = i;
        say(0, "order.placed", "shop", "customerId=c-" + std::to_string(i % 7) + " totalAmount=482");
        say(1 + i % 3, "stock.reserved", "stock", "reservationId=r-" + std::to_string(i));
        if (isWaiting)
            return;
        if (isDeclined) {
            say(5, "card.declined", "till", "");
            say(6, "stock.released", "stock", "reservationId=r-" + std::to_string(i));
            say(7, "order.cancelled", "shop", "");
            return;
        }
        say(5, "card.charged", "till", "amount=482");
        if (i % 3 == 0)
            say(8, "gift.wrapped", "packing", "");
        for (int scan = 0; scan < 3; ++scan)
            say(10 + scan, "parcel.scanned", "depot", "scanId=s-" + std::to_string(3 * i + scan));
        say(20 + i % 12, "parcel.shipped", "depot", "");
        if (i == 2)
            say(40, "parcel.insured", "depot", "");
    }

    void say(int delay, const std::string& type, const std::string& service, const std::string& payload)
    {
        m_lines += clockText(m_start + delay) + " " + type + " e" + std::to_string(m_next++) + " src=" + service;
        if (m_hasCorrelation)
            m_lines += " corr=k-" + std::to_string(m_order);
        m_lines += " | " + (m_hasOrderId ? "orderId=o-" + std::to_string(m_order) + " " : std::string("note=hello ")) + payload + "\n";
    }

    bool m_hasCorrelation;
    bool m_hasOrderId;
    std::string m_lines;
    int m_start = 0;
    int m_order = 0;
    int m_next = 0;
};

SnapshotPtr told(const std::string& lines, std::shared_ptr<const catalog::Catalog> catalog = test::builtInCatalog())
{
    Ingest ingest(std::move(catalog));
    const test::History history(lines);
    for (const test::Record& record : history.records())
        ingest.take(record.raw());
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->isFinished = true;
    ingest.fill(*snapshot, test::moment("2026-03-02T23:00:00Z"));
    return snapshot;
}

std::vector<base::SagaId> allOf(const Snapshot& snapshot)
{
    std::vector<base::SagaId> sagas;
    for (std::uint32_t i = 0; i < snapshot.sagas.slotCount(); ++i)
        if (snapshot.sagas.saga(base::SagaId(i)).isAlive)
            sagas.emplace_back(i);
    return sagas;
}

Proposal proposed(const std::string& lines)
{
    const SnapshotPtr live = told(lines);
    const auto proposal = proposeDefinition(live, allOf(*live));
    EXPECT_TRUE(proposal);
    return proposal.value_or(Proposal{});
}

const Proposal& ofShop()
{
    static const Proposal proposal = proposed(Shop(true).lines());
    return proposal;
}

const StepDefinition& step(const Proposal& proposal, std::string_view type)
{
    const StepDefinition* found = proposal.definition.stepOf(type);
    if (!found)
        throw std::runtime_error("no step for " + std::string(type));
    return *found;
}

const saga::StepEvidence& evidence(const Proposal& proposal, std::string_view type)
{
    return proposal.steps[std::size_t(&step(proposal, type) - proposal.definition.steps.data())];
}

std::uint64_t count(const Snapshot& snapshot, SagaState state)
{
    return snapshot.counts.sagasByState[static_cast<std::size_t>(state)];
}

TEST(DefinitionProposal, IsADefinitionThatTheProgramReads)
{
    const auto& catalog = *test::builtInCatalog();
    const std::string text = catalog::writeSagaDefinition(ofShop().definition);
    const auto again = catalog::parseSagaDefinition(text, "proposal", catalog.definitionSchema());
    ASSERT_TRUE(again) << again.error().text() << '\n' << text;
    EXPECT_EQ(*again, ofShop().definition);
    EXPECT_EQ(ofShop().definition.name, "order");
    EXPECT_EQ(ofShop().definition.style, catalog::DefinitionStyle::Choreographed);
}

TEST(DefinitionProposal, WhatNearlyAllEndedSagasHaveIsRequiredInItsUsualOrder)
{
    std::vector<std::string> required;
    for (const StepDefinition& s : ofShop().definition.steps)
        if (s.isRequired)
            required.push_back(s.eventType);
    EXPECT_THAT(required, ElementsAre("order.placed", "stock.reserved", "card.charged", "parcel.scanned", "parcel.shipped"));
    EXPECT_FALSE(step(ofShop(), "gift.wrapped").isRequired);
    EXPECT_EQ(evidence(ofShop(), "order.placed").sagas, 100U);
    EXPECT_DOUBLE_EQ(evidence(ofShop(), "card.charged").share, 0.7);
    EXPECT_DOUBLE_EQ(evidence(ofShop(), "card.charged").shareOfEnded, 1.0);
    EXPECT_EQ(ofShop().failed, 20U);
    EXPECT_EQ(ofShop().unfinished, 10U);
}

TEST(DefinitionProposal, WhatIsRareIsLeftOutAndSaid)
{
    EXPECT_EQ(ofShop().definition.stepOf("parcel.insured"), nullptr);
    ASSERT_EQ(ofShop().leftOut.size(), 1U);
    EXPECT_EQ(ofShop().leftOut.front().eventType, "parcel.insured");
    EXPECT_EQ(ofShop().leftOut.front().sagas, 1U);
}

TEST(DefinitionProposal, FailuresAndWhatUndoesAreKnownByTheirWords)
{
    EXPECT_EQ(step(ofShop(), "card.declined").role, StepRole::Failure);
    EXPECT_EQ(evidence(ofShop(), "card.declined").word, "declined");
    EXPECT_EQ(step(ofShop(), "stock.released").compensates, step(ofShop(), "stock.reserved").name);
    EXPECT_EQ(step(ofShop(), "order.cancelled").compensates, step(ofShop(), "order.placed").name);
    EXPECT_EQ(step(ofShop(), "order.cancelled").awaits, step(ofShop(), "card.declined").name);
    EXPECT_THAT(ofShop().definition.failing, ElementsAre(step(ofShop(), "order.cancelled").name));
    EXPECT_THAT(ofShop().definition.success, ElementsAre(step(ofShop(), "parcel.shipped").name));
}

TEST(DefinitionProposal, ATimeLimitIsTheNextRoundTimeAboveNearlyAllWaits)
{
    const saga::StepEvidence& shipped = evidence(ofShop(), "parcel.shipped");
    EXPECT_EQ(shipped.waits, 70U);
    EXPECT_EQ(shipped.p99, 21s) << "scanned at 10 s, shipped at 20 to 31 s";
    EXPECT_EQ(step(ofShop(), "parcel.shipped").timeLimit, 30s);
    EXPECT_EQ(step(ofShop(), "parcel.shipped").awaits, step(ofShop(), "parcel.scanned").name);
}

TEST(DefinitionProposal, WhatComesAgainAndAgainMayBeRepeated)
{
    EXPECT_TRUE(step(ofShop(), "parcel.scanned").isRepeatable);
    EXPECT_DOUBLE_EQ(evidence(ofShop(), "parcel.scanned").repeatedShare, 1.0);
    EXPECT_THAT(step(ofShop(), "parcel.scanned").fact, ElementsAre("/payload/orderId", "/payload/scanId"));
    EXPECT_FALSE(step(ofShop(), "parcel.shipped").isRepeatable);
}

TEST(DefinitionProposal, FieldsJoinThatTieOneSagaAndNoOther)
{
    std::vector<std::string> pointers;
    for (const catalog::JoinField& join : ofShop().definition.joins)
        pointers.push_back(join.pointers.front());
    EXPECT_THAT(pointers, ElementsAre("/payload/orderId")) << "customers come back, and reservations tie too few";
    EXPECT_FALSE(ofShop().isJoinedByDeclaredIdsOnly);
    EXPECT_DOUBLE_EQ(ofShop().joins.front().unique, 1.0);
}

TEST(DefinitionProposal, WithItTheSagasAreFoundAndJudgedWithoutAnyCorrelation)
{
    const std::string lines = Shop(false).lines();
    EXPECT_EQ(told(lines)->counts.sagas, 0U) << "nothing ties them together before";
    const SnapshotPtr live = told(lines, test::builtInCatalog()->with({ofShop().definition}));
    EXPECT_EQ(live->counts.sagas, 100U);
    EXPECT_EQ(count(*live, SagaState::Completed), 70U);
    EXPECT_EQ(count(*live, SagaState::Compensated), 20U);
    EXPECT_EQ(count(*live, SagaState::Stalled), 10U);
}

TEST(DefinitionProposal, SaysWhenOnlyACorrelationTiesTheEvents)
{
    const Proposal proposal = proposed(Shop(true, false).lines());
    EXPECT_TRUE(proposal.isJoinedByDeclaredIdsOnly);
    ASSERT_EQ(proposal.definition.joins.size(), 1U);
    EXPECT_EQ(proposal.definition.joins.front().kind, "correlation");
    EXPECT_TRUE(proposal.joins.front().isDeclaredId);
}

TEST(DefinitionProposal, DeclaredCausesCountMoreThanWhatStandsBefore)
{
    const Proposal proposal = proposed(R"(
        09:00:00.000 order.placed   e1 corr=c1          | orderId=o-1
        09:00:01.000 stock.reserved e2 corr=c1 cause=e1 | orderId=o-1
        09:00:02.000 card.charged   e3 corr=c1 cause=e1 | orderId=o-1
    )");
    ASSERT_EQ(proposal.follows.size(), 2U);
    EXPECT_EQ(proposal.follows[1].effect, "card.charged");
    EXPECT_EQ(proposal.follows[1].cause, "order.placed");
    EXPECT_EQ(proposal.follows[1].declared, 1U);
}

TEST(DefinitionProposal, AStoryWithoutAnEndIsProposedWithoutOne)
{
    const Proposal proposal = proposed(R"(
        09:00:00.000 report.asked e1 corr=c1 | reportId=r-1
        09:00:01.000 report.sent  e2 corr=c1 | reportId=r-1
        09:00:00.000 report.asked e3 corr=c2 | reportId=r-2
        09:00:01.000 report.shelved e4 corr=c2 | reportId=r-2
    )");
    EXPECT_FALSE(proposal.definition.hasEnd);
    EXPECT_FALSE(proposal.hasClearEnd);
    EXPECT_THAT(proposal.definition.success, IsEmpty());
}

TEST(DefinitionProposal, NamesOfTypesThatNoDefinitionMayHaveAreLeftOut)
{
    const Proposal proposal = proposed(R"(
        09:00:00.000 OrderPlaced   e1 corr=c1 topic=orders | orderId=o-1
        09:00:01.000 order/charged e2 corr=c1 topic=orders | orderId=o-1
        09:00:02.000 OrderShipped  e3 corr=c1 topic=orders | orderId=o-1
    )");
    ASSERT_EQ(proposal.definition.steps.size(), 2U);
    EXPECT_EQ(proposal.definition.steps.front().eventType, "OrderPlaced");
    ASSERT_EQ(proposal.leftOut.size(), 1U);
    EXPECT_EQ(proposal.leftOut.front().eventType, "order/charged");
    EXPECT_EQ(proposal.definition.name, "orderplaced");
}

TEST(DefinitionProposal, NeedsSagasAndStopsWhenToldSo)
{
    const SnapshotPtr live = told(Shop(true).lines());
    EXPECT_FALSE(proposeDefinition(live, {}));
    const std::vector<base::SagaId> nobody{base::SagaId(1'000'000), base::SagaId()};
    EXPECT_FALSE(proposeDefinition(live, nobody));
    EXPECT_FALSE(proposeDefinition(live, allOf(*live), [] { return true; }));
}

} // namespace
} // namespace sagascope::session
