// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/JsonDiff.h"

#include <gtest/gtest.h>

#include "core/event/Decoder.h"
#include "tests/support/Records.h"

namespace sagascope::ui {
namespace {

JsonDocument payload(const char* json)
{
    event::Decoder decoder;
    const auto record = test::eventRecord("payment.completed", 1, json);
    const auto decoded = decoder.decode(record.raw());
    return documentOf(std::get<event::Event>(decoded).payload);
}

/// `/amount: 10 -> 12`, `/reason: + declined`, `/reason: - declined`.
QStringList changes(const char* left, const char* right)
{
    QStringList lines;
    for (const JsonChange& change : differences(payload(left), payload(right))) {
        if (change.kind == JsonChange::Kind::Added)
            lines << change.pointer + QStringLiteral(": + ") + change.right;
        else if (change.kind == JsonChange::Kind::Removed)
            lines << change.pointer + QStringLiteral(": - ") + change.left;
        else
            lines << change.pointer + QStringLiteral(": ") + change.left + QStringLiteral(" -> ") + change.right;
    }
    return lines;
}

TEST(JsonDiff, EqualDocumentsDoNotDifferWhateverTheirOrder)
{
    EXPECT_EQ(changes(R"({"a":1,"b":[1,{"c":null}]})", R"({"b":[1,{"c":null}],"a":1.0})"), QStringList());
}

TEST(JsonDiff, NamesWhatChangedWasAddedAndRemoved)
{
    EXPECT_EQ(changes(R"({"amount":10,"card":"visa","gone":true})", R"({"amount":12,"card":"visa","new":"x"})"),
              QStringList({QStringLiteral("/amount: 10 -> 12"), QStringLiteral("/gone: - true"), QStringLiteral("/new: + x")}));
}

TEST(JsonDiff, GoesIntoObjectsAndArrays)
{
    EXPECT_EQ(changes(R"({"items":[{"id":1,"price":5},{"id":2}]})", R"({"items":[{"id":1,"price":6}]})"),
              QStringList({QStringLiteral("/items/0/price: 5 -> 6"), QStringLiteral("/items/1: - { \"id\": 2 }")}));
}

TEST(JsonDiff, ATextIsNoNumberAndAnObjectNoText)
{
    EXPECT_EQ(changes(R"({"a":1,"b":{"c":1}})", R"({"a":"1","b":"c"})"),
              QStringList({QStringLiteral("/a: 1 -> 1"), QStringLiteral("/b: { \"c\": 1 } -> c")}));
}

TEST(JsonDiff, SecretsStayMaskedWhereverTheyLie)
{
    const auto found = differences(payload(R"({"resetToken":"s3cr3t","nested":{"password":"hidden","n":1}})"),
                                   payload(R"({"resetToken":"0ther","list":[{"password":"hidden"}]})"));
    ASSERT_EQ(found.size(), 3U);
    for (const JsonChange& change : found)
        for (const QString& text : {change.left, change.right})
            for (const char* secret : {"s3cr3t", "0ther", "hidden"})
                EXPECT_FALSE(text.contains(QLatin1String(secret))) << qPrintable(change.pointer);
    EXPECT_TRUE(found[0].isSecret);
}

TEST(JsonDiff, SomethingAgainstNothing)
{
    EXPECT_EQ(differences({}, {}).size(), 0U);
    const auto added = differences({}, payload(R"({"a":1})"));
    ASSERT_EQ(added.size(), 1U);
    EXPECT_EQ(added[0].kind, JsonChange::Kind::Added);
}

} // namespace
} // namespace sagascope::ui
