// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/EventDiff.h"

#include <gtest/gtest.h>

#include "core/event/Decoder.h"
#include "tests/support/Records.h"

namespace sagascope::ui {
namespace {

/// `payload /amount: 10 -> 12`, `header /tenant: + a`, `envelope /version: - 1.0`.
QStringList changes(const EventDiff& diff)
{
    static const QString parts[] = {QStringLiteral("record "), QStringLiteral("envelope "), QStringLiteral("header "), QStringLiteral("payload ")};
    QStringList lines;
    for (const auto& [part, change] : diff.changes) {
        const QString place = parts[int(part)] + change.pointer + QStringLiteral(": ");
        if (change.kind == JsonChange::Kind::Added)
            lines << place + QStringLiteral("+ ") + change.right;
        else if (change.kind == JsonChange::Kind::Removed)
            lines << place + QStringLiteral("- ") + change.left;
        else
            lines << place + change.left + QStringLiteral(" -> ") + change.right;
    }
    return lines;
}

EventDiff diffOf(const test::Record& left, const test::Record& right)
{
    store::EventStore store;
    event::Decoder decoder;
    for (const test::Record* record : {&left, &right})
        store.append(record->raw(), decoder.decode(record->raw()));
    return diffEvents(store.view(), base::EventIndex(0), base::EventIndex(1));
}

test::Record event(const std::string& payload, const std::string& version = "\"1.0\"")
{
    test::Body body;
    body.version = version;
    body.payload = payload;
    test::Record record("dreamscape.voyage.booking.created");
    return record.key("k").value(body.json());
}

TEST(EventDiff, TellsNothingOfEventsThatSayTheSameElsewhere)
{
    test::Record copy = event(R"({"amount":10})");
    copy.at(1, 77).time("2026-03-02T10:00:00Z");
    EXPECT_EQ(changes(diffOf(event(R"({"amount":10})"), copy)), QStringList());
}

TEST(EventDiff, TellsKeyEnvelopeHeadersAndPayloadApart)
{
    test::Record left = event(R"({"amount":10,"gone":true})");
    left.header("tenant", "a").header("trace", "t");
    test::Record right = event(R"({"amount":12,"new":"x"})", "\"2.0\"");
    right.key("q").header("tenant", "b");
    EXPECT_EQ(changes(diffOf(left, right)),
              QStringList({QStringLiteral("record /key: k -> q"), QStringLiteral("envelope /version: 1.0 -> 2.0"),
                           QStringLiteral("header /tenant: a -> b"), QStringLiteral("header /trace: - t"),
                           QStringLiteral("payload /amount: 10 -> 12"), QStringLiteral("payload /gone: - true"),
                           QStringLiteral("payload /new: + x")}));
}

TEST(EventDiff, ComparesHeadersOfOneNameInTheirOrderAndNullIsNoText)
{
    test::Record left = event("{}");
    left.header("x", "1").header("x", "2").nullHeader("n");
    test::Record right = event("{}");
    right.header("x", "1").header("x", "3").header("n", "null");
    EXPECT_EQ(changes(diffOf(left, right)), QStringList({QStringLiteral("header /x (2): 2 -> 3"), QStringLiteral("header /n: null -> null")}));
}

TEST(EventDiff, AMemberOfTheEnvelopeThatIsMissingOnOneSideIsRemoved)
{
    EXPECT_EQ(changes(diffOf(event("{}"), event("{}", ""))), QStringList({QStringLiteral("envelope /version: - 1.0")}));
}

TEST(EventDiff, ABareBodyIsAllPayload)
{
    test::Record bare("dreamscape.voyage.booking.created");
    bare.key("k").value(R"({"amount":10})");
    const QStringList lines = changes(diffOf(bare, event(R"({"amount":12})")));
    EXPECT_TRUE(lines.contains(QStringLiteral("payload /amount: 10 -> 12"))) << lines.join(u'\n').toStdString();
    EXPECT_TRUE(lines.contains(QStringLiteral("envelope /source: + voyage-service"))) << lines.join(u'\n').toStdString();
    EXPECT_FALSE(lines.join(u' ').contains(QStringLiteral("envelope /payload"))) << "told once is enough";
}

TEST(EventDiff, WhatHoldsNoEventIsComparedByItsValue)
{
    test::Record poison("dreamscape.voyage.booking.created");
    test::Record other = poison;
    poison.key("k").value("poison");
    other.key("k").value("venom");
    EXPECT_EQ(changes(diffOf(poison, other)), QStringList({QStringLiteral("record /value: poison -> venom")}));
}

TEST(EventDiff, MasksSecretsAndStillTellsThatTheyDiffer)
{
    test::Record left = event(R"({"resetToken":"s3cr3t-one"})");
    left.header("Authorization", "Bearer abc.def.ghi");
    test::Record right = event(R"({"resetToken":"s3cr3t-two"})");
    right.header("Authorization", "Bearer xyz.def.ghi");
    const QStringList lines = changes(diffOf(left, right));
    EXPECT_EQ(lines.size(), 2) << lines.join(u'\n').toStdString();
    EXPECT_FALSE(lines.join(u' ').contains(QStringLiteral("s3cr3t")));
    EXPECT_FALSE(lines.join(u' ').contains(QStringLiteral("ghi")));
}

TEST(EventDiff, FindsWhatDiffersFarBehindTheBeginningOfALongText)
{
    const std::string same(6000, 'a');
    const QStringList lines = changes(diffOf(event("{\"t\":\"" + same + "x\"}"), event("{\"t\":\"" + same + "y\"}")));
    ASSERT_EQ(lines.size(), 1) << "texts are cut for the screen, not for the comparison";
    const std::string shorter(1000, 'a');
    const QString line = changes(diffOf(event("{\"t\":\"" + shorter + "x\"}"), event("{\"t\":\"" + shorter + "y\"}"))).value(0);
    EXPECT_TRUE(line.contains(QStringLiteral("aax ->"))) << line.toStdString();
    EXPECT_LT(line.size(), 150);
}

} // namespace
} // namespace sagascope::ui
