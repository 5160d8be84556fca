// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/copies/SagaCopies.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QSettings>
#include <QToolButton>
#include <QtTest>

#include <gtest/gtest.h>

#include "tests/ui/sagas/StoryStage.h"
#include "ui/sagas/SagaListPanel.h"
#include "ui/sagas/SagaListView.h"
#include "ui/sagas/SagaViews.h"
#include "ui/sagas/SagasRoom.h"
#include "ui/shell/MessageBar.h"

namespace sagascope::ui {
namespace {

class SagaCopiesTest : public testing::Test
{
protected:
    SagaCopiesTest() : room(state)
    {
        QSettings().remove(QStringLiteral("sagas"));
        state.setSnapshot(stage.snapshot());
        state.selectSaga(stage.sagaOf(0));
        room.resize(1280, 800);
        room.setVisible(true);
        EXPECT_TRUE(QTest::qWaitForWindowActive(&room));
        EXPECT_TRUE(QTest::qWaitFor([this] { return room.isSettled() && button()->isEnabled(); }, 30'000));
        room.findChild<SagaViews*>()->showView(QStringLiteral("timeline"));
        EXPECT_TRUE(QTest::qWaitFor([this] { return room.isSettled(); }, 30'000));
    }

    QToolButton* button() { return room.findChild<QToolButton*>(QStringLiteral("copyMenu")); }

    /// What the menu offers now: the words, those that cannot be chosen in parentheses.
    static QStringList offered(const QMenu& menu)
    {
        QStringList words;
        for (const QAction* action : menu.actions())
            if (!action->isSeparator())
                words << (action->isEnabled() ? QStringLiteral("%1") : QStringLiteral("(%1)")).arg(action->text().section(u'\t', 0, 0));
        return words;
    }

    QStringList offeredByButton()
    {
        Q_EMIT button()->menu()->aboutToShow();
        return offered(*button()->menu());
    }

    test::StoryStage stage{R"(
        09:40:00.000 voyage.booking.created    e1 corr=c1          | bookingId=BK-1 userId=u-1 totalAmount=482 currency=EUR
        09:40:00.300 payment.failed            e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=pi-1 amount=482
        09:41:00.000 voyage.booking.created    f1 corr=c2          | bookingId=BK-2 userId=u-2 totalAmount=17 currency=EUR
    )"};
    ViewState state;
    SagasRoom room;
};

TEST_F(SagaCopiesTest, TheButtonOffersWhatTheViewOnScreenCanBe)
{
    const QStringList all{QStringLiteral("Copy as text"), QStringLiteral("Copy as picture"), QStringLiteral("Copy as Mermaid"),
                          QStringLiteral("Copy as PlantUML"), QStringLiteral("Save as…")};
    EXPECT_EQ(offeredByButton(), all);
    room.findChild<SagaViews*>()->showView(QStringLiteral("compare"));
    EXPECT_TRUE(offeredByButton().contains(QStringLiteral("(Copy as picture)"))) << "two sagas are no picture of one";
    EXPECT_FALSE(button()->accessibleName().isEmpty());
}

TEST_F(SagaCopiesTest, KeysCopyTheSagaOnScreenAsTextFromAnywhereInTheRoom)
{
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(room.findChild<SagaListView*>(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(QTest::qWaitFor([] { return QGuiApplication::clipboard()->text().startsWith(QStringLiteral("# booking-payment `BK-1`")); }, 10'000))
        << qPrintable(QGuiApplication::clipboard()->text());
    EXPECT_TRUE(QTest::qWaitFor([this] { return room.findChild<MessageBar*>()->isVisible(); }, 10'000));
}

TEST_F(SagaCopiesTest, SeveralSagasAreSavedTogether)
{
    QMenu menu;
    auto* panel = room.findChild<SagaListPanel*>();
    Q_EMIT panel->menuOpened(&menu, {stage.sagaOf(0), stage.sagaOf(2)});
    EXPECT_EQ(offered(menu), QStringList({QStringLiteral("Copy as text"), QStringLiteral("(Copy as picture)"), QStringLiteral("(Copy as Mermaid)"),
                                          QStringLiteral("(Copy as PlantUML)"), QStringLiteral("Save 2 sagas as…")}));
    menu.actions().front()->trigger();
    EXPECT_TRUE(QTest::qWaitFor([] {
        const QString text = QGuiApplication::clipboard()->text();
        return text.contains(QStringLiteral("`BK-1`")) && text.contains(QStringLiteral("`BK-2`"));
    }, 10'000));
}

} // namespace
} // namespace sagascope::ui
