// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/EnvelopeCheck.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QTabWidget>
#include <QToolButton>
#include <QPlainTextEdit>
#include <QtTest>

#include <gtest/gtest.h>

#include "tests/ui/support/Traffic.h"
#include "ui/common/EventDetails.h"
#include "ui/common/EventReading.h"
#include "ui/common/FindingList.h"
#include "ui/common/JsonTree.h"
#include "ui/common/KeyValueList.h"
#include "ui/common/PayloadView.h"

namespace sagascope::ui {
namespace {

/// Events of a session, read as the details do.
class EnvelopeCheckTest : public testing::Test
{
protected:
    EventReading reading(const test::Record& record)
    {
        traffic.feed({record});
        const auto& snapshot = *traffic.state.snapshot();
        return readEvent(snapshot, base::EventIndex(std::uint32_t(snapshot.events.size() - 1)));
    }

    /// `eventId valid, eventType odd eventtype-topic-mismatch, …`
    static QString checks(const EventReading& reading)
    {
        static const QString states[] = {QStringLiteral("valid"), QStringLiteral("odd"), QStringLiteral("missing"), QStringLiteral("not-sent")};
        QStringList words;
        for (const MemberCheck& check : reading.checks) {
            QString word = check.name + u' ' + states[int(check.state)];
            for (const MemberRule& rule : check.rules)
                word += u' ' + QString::fromUtf8(base::ruleName(rule.rule).data(), qsizetype(base::ruleName(rule.rule).size()));
            words << word;
        }
        return words.join(QStringLiteral(", "));
    }

    static test::Record recordOf(const test::Body& body)
    {
        test::Record record("dreamscape.voyage.booking.created");
        return record.key("b-1").value(body.json());
    }

    test::TrafficSession traffic;
};

TEST_F(EnvelopeCheckTest, HasNineMembersInTheOrderOfTheSpecification)
{
    test::Body body;
    body.correlationId = "\"" + test::uuid(7) + "\"";
    QStringList names;
    for (const MemberCheck& check : reading(recordOf(body)).checks)
        names << check.name;
    EXPECT_EQ(names.join(u' '), QStringLiteral("eventId eventType timestamp version source correlationId causationId metadata payload"));
}

TEST_F(EnvelopeCheckTest, TellsValidOddMissingAndLeftOutApart)
{
    test::Body body;
    body.eventId = "\"42\"";
    body.version.clear();
    body.payload.clear();
    const QString said = checks(reading(recordOf(body)));
    EXPECT_TRUE(said.startsWith(QStringLiteral("eventId odd eventid-not-uuid, eventType valid, timestamp valid, version missing "))) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral("source valid, correlationId missing correlation-missing, causationId not-sent, metadata not-sent, payload missing payload-missing")))
        << said.toStdString();
}

TEST_F(EnvelopeCheckTest, NothingOfABareMessageIsThere)
{
    test::Record bare("dreamscape.voyage.booking.created");
    bare.key("b-1").value(R"({"bookingId":"b-1"})");
    const QString said = checks(reading(bare));
    EXPECT_TRUE(said.startsWith(QStringLiteral("eventId missing, eventType missing, timestamp missing, version missing"))) << said.toStdString();
}

TEST_F(EnvelopeCheckTest, AWrongTypeIsTheMembersOwnAffair)
{
    test::Body body;
    body.source = "17";
    const QString said = checks(reading(recordOf(body)));
    EXPECT_TRUE(said.contains(QStringLiteral("source odd envelope-type-error"))) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral("eventType valid, timestamp valid"))) << said.toStdString();
}

TEST_F(EnvelopeCheckTest, ExplainsItselfInWords)
{
    test::Body body;
    body.eventId = "\"42\"";
    const EventReading read = reading(recordOf(body));
    EXPECT_TRUE(memberExplanation(read.checks[0]).startsWith(QStringLiteral("eventid-not-uuid (42): "))) << memberExplanation(read.checks[0]).toStdString();
    EXPECT_FALSE(memberExplanation(read.checks[6]).isEmpty()) << "that it may be left out";
}

/// What the tree says beside a member.
QString hint(const JsonModel& model, const QString& name)
{
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, 0).data().toString() == name)
            return model.index(row, 2).data().toString();
    return QStringLiteral("(no such row)");
}

