// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/DefinitionsPage.h"

#include <QComboBox>
#include <QFile>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ui/sagas/DefinitionStage.h"
#include "ui/common/CodeEdit.h"
#include "ui/sagas/definitions/DefinitionEdits.h"
#include "ui/sagas/definitions/DefinitionForm.h"
#include "ui/sagas/definitions/DefinitionTextPane.h"
#include "ui/sagas/definitions/StepsSection.h"
#include "ui/sagas/definitions/WhatIfPanel.h"
#include "ui/shell/Language.h"
#include "ui/shell/MessageBar.h"

namespace sagascope::ui {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;

/// The page over a session with six confirmed and three cancelled bookings.
class DefinitionsPageTest : public testing::Test
{
protected:
    void SetUp() override
    {
        Language::current().apply(QStringLiteral("en")); // where its plurals are
        page.resize(1200, 700);
    }

    void feed()
    {
        test::StoryWriter writer;
        std::vector<test::Record> records;
        for (int number = 1; number <= 9; ++number)
            for (test::Record& record : number % 3 ? writer.confirmedBooking(number, number * 500) : writer.cancelledBooking(number, number * 500))
                records.push_back(std::move(record));
        traffic.feed(records);
    }

    void show()
    {
        page.show();
        page.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
        page.open("booking-payment");
    }

