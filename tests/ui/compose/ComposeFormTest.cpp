// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

#include "tests/ui/compose/ComposeStage.h"
#include "ui/compose/EnvelopeForm.h"
#include "ui/compose/EventTypeModel.h"
#include "ui/compose/EventTypePanel.h"
#include "ui/compose/FieldBox.h"
#include "ui/compose/FieldEditor.h"
#include "ui/compose/ListEditor.h"
#include "ui/compose/PayloadForm.h"
#include "ui/compose/PublishBar.h"
#include "ui/compose/RecordView.h"

namespace sagascope::ui {
namespace {

using test::ComposeTest;

QToolButton* buttonNamed(QWidget* inside, const QString& text)
{
    for (auto* button : inside->findChildren<QToolButton*>())
        if (button->text() == text)
            return button;
    return nullptr;
}

TEST_F(ComposeTest, EachFieldGetsTheInputOfItsKind)
{
    room.chooseType("voyage.search.performed");
    EXPECT_NE(input<QComboBox>("/searchType"), nullptr);
    EXPECT_NE(input<QLineEdit>("/resultsCount"), nullptr);
    EXPECT_NE(buttonNamed(room.findChild<QWidget*>(QStringLiteral("field /searchedAt")), QStringLiteral("now")), nullptr);

    room.chooseType("user.consent.updated");
    auto* choice = input<QComboBox>("/marketing");
    ASSERT_NE(choice, nullptr);
    EXPECT_EQ(choice->itemText(0), QStringLiteral("true"));

    room.chooseType("notification.push.requested");
    EXPECT_NE(qobject_cast<ListEditor*>(room.findChild<QWidget*>(QStringLiteral("field /deviceTokens"))), nullptr);
    EXPECT_NE(input<QPlainTextEdit>("/data"), nullptr) << "an object without declared members is edited as JSON";
}

TEST_F(ComposeTest, RequiredFieldsSaySo)
{
    room.chooseType("payment.completed");
    auto* amount = input<QLineEdit>("/amount");
    ASSERT_NE(amount, nullptr);
    EXPECT_EQ(amount->accessibleName(), QStringLiteral("amount, required"));
    room.chooseType("voyage.booking.cancelled");
    auto* fee = input<QLineEdit>("/cancellationFee");
    ASSERT_NE(fee, nullptr);
    EXPECT_EQ(fee->accessibleName(), QStringLiteral("cancellationFee"));
}

TEST_F(ComposeTest, AFreshDraftIsValidForEveryTypeWithASchema)
{
    for (const catalog::DeclaredTopic& topic : test::loadedCatalog()->topics())
        for (const std::string& type : topic.eventTypes) {
            room.chooseType(type);
            EXPECT_TRUE(room.preview().isValid())
                << type << ": " << (room.preview().isValid() ? "" : room.preview().violations.front().message);
            EXPECT_EQ(room.draft().source, "qa-sagascope");
        }
}

TEST_F(ComposeTest, WhatIsTypedReachesTheDraftAsItsKind)
{
    room.chooseType("payment.completed");
    input<QLineEdit>("/amount")->setText(QStringLiteral("850"));
    input<QLineEdit>("/currency")->setText(QStringLiteral("CHF"));
    settle();
    EXPECT_EQ(room.draft().payload.at("amount"), 850);
    EXPECT_EQ(room.draft().payload.at("currency"), "CHF");
    EXPECT_NE(room.preview().body.find(R"("amount":850,"currency":"CHF")"), std::string::npos) << room.preview().body;
}

TEST_F(ComposeTest, AnEmptiedFieldIsLeftOutAndMissed)
{
    room.chooseType("payment.completed");
    input<QLineEdit>("/bookingId")->clear();
    settle();
    EXPECT_FALSE(room.draft().payload.contains("bookingId"));
    auto* editor = room.findChild<FieldEditor*>(QStringLiteral("field /bookingId"));
    EXPECT_EQ(editor->problem(), QStringLiteral("is required"));
    EXPECT_TRUE(input<QLineEdit>("/bookingId")->property("invalid").toBool());
}

TEST_F(ComposeTest, AWrongValueIsToldBesideItsFieldAndKeptAsTyped)
{
    room.chooseType("payment.completed");
    auto* editor = room.findChild<FieldEditor*>(QStringLiteral("field /amount"));
    input<QLineEdit>("/amount")->setText(QStringLiteral("much"));
    settle();
    EXPECT_EQ(editor->problem(), QStringLiteral("must be of type number"));
    EXPECT_NE(room.preview().body.find(R"("amount":"much")"), std::string::npos);

    input<QLineEdit>("/amount")->setText(QStringLiteral("-1"));
    settle();
    EXPECT_EQ(editor->problem(), QStringLiteral("must be at least 0"));

    input<QLineEdit>("/amount")->setText(QStringLiteral("1"));
    settle();
    EXPECT_EQ(editor->problem(), QString());
    EXPECT_FALSE(input<QLineEdit>("/amount")->property("invalid").toBool());
}

TEST_F(ComposeTest, ListElementsAreAddedAndRemoved)
{
    room.chooseType("notification.push.requested");
    auto* list = qobject_cast<ListEditor*>(room.findChild<QWidget*>(QStringLiteral("field /deviceTokens")));
    ASSERT_NE(list, nullptr);
    const int before = list->elementCount();
    auto* add = buttonNamed(list, QStringLiteral("Add element"));
    ASSERT_NE(add, nullptr);
    add->click();
    add->click();
    EXPECT_EQ(list->elementCount(), before + 2);
    input<QLineEdit>(("/deviceTokens/" + std::to_string(before + 1)).c_str())->setText(QStringLiteral("last"));
    buttonNamed(list, QStringLiteral("✕"))->click();
    ASSERT_TRUE(test::waitFor([&] { return list->elementCount() == before + 1; }));
    settle();
    const auto& tokens = room.draft().payload.at("deviceTokens");
    ASSERT_EQ(tokens.size(), std::size_t(before + 1));
    EXPECT_EQ(tokens.back(), "last");
}

TEST_F(ComposeTest, MembersOfAnObjectAreFieldsOfTheirOwn)
{
    room.chooseType("user.profile.updated");
    auto* firstName = input<QLineEdit>("/profile/firstName");
    ASSERT_NE(firstName, nullptr);
    firstName->setText(QStringLiteral("Ada"));
    settle();
    EXPECT_EQ(room.draft().payload.at("profile").at("firstName"), "Ada");
}

TEST_F(ComposeTest, TextThatIsNoJsonIsToldUntilItIs)
{
    room.chooseType("notification.push.requested");
    auto* data = input<QPlainTextEdit>("/data");
    data->setPlainText(QStringLiteral("{\"a\":"));
    settle();
    EXPECT_EQ(room.findChild<FieldEditor*>(QStringLiteral("field /data"))->problem(), QStringLiteral("is no JSON yet"));
    data->setPlainText(QStringLiteral("{\"a\": [1]}"));
    settle();
    EXPECT_EQ(room.draft().payload.at("data").dump(), R"({"a":[1]})");
    EXPECT_EQ(room.findChild<FieldEditor*>(QStringLiteral("field /data"))->problem(), QString());
}

TEST_F(ComposeTest, AnUnknownTypeIsWrittenAsJson)
{
    room.chooseType("loyalty.points.granted");
    EXPECT_FALSE(part<PayloadForm>()->hasFields());
    auto* text = part<PayloadForm>()->findChild<QPlainTextEdit*>();
    ASSERT_TRUE(text->isVisible());
    text->setPlainText(QStringLiteral("{\"points\": 12}"));
    settle();
    EXPECT_EQ(room.draft().payload.dump(), R"({"points":12})");
    EXPECT_EQ(room.preview().topic, "dreamscape.loyalty.points.granted");
    EXPECT_FALSE(room.preview().isTypeKnown);
}

TEST_F(ComposeTest, TheRecordOnScreenIsTheRecordThatWouldBeSent)
{
    room.chooseType("payment.failed");
    input<QLineEdit>("/paymentId")->setText(QStringLiteral("pay_88213"));
    part<EnvelopeForm>()->input(EnvelopeForm::Timestamp)->setText(QStringLiteral("2026-11-23T10:31:02.114Z"));
    settle();
    const auto expected = compose::RecordPreview::of(room.draft(), *test::loadedCatalog(), base::Timestamp());
    EXPECT_EQ(room.preview().body, expected.body);
    auto* view = part<RecordView>();
    view->setBytesShown(true);
    EXPECT_EQ(view->bodyText().toStdString(), expected.body);
    EXPECT_TRUE(view->routingText().contains(QStringLiteral("pay_88213")));
    EXPECT_TRUE(view->routingText().contains(QStringLiteral("%1 of 3").arg(*expected.partition)));
    for (const auto& header : expected.headers)
        EXPECT_TRUE(view->headersText().contains(QString::fromStdString(header.name)));
}

TEST_F(ComposeTest, EnvelopeFieldsReachTheRecord)
{
    room.chooseType("payment.failed");
    auto* envelope = part<EnvelopeForm>();
    envelope->input(EnvelopeForm::Correlation)->setText(QStringLiteral("corr-1"));
    envelope->input(EnvelopeForm::Cause)->setText(QStringLiteral("cause-1"));
    envelope->input(EnvelopeForm::Key)->setText(QStringLiteral("my-key"));
    envelope->input(EnvelopeForm::Topic)->setText(QStringLiteral("dreamscape.elsewhere"));
    envelope->input(EnvelopeForm::Version)->setText(QStringLiteral("one"));
    settle();
    EXPECT_EQ(room.draft().correlationId, "corr-1");
    EXPECT_EQ(room.draft().causationId, "cause-1");
    EXPECT_EQ(room.preview().key, "my-key");
    EXPECT_EQ(room.preview().topic, "dreamscape.elsewhere");
    EXPECT_FALSE(envelope->box(EnvelopeForm::Version)->problem().isEmpty());
}

TEST_F(ComposeTest, ADraftSurvivesAnotherType)
{
    room.chooseType("payment.failed");
    input<QLineEdit>("/errorCode")->setText(QStringLiteral("stolen_card"));
    settle();
    room.chooseType("voyage.booking.created");
    room.chooseType("payment.failed");
    EXPECT_EQ(input<QLineEdit>("/errorCode")->text(), QStringLiteral("stolen_card"));
    EXPECT_EQ(room.draft().payload.at("errorCode"), "stolen_card");
}

TEST_F(ComposeTest, AnEditCanBeTakenBack)
{
    room.chooseType("payment.failed");
    auto* line = input<QLineEdit>("/errorCode");
    const QString before = line->text();
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("x"));
    EXPECT_EQ(line->text(), QStringLiteral("x"));
    line->undo();
    settle();
    EXPECT_EQ(line->text(), before);
    EXPECT_EQ(room.draft().payload.at("errorCode"), before.toStdString());
}

TEST_F(ComposeTest, TheFilterFindsTypesByTheKeyboard)
{
    auto* types = part<EventTypePanel>();
    types->filter()->setFocus();
    QTest::keyClicks(types->filter(), QStringLiteral("refunded"));
    QTest::keyClick(types->filter(), Qt::Key_Return);
    EXPECT_EQ(room.draft().eventType, "payment.refunded");
    types->filter()->setText(QStringLiteral("loyalty.granted"));
    QTest::keyClick(types->filter(), Qt::Key_Return);
    EXPECT_EQ(room.draft().eventType, "loyalty.granted");
}

TEST(EventTypeModel, KeepsItsPromisesWhileFiltered)
{
    EventTypeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setCatalog(test::loadedCatalog());
    const int all = model.typeCount();
    EXPECT_GT(all, 39);
    model.setFilter(QStringLiteral("booking"));
    EXPECT_LT(model.typeCount(), all);
    EXPECT_TRUE(model.indexOf(QStringLiteral("voyage.booking.created")).isValid());
    EXPECT_FALSE(model.index(0).flags().testFlag(Qt::ItemIsEnabled)) << "headings are stepped over";
    model.setFilter(QString());
    EXPECT_EQ(model.typeCount(), all);
}

} // namespace
} // namespace sagascope::ui
