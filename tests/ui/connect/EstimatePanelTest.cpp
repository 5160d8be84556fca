// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/EstimatePanel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/ui/connect/TestShelf.h"
#include "tests/ui/support/Picture.h"
#include "tests/unit/kafka/EmbeddedClusterTest.h"
#include "ui/connect/CheckPanel.h"
#include "ui/connect/ProfilesDialog.h"
#include "ui/shell/Language.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kPatienceMs = 30'000; ///< for what must happen; only a failing test waits that long

/// The clusters' dialog on an embedded broker with two topics that match.
class EstimatePanelTest : public kafka::EmbeddedClusterTest
{
protected:
    void SetUp() override
    {
        Language::current().apply(QStringLiteral("en"));
        EmbeddedClusterTest::SetUp();
        createTopic("dreamscape.payment.completed", 3);
        createTopic("dreamscape.booking.created");
        write("dreamscape.payment.completed", 40, 0);
        write("dreamscape.payment.completed", 7, 2);
        write("dreamscape.booking.created", 5);
        profile::ClusterProfile profile = test::named("dev");
        profile.bootstrap = m_profile.bootstrap;
        ASSERT_TRUE(shelf.save({profile}));
        dialog = std::make_unique<ProfilesDialog>(shelf, [](const QString&) {});
        panel = dialog->findChild<EstimatePanel*>();
        dialog->show();
    }

    [[nodiscard]] const session::EstimateReport& estimate()
    {
        static const session::EstimateReport kNone{};
        dialog->estimate();
        EXPECT_TRUE(QTest::qWaitFor([&] { return !panel->isRunning(); }, kPatienceMs));
        EXPECT_TRUE(panel->report()) << panel->accessibleName().toStdString();
        return panel->report() ? *panel->report() : kNone;
    }

    template <typename Input> Input* input(const char* name)
    {
        for (Input* found : dialog->findChildren<Input*>()) {
            if (found->accessibleName() == QLatin1StringView(name))
                return found;
        }
        ADD_FAILURE() << name;
        return nullptr;
    }

    void pick(const char* name, int row)
    {
        auto* box = input<QComboBox>(name);
        box->setCurrentIndex(row);
        Q_EMIT box->activated(row); // as a person's choice
    }

    [[nodiscard]] QString words() const
    {
        QString all;
        for (const QLabel* label : panel->findChildren<QLabel*>())
            all += label->text() + u'\n';
        return all;
    }

    test::TestShelf shelf;
    std::unique_ptr<ProfilesDialog> dialog;
    EstimatePanel* panel = nullptr;
};

TEST_F(EstimatePanelTest, SaysHowMuchWouldBeReadTheLargestTopicFirst)
{
    EXPECT_FALSE(panel->isVisible());
    EXPECT_EQ(estimate().estimate.records(), 52);
    const auto* table = panel->findChild<QTableWidget*>();
    ASSERT_EQ(table->rowCount(), 2);
    EXPECT_EQ(table->item(0, 0)->text(), QStringLiteral("dreamscape.payment.completed"));
    EXPECT_EQ(table->item(0, 1)->text(), QStringLiteral("3"));
    EXPECT_EQ(table->item(0, 2)->text(), QStringLiteral("47"));
    EXPECT_TRUE(panel->accessibleName().startsWith(QStringLiteral("52 records"))) << panel->accessibleName().toStdString();
    EXPECT_TRUE(words().contains(QStringLiteral("of memory")));
}

TEST_F(EstimatePanelTest, AnotherWindowIsAnotherEstimate)
{
    EXPECT_EQ(estimate().estimate.records(), 52);
    pick("Start at", 3);
    EXPECT_FALSE(panel->isVisible()) << "it spoke of another window";
    pick("Start at", 4);
    dialog->estimate();
    EXPECT_FALSE(panel->isRunning()) << "no offsets yet";
    QTest::keyClicks(input<QLineEdit>("Offsets to start at"), QStringLiteral("dreamscape.payment.completed[0]@38"));
    EXPECT_EQ(estimate().estimate.records(), 2);
}

TEST_F(EstimatePanelTest, AKeyCountsItsPartitionsOnly)
{
    pick("Look for", 1);
    QTest::keyClicks(input<QLineEdit>("What to look for"), QStringLiteral("bkg_1"));
    const session::EstimateReport& report = estimate();
    EXPECT_EQ(report.search, kafka::RecordSearch::byKey({"bkg_1"}));
    EXPECT_EQ(report.estimate.partitions(), 2) << "one of each topic";
    EXPECT_TRUE(words().contains(QStringLiteral("Only the partitions of the key")));
}

TEST_F(EstimatePanelTest, ASampleSavesMemoryAndSaysThatItSavesNoTransfer)
{
    input<QSpinBox>("Sagas of")->setValue(10);
    EXPECT_EQ(estimate().oneIn, 10U);
    EXPECT_TRUE(words().contains(QStringLiteral("not transfer"))) << words().toStdString();
}

TEST_F(EstimatePanelTest, StoppingAndFailingAreSaid)
{
    dialog->estimate();
    EXPECT_TRUE(panel->isRunning());
    panel->stop();
    EXPECT_FALSE(panel->isRunning());
    EXPECT_EQ(panel->accessibleName(), QStringLiteral("Stopped"));
    m_broker.reset();
    dialog->estimate();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->isRunning(); }, kPatienceMs));
    EXPECT_FALSE(panel->report());
    EXPECT_TRUE(words().contains(QStringLiteral("Test connection"))) << words().toStdString();
}

TEST_F(EstimatePanelTest, WhatItSaysStandsTogetherAtTheTop)
{
    dialog->estimate();
    QTest::qWait(0); // laid out
    const QList<QLabel*> labels = panel->findChildren<QLabel*>();
    ASSERT_EQ(labels.size(), 2);
    EXPECT_LT(labels[0]->geometry().bottom(), 40);
    EXPECT_LT(labels[1]->geometry().bottom(), 80);
    panel->stop();
}

TEST_F(EstimatePanelTest, TheTestAndTheEstimateTakeTurns)
{
    (void)estimate();
    dialog->test();
    auto* check = dialog->findChild<CheckPanel*>();
    EXPECT_TRUE(check->isVisible());
    EXPECT_FALSE(panel->isVisible());
    (void)estimate();
    EXPECT_FALSE(check->isVisible());
}

TEST_F(EstimatePanelTest, ClosingDoesNotWaitForIt)
{
    dialog->estimate();
    dialog.reset();
    QTest::qWait(50); // what the worker still posts finds nobody
}

TEST_F(EstimatePanelTest, IsDrawnInBothThemesAndLanguages)
{
    for (const ThemeKind theme : {ThemeKind::Dark, ThemeKind::Light}) {
        for (const char* language : {"en", "fr"}) {
            Language::current().apply(QLatin1StringView(language));
            Theme::current().apply(*qApp, theme);
            dialog = std::make_unique<ProfilesDialog>(shelf, [](const QString&) {});
            panel = dialog->findChild<EstimatePanel*>();
            dialog->show();
            (void)estimate();
            test::keepPicture(dialog->grab(), QStringLiteral("clusters-estimate-%1-%2").arg(theme == ThemeKind::Dark ? 0 : 1).arg(QLatin1StringView(language)));
            EXPECT_LE(dialog->minimumSizeHint().height(), 760);
            EXPECT_LE(dialog->minimumSizeHint().width(), 1240);
        }
    }
    Language::current().apply(QStringLiteral("en"));
    Theme::current().apply(*qApp, ThemeKind::Dark);
}

} // namespace
} // namespace sagascope::ui
