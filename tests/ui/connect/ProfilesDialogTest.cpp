// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/ProfilesDialog.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include <map>

#include <gtest/gtest.h>

#include "tests/ui/connect/TestShelf.h"
#include "tests/ui/support/Picture.h"
#include "ui/connect/CheckPanel.h"
#include "ui/connect/ProfileConnector.h"
#include "ui/connect/SecretsPrompt.h"
#include "ui/shell/Language.h"
#include "ui/shell/MessageBar.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kPatienceMs = 30'000; ///< for what must happen; only a failing test waits that long

profile::ClusterProfile secured(const std::string& name)
{
    profile::ClusterProfile profile = test::named(name);
    profile.security = {.mechanism = profile::SaslMechanism::Plain, .user = "alice"};
    return profile;
}

struct ProfilesDialogTest : testing::Test
{
    test::TestShelf shelf;

    void SetUp() override
    {
        Language::current().apply(QStringLiteral("en"));
        profile::ClusterProfile prod = secured("prod");
        prod.environment = kafka::Environment::Production;
        ASSERT_TRUE(shelf.save({test::named("dev"), prod}));
    }

    static QLineEdit* line(QDialog& dialog, const char* name)
    {
        for (QLineEdit* field : dialog.findChildren<QLineEdit*>())
            if (field->accessibleName() == QString::fromUtf8(name))
                return field;
        ADD_FAILURE() << name;
        return nullptr;
    }

    static QPushButton* button(QDialog& dialog, const char* text)
    {
        for (QPushButton* button : dialog.findChildren<QPushButton*>())
            if (button->text() == QLatin1StringView(text))
                return button;
        ADD_FAILURE() << text;
        return nullptr;
    }

    static void type(QDialog& dialog, const char* name, const char* text)
    {
        QLineEdit* field = line(dialog, name);
        field->selectAll();
        QTest::keyClicks(field, QLatin1StringView(text));
    }
};

TEST_F(ProfilesDialogTest, ConnectsToWhatIsChosenAndSavesWhatWasChanged)
{
    ProfilesDialog dialog(shelf, [](const QString&) {});
    dialog.show();
    EXPECT_FALSE(button(dialog, "Save")->isEnabled()) << "nothing to save yet";
    type(dialog, "Bootstrap servers", "broker-1:9092, broker-2:9092");
    EXPECT_TRUE(button(dialog, "Save")->isEnabled());
    button(dialog, "Connect")->click();
    ASSERT_TRUE(dialog.connected());
    EXPECT_EQ(dialog.connected()->bootstrap, "broker-1:9092,broker-2:9092");
    EXPECT_EQ(shelf.load()->front(), *dialog.connected());
}

TEST_F(ProfilesDialogTest, SaysWhatIsWrongWhileItIsTyped)
{
    ProfilesDialog dialog(shelf, [](const QString&) {});
    dialog.show();
    type(dialog, "Topics (pattern)", "(");
    EXPECT_FALSE(button(dialog, "Connect")->isEnabled());
    EXPECT_FALSE(button(dialog, "Test connection")->isEnabled());
    EXPECT_TRUE(line(dialog, "Topics (pattern)")->property("invalid").toBool());
    dialog.choose("prod");
    EXPECT_FALSE(button(dialog, "Connect")->isEnabled()) << "saving would lose the other";
    EXPECT_TRUE(button(dialog, "Test connection")->isEnabled());
    dialog.choose("dev");
    EXPECT_EQ(line(dialog, "Topics (pattern)")->text(), QStringLiteral("(")) << "half of it is not lost";
    type(dialog, "Topics (pattern)", "^a");
    EXPECT_TRUE(button(dialog, "Connect")->isEnabled());
}

TEST_F(ProfilesDialogTest, AProductionClusterIsReadOnlyUntilSomebodyUnticksIt)
{
    ProfilesDialog dialog(shelf, [](const QString&) {});
    dialog.show();
    dialog.choose("prod");
    QCheckBox* readOnly = nullptr;
    for (QCheckBox* box : dialog.findChildren<QCheckBox*>())
        if (box->text().contains(QStringLiteral("publish")))
            readOnly = box;
    ASSERT_NE(readOnly, nullptr);
    EXPECT_TRUE(readOnly->isChecked());
    readOnly->click();
    button(dialog, "Save")->click();
    EXPECT_FALSE(shelf.load()->back().isReadOnly());
    EXPECT_FALSE(dialog.connected()) << "saved only";
}

TEST_F(ProfilesDialogTest, WhatBecomesProductionBecomesReadOnly)
{
    ProfilesDialog dialog(shelf, [](const QString&) {});
    dialog.show();
    for (QComboBox* box : dialog.findChildren<QComboBox*>()) {
        if (box->accessibleName() != QStringLiteral("Environment"))
            continue;
        box->setFocus();
        QTest::keyClicks(box, QStringLiteral("prod"));
    }
    button(dialog, "Save")->click();
    EXPECT_EQ(shelf.load()->front().environment, kafka::Environment::Production);
    EXPECT_TRUE(shelf.load()->front().isReadOnly());
}