TEST_F(EnvelopeCheckTest, ThePayloadIsHeldAgainstTheSchemaOfItsType)
{
    test::Body body;
    body.eventType = "\"payment.completed\"";
    body.payload = R"({"paymentId":"p-1","amount":"a lot","surprise":true})";
    test::Record record("dreamscape.payment.completed");
    const EventReading read = reading(record.key("p-1").value(body.json()));
    JsonModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setDocument(read.payload, read.hints);
    EXPECT_TRUE(hint(model, QStringLiteral("surprise")).startsWith(QStringLiteral("not in schema")));
    EXPECT_TRUE(hint(model, QStringLiteral("amount")).startsWith(QStringLiteral("should be number"))) << hint(model, QStringLiteral("amount")).toStdString();
    EXPECT_TRUE(hint(model, QStringLiteral("currency")).startsWith(QStringLiteral("required but missing"))) << hint(model, QStringLiteral("currency")).toStdString();
    const QString json = toJsonText(read.payload, 0, true);
    EXPECT_FALSE(json.contains(QStringLiteral("currency"))) << "what is missing is shown, and never copied";
    EXPECT_EQ(json.count(u','), 2) << json.toStdString();
}

TEST_F(EnvelopeCheckTest, TheTextSaysTheSameBehindItsLines)
{
    test::Body body;
    body.eventType = "\"payment.completed\"";
    body.payload = R"({"paymentId":"p-1","resetToken":"s3cr3t"})";
    test::Record record("dreamscape.payment.completed");
    const EventReading read = reading(record.key("p-1").value(body.json()));
    const QStringList lines = annotatedText(read.payload, read.hints, true).split(u'\n');
    EXPECT_EQ(lines.first(), QStringLiteral("{"));
    EXPECT_TRUE(lines[1].startsWith(QStringLiteral("  \"paymentId\": \"p-1\","))) << lines[1].toStdString();
    EXPECT_EQ(lines[2], QStringLiteral("  \"resetToken\": \"••••••••\"   ← not in schema"));
    EXPECT_TRUE(lines[3].contains(QStringLiteral("← required but missing"))) << lines[3].toStdString();
    EXPECT_EQ(lines.last(), QStringLiteral("}"));
}

TEST_F(EnvelopeCheckTest, WithoutASchemaThereAreNoHints)
{
    test::Body body;
    body.eventType = "\"some.thing\"";
    test::Record record("dreamscape.some.thing");
    const EventReading read = reading(record.value(body.json()));
    EXPECT_TRUE(read.hints.empty());
    JsonModel model;
    model.setDocument(read.payload, read.hints);
    EXPECT_EQ(model.columnCount({}), 2);
}

TEST_F(EnvelopeCheckTest, TheDetailsMarkMembersAndLeadToTheFindings)
{
    EventDetails details(traffic.state);
    details.resize(500, 700);
    details.setVisible(true);
    test::Body body;
    body.eventId = "\"42\"";
    traffic.feed({recordOf(body)});
    traffic.state.selectEvent(base::EventIndex(0));
    ASSERT_TRUE(QTest::qWaitFor([&] { return details.isSettled(); }, 30'000));
    QLabel* odd = nullptr;
    int valid = 0;
    for (QLabel* label : details.findChildren<QLabel*>()) {
        valid += label->text().contains(QStringLiteral("✓ valid")) && label->isVisible() ? 1 : 0;
        if (label->text().contains(QStringLiteral("! odd")) && label->isVisible() && !odd)
            odd = label;
    }
    EXPECT_GE(valid, 4);
    ASSERT_NE(odd, nullptr);
    EXPECT_TRUE(odd->toolTip().contains(QStringLiteral("eventid-not-uuid")));
    Q_EMIT odd->linkActivated(QStringLiteral("findings"));
    EXPECT_EQ(details.findChild<QTabWidget*>()->currentWidget(), details.findChild<FindingList*>());
}

TEST_F(EnvelopeCheckTest, ThePayloadKeepsItsRoomBelowTheEnvelopeOrBesideIt)
{
    EventDetails details(traffic.state);
    details.resize(400, 260);
    details.setVisible(true);
    traffic.feed({recordOf(test::Body())});
    traffic.state.selectEvent(base::EventIndex(0));
    ASSERT_TRUE(QTest::qWaitFor([&] { return details.isSettled(); }, 30'000));
    const auto* payload = details.findChild<PayloadView*>();
    const auto* envelope = details.findChild<KeyValueList*>();
    const auto place = [&](const QWidget* part) { return part->mapTo(&details, QPoint(0, 0)); };
    EXPECT_GE(payload->height(), 140);
    EXPECT_GT(place(payload).y(), place(envelope).y());
    details.resize(1100, 260);
    QTest::qWait(0);
    EXPECT_GE(payload->height(), 140);
    EXPECT_GT(place(payload).x(), place(envelope).x() + 300);
}

} // namespace
} // namespace sagascope::ui
