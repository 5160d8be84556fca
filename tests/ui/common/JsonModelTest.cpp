// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

#include "core/event/Decoder.h"
#include "tests/support/Records.h"
#include "ui/common/JsonTree.h"
#include "ui/common/SecretMask.h"

namespace sagascope::ui {
namespace {

JsonDocument payload(const char* json)
{
    event::Decoder decoder;
    const auto record = test::eventRecord("auth.password.reset.requested", 1, json);
    const auto decoded = decoder.decode(record.raw());
    return documentOf(std::get<event::Event>(decoded).payload);
}

TEST(JsonModel, KeepsTheRulesOfModels)
{
    JsonModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setDocument(payload(R"({"a":1,"list":[1,{"b":null}],"empty":{}})"));
    EXPECT_EQ(model.rowCount(), 3);
    const QModelIndex list = model.index(1, 0);
    EXPECT_EQ(model.rowCount(list), 2);
    EXPECT_EQ(model.data(model.index(1, 1), Qt::DisplayRole).toString(), QStringLiteral("[ 2 ]"));
    model.setDocument({});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(JsonModel, MasksSecretsUntilAsked)
{
    JsonModel model;
    model.setDocument(payload(R"({"email":"a@b.c","resetToken":"s3cr3t"})"));
    EXPECT_TRUE(model.hasSecrets());
    const QModelIndex token = model.index(1, 1);
    EXPECT_FALSE(model.data(token, Qt::DisplayRole).toString().contains(QStringLiteral("s3cr3t")));
    model.setMasked(false);
    EXPECT_EQ(model.data(token, Qt::DisplayRole).toString(), QStringLiteral("\"s3cr3t\""));
}

TEST(JsonDocument, WritesItselfAsJsonAndNamesItsPlaces)
{
    const JsonDocument document = payload(R"({"a/b":[true,"x\"y"],"password":"p"})");
    EXPECT_EQ(pointerOf(document, 2), QStringLiteral("/a~1b/0"));
    EXPECT_EQ(toJsonText(document, 0, true),
              QStringLiteral("{\n  \"a/b\": [\n    true,\n    \"x\\\"y\"\n  ],\n  \"password\": \"%1\"\n}").arg(maskedValue()));
}

TEST(JsonDocument, HidesAllThatLiesUnderASecretNameAndWhatIsEncodedInATextAlike)
{
    const JsonDocument document = payload(R"({"tokens":["s3cr3t",{"deep":4711}],"note":"{\"password\":\"hush\",\"n\":1}"})");
    const QString shown = toJsonText(document, 0, true);
    for (const char* secret : {"s3cr3t", "4711", "hush"})
        EXPECT_FALSE(shown.contains(QLatin1StringView(secret))) << qPrintable(shown);
    EXPECT_TRUE(shown.contains(QStringLiteral("\\\"n\\\":1"))) << "the rest of the text stays: " << qPrintable(shown);
    EXPECT_TRUE(toJsonText(document, 0, false).contains(QStringLiteral("hush")));
}

} // namespace
} // namespace sagascope::ui