TEST_F(ProfilesDialogTest, AnImportShowsWhatItLeftOut)
{
    ProfilesDialog dialog(shelf, [](const QString&) {});
    dialog.show();
    profile::ImportedProfile imported;
    imported.profile = secured("client");
    imported.secrets.password = "pw";
    imported.remarks = {{profile::ImportRemarkKind::JavaTrustStore, "trust.jks", "keytool -list"},
                        {profile::ImportRemarkKind::UnknownProperty, "no.such"}};
    dialog.add(imported);
    auto* bar = dialog.findChild<MessageBar*>();
    EXPECT_TRUE(bar->accessibleName().contains(QStringLiteral("keytool -list"))) << bar->accessibleName().toStdString();
    EXPECT_TRUE(bar->accessibleName().contains(QStringLiteral("no.such")));
    EXPECT_EQ(line(dialog, "Password")->text(), QStringLiteral("pw"));
    EXPECT_EQ(line(dialog, "Password")->echoMode(), QLineEdit::Password);
    button(dialog, "Save")->click();
    EXPECT_EQ(shelf.kept.at("client").password, "pw");
}

TEST_F(ProfilesDialogTest, ATestAsksForThePasswordThatItNeeds)
{
    ProfilesDialog dialog(shelf, [](const QString&) {});
    dialog.show();
    dialog.activateWindow();
    dialog.choose("prod");
    button(dialog, "Test connection")->click();
    EXPECT_FALSE(dialog.findChild<CheckPanel*>()->isRunning());
    EXPECT_EQ(dialog.focusWidget(), line(dialog, "Password"));
}

TEST_F(ProfilesDialogTest, ATestTellsWhatFailed)
{
    ProfilesDialog dialog(shelf, [](const QString&) {});
    dialog.show();
    type(dialog, "Bootstrap servers", "127.0.0.1:1");
    button(dialog, "Test connection")->click();
    auto* check = dialog.findChild<CheckPanel*>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !check->isRunning(); }, kPatienceMs));
    ASSERT_FALSE(check->run().steps().empty());
    EXPECT_EQ(check->run().steps().back().fault, kafka::CheckFault::PortClosed);
    EXPECT_TRUE(check->accessibleName().startsWith(QStringLiteral("1 problem"))) << check->accessibleName().toStdString();
    type(dialog, "Bootstrap servers", "127.0.0.1:2");
    EXPECT_FALSE(check->isVisible()) << "it spoke of other settings";
}

TEST_F(ProfilesDialogTest, ClosingDoesNotWaitForATest)
{
    auto dialog = std::make_unique<ProfilesDialog>(shelf, [](const QString&) {});
    dialog->show();
    dialog->test();
    dialog.reset();
    QTest::qWait(50); // what the worker still posts finds nobody
}

TEST_F(ProfilesDialogTest, EverythingThatTakesTheFocusHasANameForEars)
{
    ProfilesDialog dialog(shelf, [](const QString&) {});
    dialog.show();
    dialog.choose("prod");
    for (QWidget* widget : dialog.findChildren<QWidget*>()) {
        if (!widget->isVisible() || !widget->isEnabled() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr)
            continue;
        QAccessibleInterface* told = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(told, nullptr);
        EXPECT_FALSE(told->text(QAccessible::Name).isEmpty()) << widget->metaObject()->className() << " in "
                                                               << widget->parentWidget()->metaObject()->className();
    }
}

TEST_F(ProfilesDialogTest, EveryKeyLeadsToOnePlace)
{
    for (const char* language : {"en", "fr"}) {
        Language::current().apply(QLatin1StringView(language));
        ProfilesDialog dialog(shelf, [](const QString&) {});
        std::map<QKeySequence, QString> places;
        const auto take = [&](const QString& text) {
            const QKeySequence key = QKeySequence::mnemonic(text);
            if (key.isEmpty())
                return;
            EXPECT_TRUE(places.emplace(key, text).second) << text.toStdString() << " and " << places[key].toStdString();
        };
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            take(label->text());
        for (const QAbstractButton* button : dialog.findChildren<QAbstractButton*>())
            take(button->text());
        EXPECT_GT(places.size(), 15U);
    }
    Language::current().apply(QStringLiteral("en"));
}

TEST_F(ProfilesDialogTest, ASearchIsOfOneLookAndLeavesNothingToSave)
{
    ProfilesDialog dialog(shelf, [](const QString&) {});
    dialog.show();
    for (QComboBox* box : dialog.findChildren<QComboBox*>()) {
        if (box->accessibleName() != QStringLiteral("Look for"))
            continue;
        box->setCurrentIndex(1);
        Q_EMIT box->activated(1); // as a person's choice
    }
    type(dialog, "What to look for", "bkg_1");
    EXPECT_FALSE(button(dialog, "Save")->isEnabled());
    EXPECT_TRUE(button(dialog, "Connect")->isEnabled());
    dialog.reject();
    EXPECT_FALSE(dialog.isVisible()) << "nothing would be lost, so nothing is asked";
}

