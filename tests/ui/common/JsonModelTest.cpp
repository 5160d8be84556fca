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

TEST(SecretMask, KnowsSecretsByNameAndByForm)
{
    EXPECT_TRUE(isSecretName(u"resetToken"));
    EXPECT_TRUE(isSecretName(u"user_PASSWORD"));
    EXPECT_FALSE(isSecretName(u"bookingId"));
    EXPECT_TRUE(isSecretValue(u"4111 1111 1111 1111"));
    EXPECT_FALSE(isSecretValue(u"4111 1111 1111 1112"));
    EXPECT_TRUE(isSecretValue(u"eyJhbGciOiJIUzI1NiJ9.e30.c2ln"));
    EXPECT_FALSE(isSecretValue(u"BOOK-20261123-AB12C"));
}

TEST(SecretMask, MasksRawTextAndWhatIsEncodedInIt)
{
    const QString masked = maskedText(QStringLiteral(R"({"a":"b","resetToken": "s3cr3t","inner":"{\"password\":\"hush\"}"})"));
    EXPECT_FALSE(masked.contains(QStringLiteral("s3cr3t"))) << masked.toStdString();
    EXPECT_FALSE(masked.contains(QStringLiteral("hush"))) << masked.toStdString();
    EXPECT_TRUE(masked.contains(QStringLiteral(R"("a":"b")")));
}

} // namespace
} // namespace sagascope::ui