    bool settle()
    {
        return QTest::qWaitFor([&] { return page.isSettled(); }, 30'000);
    }

    QString text() const { return page.findChild<CodeEdit*>()->toPlainText(); }
    CodeEdit& editor() const { return *page.findChild<CodeEdit*>(); }
    DefinitionForm& form() const { return *page.findChild<DefinitionForm*>(); }
    StepsSection& steps() const { return *page.findChild<StepsSection*>(); }
    WhatIfPanel& whatIf() const { return *page.findChild<WhatIfPanel*>(); }

    /// The input with this name in a part of the form.
    template <typename Input> Input* input(QWidget& part, const char* name) const
    {
        for (Input* candidate : part.findChildren<Input*>())
            if (candidate->accessibleName().startsWith(QLatin1String(name)))
                return candidate;
        ADD_FAILURE() << "no input named " << name;
        return nullptr;
    }

    /// Presses this button of the next question.
    static void answer(const char* button)
    {
        QTimer::singleShot(0, [button] {
            for (QWidget* window : QApplication::topLevelWidgets())
                if (auto* question = qobject_cast<QMessageBox*>(window))
                    for (QAbstractButton* candidate : question->buttons())
                        if (candidate->text().remove(u'&') == QLatin1String(button))
                            return candidate->click();
            ADD_FAILURE() << "nobody asked anything that can be answered with " << button;
        });
    }

    std::vector<base::SagaId> sagas() const
    {
        std::vector<base::SagaId> all;
        const auto& view = traffic.state.snapshot()->sagas;
        for (std::uint32_t slot = 0; slot < view.slotCount(); ++slot)
            if (view.saga(base::SagaId(slot)).isAlive)
                all.emplace_back(slot);
        return all;
    }

    /// A saga is completed only with a refund: no booking is.
    void askForRefunds()
    {
        page.document()->put("/outcomes/success", compose::Json::array({"paid", "confirmed", "refunded"}));
    }

    test::TrafficSession traffic;
    test::FolderKeeper keeper{*test::builtInCatalog(), traffic};
    DefinitionsPage page{traffic.state, test::builtInCatalog(), &keeper};
};

TEST_F(DefinitionsPageTest, WhatIsTypedIntoTheFormStandsInTheText)
{
    show();
    form().reveal("/steps/2/timeLimitMs");
    QLineEdit* limit = input<QLineEdit>(steps(), "Time limit");
    EXPECT_EQ(limit->text(), QStringLiteral("15 min"));
    limit->setText(QStringLiteral("2 h"));
    EXPECT_TRUE(text().contains(QStringLiteral("\"timeLimitMs\": 7200000")));
    EXPECT_EQ(page.document()->definition()->step("paid")->timeLimit, std::chrono::hours(2));
    limit->setText(QStringLiteral("2 ho"));
    EXPECT_TRUE(text().contains(QStringLiteral("\"timeLimitMs\": 7200000"))) << "half a word is no time";
}

TEST_F(DefinitionsPageTest, WhatIsTypedIntoTheTextStandsInTheForm)
{
    show();
    editor().setPlainText(text().replace(QStringLiteral("\"eventType\": \"payment.completed\""), QStringLiteral("\"eventType\": \"payment.settled\"")));
    form().reveal("/steps/2");
    EXPECT_EQ(input<QLineEdit>(steps(), "Event type")->text(), QStringLiteral("payment.settled"));
    EXPECT_EQ(steps().table()->model()->index(2, 1).data().toString(), QStringLiteral("payment.settled"));
}

TEST_F(DefinitionsPageTest, ATextThatIsNoJsonSaysWhereAndLocksTheForm)
{
    show();
    editor().setPlainText(text().replace(QStringLiteral("\"hasEnd\": true,"), QStringLiteral("\"hasEnd\": true")));
    EXPECT_FALSE(form().isEnabled());
    const QListWidget* faults = page.findChild<DefinitionTextPane*>()->faults();
    ASSERT_EQ(faults->count(), 1);
    EXPECT_THAT(faults->item(0)->text().toStdString(), HasSubstr("a comma or a closing bracket is missing here"));
    Q_EMIT page.findChild<DefinitionTextPane*>()->faults()->itemClicked(faults->item(0));
    EXPECT_EQ(editor().textCursor().position(), int(page.document()->faults().front().offset));
    QTest::keyClick(&editor(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(form().isEnabled());
}

TEST_F(DefinitionsPageTest, AFaultLeadsToItsInput)
{
    show();
    page.document()->put("/steps/3/awaits", "nothing");
    auto* faults = page.findChild<DefinitionTextPane*>()->faults();
    ASSERT_EQ(faults->count(), 1);
    Q_EMIT faults->itemActivated(faults->item(0));
    EXPECT_EQ(steps().chosen(), 3);
    EXPECT_EQ(input<QComboBox>(steps(), "Expected after")->accessibleDescription(), QStringLiteral("there is no step named nothing"));
    EXPECT_EQ(whatIf().question(), WhatIfPanel::Question::Faulty);
}

TEST_F(DefinitionsPageTest, OneWayBackForBothSides)
{
    show();
    const QString before = text();
    form().reveal("/description");
    form().reveal("/steps/0");
    QLineEdit* service = input<QLineEdit>(steps(), "Service");
    service->setFocus();
    service->end(false);
    QTest::keyClicks(service, QStringLiteral("-2"));
    editor().setFocus();
    editor().moveCursor(QTextCursor::End);
    QTest::keyClicks(&editor(), QStringLiteral(" "));
    QTest::keyClick(&editor(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_NE(text(), before);
    service->setFocus();
    QTest::keyClick(service, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(text(), before);
    EXPECT_EQ(service->text(), QStringLiteral("voyage-service"));
    QTest::keyClick(service, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(service->text(), QStringLiteral("voyage-service-2"));
}

TEST_F(DefinitionsPageTest, StepsAreAddedMovedAndRemovedByKeys)
{
    show();
    form().reveal("/steps/0");
    QTableView* table = steps().table();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down, Qt::AltModifier);
    EXPECT_THAT(stepNames(page.document()->root()), ElementsAre("initiated", "created", "paid", "confirmed", "payment-failed", "cancelled", "refunded"));
    QTest::keyClick(table, Qt::Key_Insert);
    EXPECT_EQ(stepNames(page.document()->root())[2], "step");
    EXPECT_EQ(steps().chosen(), 2);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    EXPECT_EQ(stepNames(page.document()->root()).size(), 7U);
}

TEST_F(DefinitionsPageTest, TellsWhatAChangeWouldDoToTheTraffic)
{
    feed();
    show();
    EXPECT_EQ(whatIf().question(), WhatIfPanel::Question::Unchanged);
    askForRefunds();
    ASSERT_TRUE(settle());
    EXPECT_THAT(whatIf().sentence().toStdString(), MatchesRegex("This change would move 6 sagas from completed to .*"));
    ASSERT_GT(whatIf().lines()->topLevelItemCount(), 0);
    QTreeWidgetItem* line = whatIf().lines()->topLevelItem(0);
    ASSERT_EQ(line->childCount(), 6);
    QSignalSpy requests(&page, &SagaPage::pageRequested);
    Q_EMIT whatIf().lines()->itemActivated(line->child(2), 0);
    ASSERT_EQ(requests.size(), 1);
    const base::SagaId opened = traffic.state.selectedSaga();
    EXPECT_TRUE(line->child(2)->text(0).startsWith(QString::fromStdString(std::string(traffic.state.snapshot()->sagas.saga(opened).key))));
}

TEST_F(DefinitionsPageTest, SaysWhenNoSagaWouldChange)
{
    feed();
    show();
    page.document()->put("/description", "Other words");
    ASSERT_TRUE(settle());
    EXPECT_EQ(whatIf().sentence(), QStringLiteral("No saga would change."));
}

TEST_F(DefinitionsPageTest, WithoutTrafficItSaysWhatToDo)
{
    show();
    askForRefunds();
    EXPECT_EQ(whatIf().question(), WhatIfPanel::Question::NoTraffic);
    EXPECT_THAT(whatIf().sentence().toStdString(), HasSubstr("demo"));
    feed();
    ASSERT_TRUE(settle());
    EXPECT_EQ(whatIf().question(), WhatIfPanel::Question::Asked);
    EXPECT_THAT(whatIf().sentence().toStdString(), HasSubstr("would move"));
}

TEST_F(DefinitionsPageTest, AComparisonCanBeCancelledAndAskedForAgain)
{
    feed();
    show();
    askForRefunds();
    whatIf().feed().cancel();
    EXPECT_FALSE(whatIf().feed().isBusy());
    EXPECT_THAT(whatIf().sentence().toStdString(), HasSubstr("cancelled"));
    Q_EMIT whatIf().againWanted();
    ASSERT_TRUE(settle());
    EXPECT_THAT(whatIf().sentence().toStdString(), HasSubstr("would move"));
}

TEST_F(DefinitionsPageTest, SavingKeepsItAndTellsTheSessionByIt)
{
    feed();
    show();
    EXPECT_EQ(traffic.state.snapshot()->counts.sagasByState[std::size_t(saga::SagaState::Completed)], 6U);
    askForRefunds();
    editor().setFocus();
    QTest::keyClick(&editor(), Qt::Key_S, Qt::ControlModifier);
    EXPECT_THAT(keeper.names(), ElementsAre("booking-payment"));
    EXPECT_FALSE(page.document()->isModified());
    EXPECT_EQ(page.shelf().entry(page.current()).origin, catalog::DefinitionOrigin::UserOverride);
    ASSERT_TRUE(QTest::qWaitFor([&] { return traffic.state.snapshot()->counts.sagasByState[std::size_t(saga::SagaState::Completed)] == 0; }, 30'000));
    EXPECT_TRUE(page.canLeave());
}

TEST_F(DefinitionsPageTest, GoingBackToTheBuiltInOneUndoesThat)
{
    feed();
    show();
    askForRefunds();
    ASSERT_TRUE(page.save());
    ASSERT_TRUE(page.removeEntry(page.current()));
    EXPECT_THAT(keeper.names(), IsEmpty());
    EXPECT_EQ(page.shelf().entry(page.current()).origin, catalog::DefinitionOrigin::BuiltIn);
    EXPECT_THAT(textsOf(page.document()->at("/outcomes/success")), ElementsAre("paid", "confirmed"));
    EXPECT_FALSE(page.document()->isModified());
    ASSERT_TRUE(QTest::qWaitFor([&] { return traffic.state.snapshot()->counts.sagasByState[std::size_t(saga::SagaState::Completed)] == 6; }, 30'000));
}

TEST_F(DefinitionsPageTest, ABuiltInOneUnderAnotherNameStandsBesideIt)
{
    show();
    page.document()->put("/name", "my-bookings");
    ASSERT_TRUE(page.save());
    EXPECT_THAT(keeper.names(), ElementsAre("my-bookings"));
    EXPECT_EQ(page.shelf().entry(page.current()).name, "my-bookings");
    ASSERT_GE(page.shelf().indexOf("booking-payment"), 0);
    EXPECT_EQ(page.shelf().entry(page.shelf().indexOf("booking-payment")).origin, catalog::DefinitionOrigin::BuiltIn);
    page.document()->put("/name", "our-bookings");
    ASSERT_TRUE(page.save());
    EXPECT_THAT(keeper.names(), ElementsAre("our-bookings")) << "the old name is gone";
    ASSERT_TRUE(page.removeEntry(page.current()));
    EXPECT_THAT(keeper.names(), IsEmpty());
    EXPECT_EQ(page.shelf().indexOf("our-bookings"), -1);
}

TEST_F(DefinitionsPageTest, WhatIsNotSavedStaysWhileAnotherIsLookedAt)
{
    show();
    askForRefunds();
    page.open("refund");
    EXPECT_EQ(page.document()->name(), "refund");
    EXPECT_TRUE(page.shelf().hasUnsaved());
    page.open("booking-payment");
    EXPECT_TRUE(page.document()->isModified());
    EXPECT_EQ(textsOf(page.document()->at("/outcomes/success")).size(), 3U);
}

TEST_F(DefinitionsPageTest, UnsavedChangesAreAskedAboutBeforeLeaving)
{
    show();
    askForRefunds();
    answer("Cancel");
    EXPECT_FALSE(page.canLeave());
    EXPECT_TRUE(page.document()->isModified());
    answer("Save");
    EXPECT_TRUE(page.canLeave());
    EXPECT_THAT(keeper.names(), ElementsAre("booking-payment"));
}

TEST_F(DefinitionsPageTest, ProposesADefinitionAndSaysWhatSpeaksForEachPart)
{
    feed();
    show();
    page.propose(traffic.state.snapshot(), sagas());
    ASSERT_TRUE(settle());
    const ShelfEntry& entry = page.shelf().entry(page.current());
    EXPECT_TRUE(entry.isNew());
    ASSERT_TRUE(entry.proposal);
    EXPECT_EQ(entry.proposal->sagas, 9U);
    EXPECT_TRUE(page.document()->definition());
    const std::vector<std::string> names = stepNames(page.document()->root());
    const auto paid = std::find(names.begin(), names.end(), "paid") - names.begin();
    ASSERT_LT(std::size_t(paid), names.size());
    form().reveal("/steps/" + std::to_string(paid));
    EXPECT_TRUE(steps().table()->model()->index(int(paid), 3).data().toString().contains(QStringLiteral("67 %"))) << "six of nine";
    EXPECT_THAT(input<QLineEdit>(steps(), "Event type")->toolTip().toStdString(), HasSubstr("Seen in 67 % of 9 saga"));
    // What speaks for a step goes along with it.
    page.document()->move("/steps", std::size_t(paid), 0);
    EXPECT_TRUE(steps().table()->model()->index(0, 3).data().toString().contains(QStringLiteral("67 %")));
}

TEST_F(DefinitionsPageTest, WithoutSagasItSaysWhyNothingIsProposed)
{
    show();
    page.propose(traffic.state.snapshot(), {});
    EXPECT_EQ(page.document()->name(), "booking-payment");
    EXPECT_TRUE(page.findChild<MessageBar*>()->isVisible());
}

TEST_F(DefinitionsPageTest, ADefinitionTravelsAsAFile)
{
    show();
    const QString file = keeper.path("exported.json");
    ASSERT_TRUE(page.exportFile(page.current(), file));
    ASSERT_TRUE(page.importFile(file));
    EXPECT_EQ(page.document()->name(), "booking-payment-2") << "the name is taken";
    EXPECT_TRUE(page.shelf().entry(page.current()).isNew());
    EXPECT_TRUE(page.document()->definition());
    EXPECT_FALSE(page.importFile(keeper.path("missing.json")));
}

} // namespace
} // namespace sagascope::ui
