// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SearchField.h"

#include <QInputDialog>
#include <QLabel>
#include <QSettings>
#include <QTest>
#include <QVBoxLayout>

#include <gtest/gtest.h>

#include "tests/ui/support/Traffic.h"
#include "ui/shell/Language.h"
#include "ui/shell/SavedSearches.h"
#include "ui/shell/SearchPopup.h"

namespace sagascope::ui {
namespace {

constexpr int kPatienceMs = 30'000;

struct SearchFieldTest : testing::Test
{
    test::StoryWriter writer;
    test::TrafficSession traffic;
    QWidget window;
    SearchField* field = new SearchField(traffic.state, &window);

    void SetUp() override
    {
        Language::current().apply(QStringLiteral("en"));
        QSettings().remove(QStringLiteral("search/recent"));
        QSettings().remove(QStringLiteral("search/saved"));
        traffic.feed(writer.confirmedBooking(7, 0));
        window.resize(900, 600);
        field->setGeometry(500, 4, 380, 28);
        window.show();
        window.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
        field->setFocus();
    }

    QStringList offered() const
    {
        QStringList texts;
        for (const SearchPopup::Entry& entry : field->popup().entries())
            texts << entry.text;
        return texts;
    }

    bool isOffered(const QString& text)
    {
        return QTest::qWaitFor([&] { return field->popup().isVisible() && offered().contains(text); }, kPatienceMs);
    }
};

TEST_F(SearchFieldTest, TellsTheRoomsWhatIsAQueryAndKeepsTheRestToItself)
{
    QTest::keyClicks(field, QStringLiteral("booking:BK-7"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return traffic.state.searchText() == QLatin1String("booking:BK-7"); }, kPatienceMs));
    QTest::keyClicks(field, QStringLiteral(" state:comp"));
    ASSERT_TRUE(field->error());
    EXPECT_EQ(field->error()->span, (session::QuerySpan{19, 4}));
    QTest::qWait(300);
    EXPECT_EQ(traffic.state.searchText(), QStringLiteral("booking:BK-7"));
    QTest::keyClicks(field, QStringLiteral("leted"));
    EXPECT_FALSE(field->error());
    EXPECT_TRUE(QTest::qWaitFor([&] { return traffic.state.searchText().endsWith(QLatin1String("completed")); }, kPatienceMs));
}

TEST_F(SearchFieldTest, ExplainsTheMistakeBelow)
{
    QTest::keyClicks(field, QStringLiteral("duration:>5"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !field->popup().problem().isEmpty(); }, kPatienceMs));
    EXPECT_TRUE(field->popup().problem().contains(QLatin1String("duration:>5s"))) << field->popup().problem().toStdString();
    EXPECT_TRUE(field->popup().isVisible());
    EXPECT_FALSE(window.grab().isNull());
}

TEST_F(SearchFieldTest, TheExampleIsOneThatTheFieldTakes)
{
    QTest::keyClicks(field, QStringLiteral("payload.amount:>abc"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !field->popup().problem().isEmpty(); }, kPatienceMs));
    EXPECT_TRUE(field->popup().problem().endsWith(QStringLiteral("payload.amount:>500"))) << field->popup().problem().toStdString();
}

TEST_F(SearchFieldTest, TheExplanationIsReadableHoweverNarrowTheField)
{
    field->setGeometry(770, 4, 110, 28);
    QTest::keyClicks(field, QStringLiteral("duration:>5"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return field->popup().isVisible() && !field->popup().problem().isEmpty(); }, kPatienceMs));
    EXPECT_GE(field->popup().width(), 300);
    for (const QLabel* label : field->popup().findChildren<QLabel*>())
        if (label->text() == field->popup().problem()) {
            EXPECT_GE(label->height(), label->heightForWidth(label->width()));
        }
}

TEST_F(SearchFieldTest, CompletesFieldsAndValuesFromTheKeyboard)
{
    QTest::keyClicks(field, QStringLiteral("sta"));
    ASSERT_TRUE(isOffered(QStringLiteral("state:")));
    QTest::keyClick(field, Qt::Key_Tab);
    EXPECT_EQ(field->text(), QStringLiteral("state:"));
    ASSERT_TRUE(isOffered(QStringLiteral("completed")));
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_EQ(field->text(), QStringLiteral("state:completed "));
    EXPECT_FALSE(field->popup().isVisible());
}

