// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/sequence/SequencePlan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "core/session/Session.h"
#include "tests/support/History.h"
#include "ui/sagas/sequence/SequenceView.h"

namespace sagascope::ui {
namespace {

/// The one saga that the lines tell.
SequenceInput told(std::string_view lines)
{
    const test::History history(lines);
    session::Ingest ingest(test::builtInCatalog());
    for (const test::Record& record : history.records())
        ingest.take(record.raw());
    session::Snapshot snapshot;
    ingest.fill(snapshot, ingest.latestTime());
    for (unsigned slot = 0; slot < snapshot.sagas.slotCount(); ++slot)
        if (snapshot.sagas.saga(base::SagaId(slot)).isAlive)
            return sequenceInput(session::storyOf(snapshot, base::SagaId(slot)), snapshot);
    return {};
}

/// `voyage-service -> payment.failed: label`, a row a line.
std::vector<std::string> written(const SequencePlan& plan)
{
    const auto name = [&](int participant) {
        return participant < 0 ? std::string("?") : plan.input->participants[std::size_t(participant)].name.toStdString();
    };
    std::vector<std::string> lines;
    for (const SequenceRow& row : plan.rows) {
        std::ostringstream line;
        switch (row.kind) {
        case SequenceRowKind::Deliver: line << name(row.from) << " => " << name(row.to); break;
        case SequenceRowKind::Within: line << name(row.to) << " goes on"; break;
        case SequenceRowKind::Publish: line << name(row.from) << " -> " << name(row.to); break;
        case SequenceRowKind::Note: line << "note"; break;
        case SequenceRowKind::Gap: line << "gap " << std::chrono::duration_cast<std::chrono::milliseconds>(row.gap).count(); break;
        case SequenceRowKind::Loop: line << "loop " << plan.loops[std::size_t(row.loop)].count; break;
        case SequenceRowKind::LoopEnd: line << "end"; break;
        }
        lines.push_back(line.str());
    }
    return lines;
}

SequencePlanPtr planOf(SequenceInput input, const std::set<int>& opened = {})
{
    return planSequence(std::make_shared<const SequenceInput>(std::move(input)), opened);
}

constexpr std::string_view kCancelled = R"(
    09:40:00.000 voyage.booking.created    e1 corr=c1          | bookingId=BK-1 userId=u-1 totalAmount=482 currency=EUR
    09:40:00.300 payment.failed            e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=pi-1 amount=482
    09:40:02.400 voyage.booking.cancelled  e3 corr=c1 cause=e2 | bookingId=BK-1 reason=payment
)";

TEST(SequencePlan, TellsWhoPublishedWhatAndWhoReadIt)
{
    EXPECT_THAT(written(*planOf(told(kCancelled))),
                testing::ElementsAre("voyage-service -> voyage.booking.created", "voyage.booking.created => payment-service",
                                     "payment-service -> payment.failed", "gap 2100", "payment.failed => voyage-service",
                                     "voyage-service -> voyage.booking.cancelled"));
}

TEST(SequencePlan, HasParticipantsInOrderOfFirstAppearance)
{
    const SequenceInput input = told(kCancelled);
    std::vector<std::string> names;
    for (const SequenceParticipant& participant : input.participants)
        names.push_back(participant.name.toStdString());
    EXPECT_THAT(names, testing::ElementsAre("voyage-service", "voyage.booking.created", "payment-service", "payment.failed",
                                            "voyage.booking.cancelled"));
    EXPECT_EQ(input.participants[0].kind, ParticipantKind::Service);
    EXPECT_EQ(input.participants[1].kind, ParticipantKind::Topic);
}

TEST(SequencePlan, SaysWhenAServiceFollowsItself)
{
    const auto rows = written(*planOf(told(R"(
        09:40:00.000 voyage.booking.created  e1 corr=c1          | bookingId=BK-1 userId=u-1 totalAmount=482
        09:40:00.100 payment.initiated       e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=pi-1 amount=482
        09:40:00.300 payment.completed       e3 corr=c1 cause=e2 | bookingId=BK-1 paymentId=pi-1 amount=482
    )")));
    EXPECT_THAT(rows, testing::Contains("payment-service goes on"));
}

/// `services` publish in turn to a topic of their own, again and again.
SequenceInput rounds(int turns, int services)
{
    SequenceInput input;
    for (int i = 0; i < services; ++i) {
        input.participants.push_back({ParticipantKind::Service, QStringLiteral("s%1").arg(i), {}});
        input.participants.push_back({ParticipantKind::Topic, QStringLiteral("t%1").arg(i), {}});
    }
    input.labels = {QStringLiteral("happened")};
    input.start = base::fromUnixMilliseconds(1'000);
    for (int i = 0; i < turns; ++i) {
        SequenceTurn turn;
        turn.event = base::EventIndex(unsigned(i));
        turn.time = input.start + std::chrono::milliseconds(i);
        turn.service = i % services * 2;
        turn.topic = turn.service + 1;
        input.positions[turn.event] = i;
        input.turns.push_back(turn);
    }
    session::compareTurns(input.turns);
    return input;
}

TEST(SequencePlan, FoldsAMessageThatComesAgain)
{
    const auto plan = planOf(rounds(3, 1));
    EXPECT_THAT(written(*plan), testing::ElementsAre("loop 3", "s0 -> t0", "end"));
    EXPECT_EQ(plan->rowOf[2], plan->rowOf[0]) << "what is folded is found where it is shown";
}

TEST(SequencePlan, FoldsABlockOfMessagesThatComesAgain)
{
    const auto plan = planOf(rounds(7, 2));
    EXPECT_THAT(written(*plan), testing::ElementsAre("loop 3", "s0 -> t0", "s1 -> t1", "end", "s0 -> t0"));
    EXPECT_EQ(plan->loopOf(5), 0);
    EXPECT_EQ(plan->loopOf(6), -1);
}

TEST(SequencePlan, ShowsAFoldedBlockOneByOneOnceItIsOpened)
{
    const auto plan = planOf(rounds(3, 1), {0});
    EXPECT_THAT(written(*plan), testing::ElementsAre("loop 3", "s0 -> t0", "s0 -> t0", "s0 -> t0", "end"));
    EXPECT_TRUE(plan->loops[0].isOpen);
}

TEST(SequencePlan, SpansWhatALoopTouches)
{
    const auto plan = planOf(rounds(7, 2));
    EXPECT_EQ(plan->loops[0].left, 0);
    EXPECT_EQ(plan->loops[0].right, 3);
    EXPECT_LT(plan->loops[0].top, plan->loops[0].bottom);
}

TEST(SequencePlan, NotesRedeliveriesAndKeepsThemApartFromTheirOriginal)
{
    SequenceInput input = rounds(2, 1);
    input.turns[1].repeat = identity::Repeat::Redelivery;
    EXPECT_THAT(written(*planOf(std::move(input), {0})), testing::ElementsAre("loop 2", "s0 -> t0", "s0 -> t0", "note", "end"));
}

TEST(SequencePlan, HasAFoundMessageWhereNobodySaysWhoSentIt)
{
    SequenceInput input = rounds(1, 1);
    input.turns[0].service = -1;
    EXPECT_THAT(written(*planOf(std::move(input))), testing::ElementsAre("? -> t0"));
}

TEST(SequencePlan, StacksRowsWithoutHolesAndFindsThemByHeight)
{
    const auto plan = planOf(rounds(100, 7));
    for (std::size_t i = 1; i < plan->rows.size(); ++i)
        EXPECT_DOUBLE_EQ(plan->rows[i].top, plan->rows[i - 1].top + plan->rows[i - 1].height);
    for (std::size_t i = 0; i < plan->rows.size(); ++i)
        EXPECT_EQ(plan->rowAt(plan->rows[i].top + 1), i);
    EXPECT_EQ(plan->rowAt(plan->height + 1), plan->rows.size());
}

TEST(SequencePlan, PlansAHundredThousandMessages)
{
    const auto folded = planOf(rounds(100'000, 3));
    EXPECT_LT(folded->rows.size(), 10U) << "the same three over and over";
    const auto plan = planOf(rounds(100'000, 9)); // longer than what is folded
    EXPECT_EQ(plan->rows.size(), 100'000U);
    EXPECT_EQ(plan->rowOf[99'999], 99'999);
}

TEST(SequencePlan, NeedsNoMessages)
{
    const auto plan = planOf({});
    EXPECT_TRUE(plan->rows.empty());
    EXPECT_EQ(plan->rowAt(10), 0U);
}

TEST(SequenceView, OpensTheLoopOfTheSelectedMessageWithReturn)
{
    ViewState state;
    SequenceView view(state);
    view.resize(600, 300);
    view.setPlan(planOf(rounds(3, 1)), false);
    QTest::keyClick(&view, Qt::Key_Return);
    EXPECT_FALSE(view.plan()->loops[0].isOpen) << "nothing is selected";
    QTest::keyClick(&view, Qt::Key_Down);
    EXPECT_EQ(state.selectedEvent(), base::EventIndex(0));
    QTest::keyClick(&view, Qt::Key_Return);
    EXPECT_TRUE(view.plan()->loops[0].isOpen);
    QTest::keyClick(&view, Qt::Key_Down);
    EXPECT_EQ(state.selectedEvent(), base::EventIndex(1));
}

TEST(SequenceView, PassesOverWhatIsFolded)
{
    ViewState state;
    SequenceView view(state);
    view.resize(600, 300);
    view.setPlan(planOf(rounds(7, 2)), false);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&view, Qt::Key_Down);
    EXPECT_EQ(state.selectedEvent(), base::EventIndex(6)) << "two of the block, then what comes after it";
    QTest::keyClick(&view, Qt::Key_Up);
    EXPECT_EQ(state.selectedEvent(), base::EventIndex(1));
}

} // namespace
} // namespace sagascope::ui
