// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaListPanel.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ui/sagas/StoryStage.h"
#include "ui/sagas/SagaListView.h"

namespace sagascope::ui {
namespace {

const char* const kTwoBookings = R"(
    09:00:00.000 voyage.booking.created       e1 corr=c1 | bookingId=BK-1 userId=u-1 totalAmount=482
    09:00:00.300 payment.failed               e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=p-1 amount=482
    09:00:00.450 voyage.booking.cancelled     e3 corr=c1 cause=e2 | bookingId=BK-1 reason=payment_failed
    09:00:09.000 payment.completed            e4 corr=c1 cause=e1 | bookingId=BK-1 paymentId=p-1 amount=482
    09:01:00.000 voyage.booking.created       e5 corr=c2 | bookingId=BK-2 userId=u-2 totalAmount=99
    09:01:00.300 payment.completed            e6 corr=c2 cause=e5 | bookingId=BK-2 paymentId=p-2 amount=99
    09:01:00.450 voyage.booking.confirmed     e7 corr=c2 cause=e6 | bookingId=BK-2 paymentId=p-2 confirmationNumber=X2
)";

class SagaListPanelTest : public testing::Test
{
protected:
    SagaListPanelTest()
    {
        state.setSnapshot(stage.snapshot());
        state.selectSaga(stage.sagaOf(4));
        panel.resize(400, 700);
        panel.show();
        EXPECT_TRUE(QTest::qWaitFor([this] { return panel.isSettled() && panel.model().rowCount() == 2; }));
    }

    [[nodiscard]] const saga::SagaSummary& paidTooLate() const { return panel.model().summaryAt(rowOf(0)); }
    [[nodiscard]] int rowOf(unsigned event) const { return panel.model().rowOf(stage.sagaOf(event)); }

    /// Opens the menu of a saga and chooses the entry that begins so.
    void chooseInMenu(unsigned event, const QString& beginning)
    {
        QTimer::singleShot(0, &panel, [&] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            ASSERT_NE(menu, nullptr);
            const QList<QAction*> actions = menu->actions();
            for (QAction* action : actions) {
                if (action->text().startsWith(beginning)) {
                    action->trigger();
                    break;
                }
            }
            menu->close();
        });
        const QPoint at = list->visualRect(panel.model().index(rowOf(event), int(SagaColumn::Key))).center();
        QTest::mousePress(list->viewport(), Qt::RightButton, {}, at);
        QContextMenuEvent asked(QContextMenuEvent::Mouse, at, list->viewport()->mapToGlobal(at));
        QApplication::sendEvent(list->viewport(), &asked);
    }

    /// Types a search that shows nothing; the buttons that then stand there.
    std::vector<std::string> offersFor(const QString& search)
    {
        state.setSearchText(search);
        EXPECT_TRUE(QTest::qWaitFor([this] { return panel.model().rowCount() == 0 && !list->isVisible(); }));
        QCoreApplication::processEvents(); // what is put into a layout is shown by the next event
        std::vector<std::string> offers;
        for (const QPushButton* button : panel.findChildren<QPushButton*>())
            if (button->isVisible())
                offers.push_back((button->accessibleName().isEmpty() ? button->text() : button->accessibleName()).toStdString());
        return offers;
    }

    void click(const QString& spoken)
    {
        for (QPushButton* button : panel.findChildren<QPushButton*>())
            if (button->isVisible() && button->accessibleName() == spoken)
                return button->click();
        ADD_FAILURE() << "no button " << spoken.toStdString();
    }

    test::StoryStage stage{kTwoBookings};
    ViewState state;
    SagaListPanel panel{state};
    SagaListView* list = panel.findChild<SagaListView*>();
};

TEST_F(SagaListPanelTest, ALineSaysWhatWentWrongInsteadOfTheLastSteps)
{
    ASSERT_EQ(paidTooLate().state, saga::SagaState::Inconsistent);
    EXPECT_EQ(SagaListModel::gist(paidTooLate()), QStringLiteral("paid after cancelled, not refunded"));
    EXPECT_EQ(SagaListModel::gist(panel.model().summaryAt(rowOf(4))), QStringLiteral("payment.completed → booking.confirmed"));
    EXPECT_THAT(panel.model().lineText(paidTooLate()).toStdString(), testing::HasSubstr("inconsistent, paid after cancelled"));
}

