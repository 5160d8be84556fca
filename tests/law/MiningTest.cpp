// SPDX-License-Identifier: GPL-3.0-or-later
// Definitions mined from made-up histories, whose stories are known: told by what was mined, what truly completed is
// completed, and what truly failed is not.
#include "core/session/DefinitionProposal.h"

#include <algorithm>
#include <filesystem>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/catalog/DefinitionText.h"
#include "tests/law/Chronicle.h"
#include "tests/support/History.h"

namespace sagascope::test {
namespace {

using catalog::StepRole;
using saga::Proposal;
using saga::SagaState;
namespace fs = std::filesystem;
using CatalogPtr = std::shared_ptr<const catalog::Catalog>;

struct Share
{
    TaleKind kind;
    int count;
};

/// Tales of users who never meet, a minute apart.
std::vector<Record> historyOf(const std::vector<Share>& shares, unsigned seed = 5)
{
    std::mt19937 random(seed);
    std::vector<TaleKind> kinds;
    for (const Share& share : shares)
        kinds.insert(kinds.end(), std::size_t(share.count), share.kind);
    std::shuffle(kinds.begin(), kinds.end(), random);
    std::vector<Tale> tales;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        tales.push_back({kinds[i], int(i) * 60, unsigned(i), unsigned(i), std::uint32_t(random())});
    return Chronicle::of(tales).records;
}

session::SnapshotPtr tellSnapshot(const std::vector<Record>& records, CatalogPtr catalog)
{
    session::Ingest ingest(std::move(catalog));
    for (const Record& record : records)
        ingest.take(record.raw());
    auto snapshot = std::make_shared<session::Snapshot>();
    snapshot->isFinished = true;
    ingest.fill(*snapshot, moment("2026-03-03T23:00:00Z"));
    return snapshot;
}

/// Sagas of the snapshot in which an event of the type is.
std::vector<base::SagaId> sagasWith(const session::Snapshot& snapshot, std::string_view type)
{
    std::set<base::SagaId> found;
    for (std::uint32_t i = 0; i < snapshot.events.size(); ++i) {
        const base::EventIndex event(i);
        if (snapshot.events.text(snapshot.events.row(event).type) == type && snapshot.sagas.sagaOf(event).isValid())
            found.insert(snapshot.sagas.sagaOf(event));
    }
    return {found.begin(), found.end()};
}

/// The program's catalog with no other definition than that of the deletion of accounts.
CatalogPtr blindCatalog()
{
    static const CatalogPtr catalog = [] {
        const fs::path resources = fs::path(SAGASCOPE_SOURCE_DIR) / "resources";
        const fs::path copy = fs::temp_directory_path() / ("sagascope-blind-" + std::to_string(std::random_device{}()));
        fs::create_directories(copy / "sagas");
        fs::copy(resources / "catalog", copy / "catalog");
        for (const char* file : {"saga-definition.schema.json", "gdpr-deletion.json"})
            fs::copy(resources / "sagas" / file, copy / "sagas" / file);
        const auto loaded = catalog::Catalog::load(copy);
        fs::remove_all(copy);
        return *loaded;
    }();
    return catalog;
}

std::uint64_t count(const session::Snapshot& snapshot, SagaState state)
{
    return snapshot.counts.sagasByState[static_cast<std::size_t>(state)];
}

std::string pretty(const Proposal& proposal)
{
    return catalog::writeSagaDefinition(proposal.definition);
}

const catalog::StepDefinition* stepFor(const Proposal& proposal, std::string_view type)
{
    return proposal.definition.stepOf(type);
}

void expectSound(const Proposal& proposal, const catalog::Catalog& catalog)
{
    const auto again = catalog::parseSagaDefinition(pretty(proposal), "proposal", catalog.definitionSchema());
    ASSERT_TRUE(again) << again.error().text() << '\n' << pretty(proposal);
    EXPECT_EQ(*again, proposal.definition) << pretty(proposal);
    EXPECT_EQ(proposal.steps.size(), proposal.definition.steps.size());
    EXPECT_EQ(proposal.joins.size(), proposal.definition.joins.size());
}

const std::vector<Share> kSpecBookings{{TaleKind::SpecPaid, 60}, {TaleKind::SpecFailed, 12}};
const std::vector<Share> kPlatformBookings{
    {TaleKind::PaidThenConfirmed, 40}, {TaleKind::ConfirmedThenPaid, 10}, {TaleKind::RefundedTwice, 6}, {TaleKind::Abandoned, 8}};

TEST(Mining, BookingsOfTheSpecificationMinedWithoutKnowingThem)
{
    const auto records = historyOf(kSpecBookings);
    const auto blind = tellSnapshot(records, blindCatalog());
    const auto proposal = session::proposeDefinition(blind, sagasWith(*blind, "voyage.booking.created"));
    ASSERT_TRUE(proposal);
    expectSound(*proposal, *blindCatalog());
    SCOPED_TRACE(pretty(*proposal));
    EXPECT_EQ(proposal->definition.name, "voyage-booking");
    EXPECT_EQ(proposal->sagas, 72U);
    EXPECT_EQ(proposal->failed, 12U);
    for (const char* type : {"voyage.booking.created", "payment.completed", "voyage.booking.confirmed"}) {
        ASSERT_NE(stepFor(*proposal, type), nullptr) << type;
        EXPECT_TRUE(stepFor(*proposal, type)->isRequired) << type;
    }
    EXPECT_EQ(proposal->definition.start, stepFor(*proposal, "voyage.booking.created")->name);
    EXPECT_EQ(stepFor(*proposal, "payment.failed")->role, StepRole::Failure);
    EXPECT_EQ(stepFor(*proposal, "voyage.booking.cancelled")->compensates, proposal->definition.start);
    EXPECT_EQ(stepFor(*proposal, "voyage.booking.cancelled")->awaits, stepFor(*proposal, "payment.failed")->name);
    EXPECT_FALSE(stepFor(*proposal, "voyage.booking.confirmed")->awaits.empty());
    EXPECT_TRUE(proposal->hasClearEnd);

    const auto told = tellSnapshot(records, blindCatalog()->with({proposal->definition}));
    EXPECT_GE(count(*told, SagaState::Completed), 57U);
    EXPECT_LE(count(*told, SagaState::Completed), 60U);
    EXPECT_GE(count(*told, SagaState::Compensated) + count(*told, SagaState::Failed), 11U);
}

TEST(Mining, BookingsOfThePlatformMinedFromWhatFollowsTheDefinition)
{
    const auto records = historyOf(kPlatformBookings);
    const auto live = tellSnapshot(records, builtInCatalog());
    const auto proposal = session::proposeDefinition(live, sagasWith(*live, "voyage.booking.created"));
    ASSERT_TRUE(proposal);
    expectSound(*proposal, *builtInCatalog());
    SCOPED_TRACE(pretty(*proposal));
    EXPECT_EQ(proposal->definition.name, "booking-payment") << "it is made to stand in its place";
    EXPECT_NE(proposal->definition.step("paid"), nullptr) << "names are kept";
    EXPECT_FALSE(proposal->isJoinedByDeclaredIdsOnly);
    EXPECT_EQ(proposal->definition.start, "created") << "though some producers state a bare date";
    EXPECT_LE(proposal->definition.step("paid")->timeLimit, std::chrono::minutes(15));

    const auto told = tellSnapshot(records, builtInCatalog()->with({proposal->definition}));
    EXPECT_GE(count(*told, SagaState::Completed), 48U);
    EXPECT_LE(count(*told, SagaState::Completed), 50U);
}

TEST(Mining, OrchestratedBookingsMinedWithoutKnowingThem)
{
    const auto records = historyOf({{TaleKind::SpecOrchestrated, 50}, {TaleKind::SpecOrchestratedUndone, 10}});
    const auto blind = tellSnapshot(records, blindCatalog());
    const auto proposal = session::proposeDefinition(blind, sagasWith(*blind, "voyage.booking.created"));
    ASSERT_TRUE(proposal);
    expectSound(*proposal, *blindCatalog());
    SCOPED_TRACE(pretty(*proposal));
    EXPECT_EQ(proposal->definition.style, catalog::DefinitionStyle::Orchestrated);
    EXPECT_EQ(proposal->definition.requiresKind, "saga");
    EXPECT_NE(proposal->definition.step("CREATE_BOOKING"), nullptr) << "the coordinator's names are kept";

    const auto told = tellSnapshot(records, blindCatalog()->with({proposal->definition}));
    EXPECT_GE(count(*told, SagaState::Completed), 48U);
    EXPECT_LE(count(*told, SagaState::Completed), 50U);
    EXPECT_GE(count(*told, SagaState::Compensated), 9U);
}

TEST(Mining, TheOrderOfTheSagasDoesNotMatter)
{
    const auto live = tellSnapshot(historyOf(kPlatformBookings), builtInCatalog());
    std::vector<base::SagaId> sagas = sagasWith(*live, "voyage.booking.created");
    const auto first = session::proposeDefinition(live, sagas);
    std::shuffle(sagas.begin(), sagas.end(), std::mt19937(3));
    const auto second = session::proposeDefinition(live, sagas);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(first->definition, second->definition);
}

TEST(Mining, EveryMixtureOfTalesMakesASoundDefinition)
{
    for (unsigned seed = 0; seed < 40; ++seed) {
        std::mt19937 random(seed);
        std::vector<Share> shares;
        for (int i = 0; i < 6; ++i)
            shares.push_back({TaleKind(int(random() % unsigned(kTaleKinds))), 1 + int(random() % 5)});
        const CatalogPtr catalog = seed % 2 == 0 ? builtInCatalog() : blindCatalog();
        const auto live = tellSnapshot(historyOf(shares, seed), catalog);
        std::vector<base::SagaId> all;
        for (std::uint32_t i = 0; i < live->sagas.slotCount(); ++i)
            all.emplace_back(i);
        if (const auto proposal = session::proposeDefinition(live, all)) {
            SCOPED_TRACE(seed);
            expectSound(*proposal, *catalog);
        }
    }
}

} // namespace
} // namespace sagascope::test