TEST_F(SearchFieldTest, OffersIdsThatAreThere)
{
    QTest::keyClicks(field, QStringLiteral("booking:bk"));
    EXPECT_TRUE(isOffered(QStringLiteral("BK-7")));
}

TEST_F(SearchFieldTest, AQuestionMarkShowsTheLanguage)
{
    QTest::keyClicks(field, QStringLiteral("?"));
    EXPECT_TRUE(field->popup().isVisible());
    EXPECT_TRUE(offered().contains(QStringLiteral("state:failed or state:stalled")));
    QTest::qWait(300);
    EXPECT_EQ(traffic.state.searchText(), QString()) << "it is no search";
}

TEST_F(SearchFieldTest, RemembersWhatWasSearched)
{
    QTest::keyClicks(field, QStringLiteral("state:completed"));
    QTest::keyClick(field, Qt::Key_Return);
    field->clear();
    QTest::keyClick(field, Qt::Key_Down);
    EXPECT_TRUE(field->popup().isVisible());
    EXPECT_EQ(offered(), QStringList{QStringLiteral("state:completed")});
    QTest::keyClick(field, Qt::Key_Escape);
    EXPECT_FALSE(field->popup().isVisible());
}

TEST_F(SearchFieldTest, ASearchWithANameComesBack)
{
    SavedSearches::keep({QStringLiteral("Paid & refused"), QStringLiteral("type:payment.failed")});
    SavedSearches::keep({QStringLiteral("large"), QStringLiteral("payload.amount:>500")});
    SavedSearches::keep({QStringLiteral("LARGE"), QStringLiteral("payload.amount:>900")});
    ASSERT_EQ(SavedSearches::all().size(), 2U) << "one name, one search";

    QTest::keyClick(field, Qt::Key_Down);
    EXPECT_EQ(offered(), (QStringList{QStringLiteral("payload.amount:>900"), QStringLiteral("type:payment.failed")}));
    QTest::keyClick(field, Qt::Key_Escape);

    auto* menu = field->findChild<SavedSearchMenu*>();
    ASSERT_NE(menu, nullptr);
    Q_EMIT menu->aboutToShow();
    EXPECT_EQ(menu->actions()[1]->text(), QStringLiteral("Paid && refused\ttype:payment.failed"));
    menu->actions()[1]->trigger();
    EXPECT_EQ(field->text(), QStringLiteral("type:payment.failed"));
    EXPECT_EQ(traffic.state.searchText(), QStringLiteral("type:payment.failed"));

    SavedSearches::forget(QStringLiteral("large"));
    EXPECT_EQ(SavedSearches::all(), (std::vector{SavedSearches::Search{QStringLiteral("Paid & refused"), QStringLiteral("type:payment.failed")}}));
}

TEST_F(SearchFieldTest, AMenuSavesWhatIsTypedUnlessItIsNoQuery)
{
    auto* menu = field->findChild<SavedSearchMenu*>();
    const auto open = [&](const QString& text) {
        field->setText(text);
        QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        EXPECT_TRUE(menu->isVisible());
        menu->hide();
        const QList<QAction*> actions = menu->actions();
        return actions[actions.size() - 2];
    };
    EXPECT_FALSE(open(QStringLiteral("stat:x"))->isEnabled());
    EXPECT_FALSE(open({})->isEnabled());
    open(QStringLiteral("state:failed"))->trigger();
    auto* dialog = window.findChild<QInputDialog*>();
    ASSERT_NE(dialog, nullptr);
    dialog->setTextValue(QStringLiteral(" mine "));
    dialog->accept();
    EXPECT_EQ(SavedSearches::all(), (std::vector{SavedSearches::Search{QStringLiteral("mine"), QStringLiteral("state:failed")}}));
}

TEST_F(SearchFieldTest, EveryExampleOfTheHelpIsAQuery)
{
    QTest::keyClicks(field, QStringLiteral("?"));
    for (const QString& example : offered())
        EXPECT_TRUE(session::parseQuery(example.toStdString())) << example.toStdString();
}

} // namespace
} // namespace sagascope::ui