TEST_F(ProfilesDialogTest, WithNothingSavedItOffersTheUsualPlace)
{
    ASSERT_TRUE(shelf.save({}));
    ProfilesDialog dialog(shelf, [](const QString&) {});
    dialog.show();
    EXPECT_EQ(line(dialog, "Bootstrap servers")->text(), QStringLiteral("localhost:9092"));
    dialog.reject();
    EXPECT_FALSE(dialog.isVisible()) << "nothing was typed, so nothing is asked";
    EXPECT_TRUE(shelf.load()->empty());
}

TEST_F(ProfilesDialogTest, IsDrawnInBothThemesAndLanguages)
{
    profile::ImportedProfile imported;
    imported.profile = secured("client");
    imported.profile.bootstrap = "127.0.0.1:1";
    imported.profile.security = {.isTls = true, .caFile = "/etc/kafka/trust.jks.pem", .certificateFile = "/etc/kafka/me.p12",
                                 .mechanism = profile::SaslMechanism::OAuthBearer, .user = "me", .tokenEndpoint = "https://login.example.com"};
    imported.profile.environment = kafka::Environment::Staging;
    imported.secrets.password = "pw";
    imported.remarks = {{profile::ImportRemarkKind::JavaTrustStore, "trust.jks", "keytool -list -rfc -keystore trust.jks > trust.jks.pem"},
                        {profile::ImportRemarkKind::NotNeeded, "group.id"}};
    for (const ThemeKind theme : {ThemeKind::Dark, ThemeKind::Light}) {
        for (const char* language : {"en", "fr"}) {
            Language::current().apply(QLatin1StringView(language));
            Theme::current().apply(*qApp, theme);
            ProfilesDialog dialog(shelf, [](const QString&) {});
            dialog.show();
            const QString name = QStringLiteral("clusters-%1-%2-").arg(theme == ThemeKind::Dark ? 0 : 1).arg(QLatin1StringView(language));
            dialog.choose("prod");
            test::keepPicture(dialog.grab(), name + QStringLiteral("prod"));
            dialog.add(imported);
            test::keepPicture(dialog.grab(), name + QStringLiteral("import"));
            dialog.choose("dev");
            dialog.findChild<MessageBar*>()->clear();
            type(dialog, language[0] == 'e' ? "Bootstrap servers" : "Serveurs d’amorçage", "127.0.0.1:1");
            dialog.test();
            auto* check = dialog.findChild<CheckPanel*>();
            ASSERT_TRUE(QTest::qWaitFor([&] { return !check->isRunning(); }, kPatienceMs));
            QTest::keyClick(&dialog, Qt::Key_F1);
            test::keepPicture(dialog.grab(), name + QStringLiteral("test"));
            EXPECT_LE(dialog.minimumSizeHint().height(), 760);
            EXPECT_LE(dialog.minimumSizeHint().width(), 1240);
            SecretsPrompt prompt(secured("prod"), {});
            test::keepPicture(prompt.grab(), name + QStringLiteral("prompt"));
        }
    }
    Language::current().apply(QStringLiteral("en"));
    Theme::current().apply(*qApp, ThemeKind::Dark);
}

/// Answers the prompt for secrets as soon as it is there.
void answerPrompt(const QString& password)
{
    auto* timer = new QTimer;
    QObject::connect(timer, &QTimer::timeout, timer, [timer, password] {
        auto* prompt = qobject_cast<SecretsPrompt*>(QApplication::activeModalWidget());
        if (prompt == nullptr)
            return;
        timer->deleteLater();
        prompt->findChildren<QLineEdit*>().front()->setText(password);
        prompt->accept();
    });
    timer->start(10);
}

TEST_F(ProfilesDialogTest, AClusterIsConnectedToWithTheSecretsThatAreKnownOrAskedFor)
{
    QWidget window;
    ProfileConnector connector(shelf, &window);
    std::vector<kafka::Profile> wanted;
    QObject::connect(&connector, &ProfileConnector::wanted, &window,
                     [&](const kafka::Profile& profile, const profile::Scope&) { wanted.push_back(profile); });
    connector.connectTo(test::named("dev"));
    ASSERT_EQ(wanted.size(), 1U) << "it needs none";
    answerPrompt(QStringLiteral("typed"));
    connector.connectTo(secured("prod"));
    ASSERT_EQ(wanted.size(), 2U);
    EXPECT_EQ(wanted[1].security.at("sasl.password"), "typed");
    connector.connectTo(secured("prod"));
    ASSERT_EQ(wanted.size(), 3U) << "asked once";
    EXPECT_EQ(wanted[2].security.at("sasl.password"), "typed");
    EXPECT_EQ(shelf.kept.at("prod").password, "typed");
}

} // namespace
} // namespace sagascope::ui
