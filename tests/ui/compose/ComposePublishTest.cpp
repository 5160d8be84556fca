// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QCheckBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

#include "tests/ui/compose/ComposeStage.h"
#include "ui/compose/EnvelopeForm.h"
#include "ui/compose/FieldBox.h"
#include "ui/compose/PublishBar.h"
#include "ui/compose/SentPanel.h"
#include "ui/shell/MessageBar.h"

namespace sagascope::ui {
namespace {

using test::ComposeOnBrokerTest;
using test::ComposeTest;
using test::waitFor;

bool isBack(SentPanel& sent, int rows)
{
    for (int row = 0; row < rows; ++row)
        if (sent.model().rowCount() < rows || !sent.model().at(row).event.isValid())
            return false;
    return true;
}

TEST_F(ComposeTest, WithoutASessionTheButtonSaysWhatIsMissing)
{
    auto* bar = part<PublishBar>();
    EXPECT_FALSE(bar->publishButton()->isEnabled());
    EXPECT_TRUE(bar->obstacle().contains(QStringLiteral("no cluster")));
}

TEST_F(ComposeTest, AFileHasNoClusterToPublishTo)
{
    room.clearTarget(NoTarget::File);
    EXPECT_FALSE(part<PublishBar>()->publishButton()->isEnabled());
    EXPECT_TRUE(part<PublishBar>()->obstacle().contains(QStringLiteral("reads a file")));
}

TEST_F(ComposeTest, AReadOnlyProfileIsNotPublishedTo)
{
    kafka::Profile profile;
    profile.name = "production";
    profile.bootstrap = "127.0.0.1:1";
    profile.isReadOnly = true;
    room.setTarget({profile, {}, {}});
    auto* bar = part<PublishBar>();
    EXPECT_EQ(bar->publishButton()->text(), QStringLiteral("Publish to production"));
    EXPECT_FALSE(bar->publishButton()->isEnabled());
    EXPECT_TRUE(bar->obstacle().contains(QStringLiteral("read-only")));
    room.publish();
    EXPECT_EQ(part<SentPanel>()->model().rowCount(), 0);
}

TEST_F(ComposeOnBrokerTest, APublishedEventIsAcknowledgedAndComesBackInItsSaga)
{
    room.chooseType("voyage.booking.created");
    auto* bar = part<PublishBar>();
    EXPECT_EQ(bar->publishButton()->text(), QStringLiteral("Publish to staging"));
    ASSERT_TRUE(bar->publishButton()->isEnabled()) << bar->obstacle().toStdString();
    const std::string id = room.draft().eventId;
    bar->publishButton()->click();
    auto* sent = part<SentPanel>();
    ASSERT_TRUE(waitFor([&] { return isBack(*sent, 1); }));

    const auto& entry = sent->model().at(0);
    EXPECT_EQ(entry.eventId.toStdString(), id);
    EXPECT_EQ(entry.delivery.topic, "dreamscape.voyage.booking.created");
    EXPECT_EQ(entry.delivery.offset, 0);
    EXPECT_EQ(entry.delivery.partition, room.preview().partition);
    const QString acknowledged = sent->model().index(0, SentModel::Acknowledgement).data().toString();
    EXPECT_TRUE(acknowledged.startsWith(QStringLiteral("[%1] @ 0 · acked ").arg(entry.delivery.partition)));
    EXPECT_TRUE(waitFor([&] { return sent->model().at(0).effect.startsWith(QStringLiteral("→ saga ")); }));
    EXPECT_TRUE(state.snapshot()->events.row(entry.event).has(store::EventFlag::Ours));
    EXPECT_NE(room.draft().eventId, id) << "the next one is another event";

    sent->table()->setCurrentIndex(sent->model().index(0, 0));
    EXPECT_EQ(state.selectedEvent(), entry.event);
    EXPECT_EQ(state.selectedSaga(), entry.saga);
}

TEST_F(ComposeOnBrokerTest, AReplyContinuesTheSagaOfItsEvent)
{
    room.chooseType("voyage.booking.created");
    const compose::Draft created = room.draft();
    room.publish();
    auto* sent = part<SentPanel>();
    ASSERT_TRUE(waitFor([&] { return isBack(*sent, 1); }));

    room.replyTo(sent->model().at(0).event);
    ASSERT_TRUE(waitFor([&] { return room.draft().causationId == created.eventId; }));
    settle();
    EXPECT_EQ(room.draft().correlationId, created.correlationId);
    EXPECT_EQ(room.draft().payload.at("bookingId"), created.payload.at("bookingId"));
    const auto replies = compose::likelyReplies("voyage.booking.created", *test::loadedCatalog());
    EXPECT_EQ(room.draft().eventType, replies.front());
    EXPECT_TRUE(part<EnvelopeForm>()->box(EnvelopeForm::Correlation)->hint().startsWith(QStringLiteral("continues saga ")));

    room.chooseType("payment.failed");
    EXPECT_EQ(room.draft().causationId, created.eventId) << "another type still answers the same event";
    room.publish();
    ASSERT_TRUE(waitFor([&] { return isBack(*sent, 2); }));
    EXPECT_TRUE(waitFor([&] { return sent->model().at(0).saga.isValid() && sent->model().at(0).saga == sent->model().at(1).saga; }));
}

TEST_F(ComposeOnBrokerTest, ABrokenEventNeedsADecision)
{
    room.chooseType("payment.failed");
    input<QLineEdit>("/amount")->setText(QStringLiteral("much"));
    settle();
    auto* bar = part<PublishBar>();
    EXPECT_FALSE(bar->publishButton()->isEnabled());
    ASSERT_TRUE(bar->overrideBox()->isVisible());
    bar->overrideBox()->click();
    ASSERT_TRUE(bar->publishButton()->isEnabled()) << bar->obstacle().toStdString();
    room.publish();
    ASSERT_TRUE(waitFor([&] { return isBack(*part<SentPanel>(), 1); }));
}

TEST_F(ComposeOnBrokerTest, CopiesAreDuplicatesOrEventsOfTheirOwn)
{
    room.chooseType("payment.failed");
    auto* bar = part<PublishBar>();
    bar->repeatBox()->setValue(3);
    room.publish();
    auto* sent = part<SentPanel>();
    ASSERT_TRUE(waitFor([&] { return sent->model().rowCount() == 3 && room.isSettled(); }));
    EXPECT_NE(sent->model().at(0).eventId, sent->model().at(1).eventId);

    bar->repeatBox()->setValue(2);
    bar->sameIdBox()->click();
    room.publish();
    ASSERT_TRUE(waitFor([&] { return isBack(*sent, 5) && room.isSettled(); }));
    EXPECT_EQ(sent->model().at(0).eventId, sent->model().at(1).eventId);
    const auto& events = state.snapshot()->events;
    EXPECT_EQ(events.record(sent->model().at(0).event)->records().front().value,
              events.record(sent->model().at(1).event)->records().front().value)
        << "byte by byte the same";
}

TEST_F(ComposeOnBrokerTest, ATopicNameThatKafkaRefusesIsToldBeforePublishing)
{
    room.chooseType("payment.failed");
    part<EnvelopeForm>()->input(EnvelopeForm::Topic)->setText(QStringLiteral("not a topic"));
    settle();
    EXPECT_FALSE(part<PublishBar>()->publishButton()->isEnabled());
    EXPECT_TRUE(part<PublishBar>()->obstacle().contains(QStringLiteral("not a topic")));
}

TEST_F(ComposeOnBrokerTest, WhatIsUnderWayCanBeCancelled)
{
    room.chooseType("payment.failed");
    broker->setDown();
    room.publish();
    auto* bar = part<PublishBar>();
    ASSERT_TRUE(bar->cancelButton()->isVisible());
    EXPECT_FALSE(bar->publishButton()->isEnabled());
    bar->cancelButton()->click();
    ASSERT_TRUE(waitFor([&] { return room.isSettled(); }));
    EXPECT_TRUE(part<MessageBar>()->isVisible());
    EXPECT_EQ(part<SentPanel>()->model().rowCount(), 0);
    EXPECT_TRUE(bar->publishButton()->isEnabled());
}

TEST_F(ComposeOnBrokerTest, ARealClusterIsNamedAndConfirmedFirst)
{
    kafka::Profile real = *started.profile;
    real.isEmbedded = false;
    room.setTarget({real, started.publisher, started.published});
    room.chooseType("payment.failed");
    room.publish();
    auto* box = room.findChild<QMessageBox*>();
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->text().contains(QStringLiteral("staging")));
    box->reject();
    ASSERT_TRUE(waitFor([&] { return room.isSettled(); }));
    EXPECT_EQ(part<SentPanel>()->model().rowCount(), 0);

    room.publish();
    ASSERT_TRUE(waitFor([&] { return room.findChild<QMessageBox*>() != nullptr; }));
    room.findChild<QMessageBox*>()->defaultButton()->click();
    ASSERT_TRUE(waitFor([&] { return isBack(*part<SentPanel>(), 1); }));
}

TEST_F(ComposeOnBrokerTest, ASessionThatEndsTakesItsClusterAway)
{
    room.chooseType("payment.failed");
    broker->setDown();
    room.publish();
    started.publisher.reset();
    ASSERT_TRUE(waitFor([&] { return room.isSettled(); }));
    state.reset();
    EXPECT_FALSE(part<PublishBar>()->publishButton()->isEnabled());
}

} // namespace
} // namespace sagascope::ui