TEST_F(SagaListPanelTest, TheMenuComparesTheOpenSagaWithTheOneUnderThePointer)
{
    QSignalSpy comparisons(&panel, &SagaListPanel::comparisonChosen);
    chooseInMenu(0, QStringLiteral("Compare with BK-2"));
    ASSERT_EQ(comparisons.count(), 1);
    EXPECT_EQ(comparisons[0][0].value<base::SagaId>(), stage.sagaOf(4));
    EXPECT_EQ(comparisons[0][1].value<base::SagaId>(), stage.sagaOf(0));
    EXPECT_EQ(state.selectedSaga(), stage.sagaOf(4)) << "the menu opens no other saga";
}

TEST_F(SagaListPanelTest, TheMenuOfTheOpenSagaPinsItAndLeavesTheOtherToBeChosen)
{
    QSignalSpy comparisons(&panel, &SagaListPanel::comparisonChosen);
    chooseInMenu(4, QStringLiteral("Compare with…"));
    ASSERT_EQ(comparisons.count(), 1);
    EXPECT_EQ(comparisons[0][0].value<base::SagaId>(), stage.sagaOf(4));
    EXPECT_FALSE(comparisons[0][1].value<base::SagaId>().isValid());
}

TEST_F(SagaListPanelTest, TwoThatAreSelectedAreComparedWithEachOther)
{
    QSignalSpy comparisons(&panel, &SagaListPanel::comparisonChosen);
    EXPECT_FALSE(panel.selectedBesideOpen().isValid()) << "one alone is selected";
    const bool isAbove = rowOf(0) < rowOf(4);
    QTest::keyClick(list, isAbove ? Qt::Key_Up : Qt::Key_Down, Qt::ShiftModifier);
    ASSERT_EQ(state.selectedSaga(), stage.sagaOf(0));
    EXPECT_EQ(panel.selectedBesideOpen(), stage.sagaOf(4));
    chooseInMenu(0, QStringLiteral("Compare the two selected"));
    ASSERT_EQ(comparisons.count(), 1);
    EXPECT_EQ(comparisons[0][0].value<base::SagaId>(), stage.sagaOf(4));
    EXPECT_EQ(comparisons[0][1].value<base::SagaId>(), stage.sagaOf(0));
}

TEST_F(SagaListPanelTest, ATableIsThereForTheAskingHoweverNarrowTheList)
{
    EXPECT_TRUE(list->hasCards());
    list->setForm(SagaListView::Form::Table);
    EXPECT_FALSE(list->hasCards());
    EXPECT_TRUE(list->horizontalHeader()->isVisible());
    list->setForm(SagaListView::Form::Fitting);
    EXPECT_TRUE(list->hasCards());
}

TEST_F(SagaListPanelTest, AnEmptyListOffersToDropEachTermAndDropsJustThat)
{
    EXPECT_THAT(offersFor(QStringLiteral("booking:BK-2 state:failed")),
                testing::ElementsAre("Drop state:failed", "Drop booking:BK-2", "Clear filters"));
    click(QStringLiteral("Drop state:failed"));
    EXPECT_EQ(state.searchText(), QStringLiteral("booking:BK-2"));
    EXPECT_TRUE(QTest::qWaitFor([this] { return panel.model().rowCount() == 1; }));
}

TEST_F(SagaListPanelTest, LiveTrafficTakesNoButtonAwayFromUnderThePointer)
{
    offersFor(QStringLiteral("booking:BK-9"));
    const QList<QPushButton*> before = panel.findChildren<QPushButton*>();
    auto later = std::make_shared<session::Snapshot>(*stage.snapshot());
    ++later->sequence;
    state.setSnapshot(later);
    EXPECT_TRUE(QTest::qWaitFor([&] { return panel.model().snapshot() == later; }));
    EXPECT_EQ(panel.findChildren<QPushButton*>(), before);
}

TEST_F(SagaListPanelTest, ATermIsOfferedThoughDroppingItAloneHelpsNobody)
{
    EXPECT_EQ(offersFor(QStringLiteral("booking:BK-9 state:failed")).size(), 3U) << "both terms, and all at once";
    click(QStringLiteral("Drop booking:BK-9"));
    EXPECT_EQ(state.searchText(), QStringLiteral("state:failed"));
}

} // namespace
} // namespace sagascope::ui
