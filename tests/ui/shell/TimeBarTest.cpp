// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/TimeBar.h"

#include <QComboBox>
#include <QCoroTask>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

#include "core/session/Session.h"
#include "tests/ui/StagedSession.h"
#include "ui/shell/Language.h"
#include "ui/shell/LiveButton.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Room.h"
#include "ui/shell/ThroughputBrush.h"
#include "ui/shell/TransportButton.h"

namespace sagascope::ui {
namespace {

constexpr int kPatienceMs = 30'000; ///< for what must happen; only a failing test waits that long

class NoHost : public SessionHost
{
public:
    QCoro::Task<base::Result<StartedSession>> start(SourceRequest) override
    {
        co_return base::Error{base::ErrorCode::Unreachable, "nowhere", "refused"};
    }
};

struct TimeBarTest : testing::Test
{
    NoHost host;
    MainWindow window{host};
    TimeBar* bar = window.findChild<TimeBar*>();
    ThroughputBrush* brush = window.findChild<ThroughputBrush*>();

    void SetUp() override
    {
        Language::current().apply(QStringLiteral("en"));
        window.setTheme(ThemeKind::Dark);
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
        window.attach({nullptr, test::stagedSession(30), nullptr, {}, {}});
        ASSERT_TRUE(QTest::qWaitFor([this] { return window.isSettled() && !brush->range().isEmpty(); }, kPatienceMs));
    }

    bool arrives()
    {
        return QTest::qWaitFor([this] { return !window.state().isTravelling(); }, kPatienceMs);
    }

    [[nodiscard]] const session::Snapshot& snapshot() { return *window.state().snapshot(); }
};

TEST_F(TimeBarTest, IsThereWhileTheRoomsShowAnEarlierMoment)
{
    EXPECT_FALSE(bar->isVisible());
    window.state().setUtc(true);
    window.state().setAsOf(base::parseIso8601("2026-11-23T10:24:10.120Z")->time);
    ASSERT_TRUE(arrives());
    EXPECT_TRUE(bar->isVisible());
    EXPECT_TRUE(bar->accessibleName().contains(QStringLiteral("2026-11-23 10:24:10.120 UTC")));
    EXPECT_EQ(bar->findChild<QLabel*>(QStringLiteral("timeBarMoment"))->text(), QStringLiteral("10:24:10.120"));
    bar->findChild<QPushButton*>()->click();
    EXPECT_FALSE(bar->isVisible());
    EXPECT_FALSE(window.state().asOf());
}

TEST_F(TimeBarTest, EscapeGoesBackToLiveFromAnywhere)
{
    window.state().setAsOf(base::parseIso8601("2026-11-23T10:24:10Z")->time);
    ASSERT_TRUE(arrives());
    window.currentRoom()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    EXPECT_FALSE(window.state().asOf());
}

TEST_F(TimeBarTest, KeysStepFromEventToEvent)
{
    window.currentRoom()->setFocus();
    const auto press = [this](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        EXPECT_TRUE(arrives());
        return snapshot().asOf.value_or(base::kNoTime);
    };
    ASSERT_TRUE(window.state().selectedSaga().isValid());
    const base::Timestamp start = press(Qt::Key_Home, Qt::AltModifier);
    const base::Timestamp second = press(Qt::Key_Period);
    EXPECT_LT(start, second);
    EXPECT_EQ(press(Qt::Key_Comma), start);
    const base::Timestamp next = press(Qt::Key_Greater);
    EXPECT_LT(start, next);
    EXPECT_LE(next, second) << "among all sagas there is none farther than the saga's own";
    EXPECT_EQ(press(Qt::Key_Less), start);
    EXPECT_GE(press(Qt::Key_End, Qt::AltModifier), second);
}

TEST_F(TimeBarTest, SpacePlaysAndPausesWithTheFocusOnTheBrush)
{
    brush->setFocus();
    QTest::keyClick(brush, Qt::Key_Space);
    EXPECT_TRUE(window.playback().isPlaying());
    EXPECT_TRUE(bar->isVisible());
    QTest::keyClick(brush, Qt::Key_Space);
    EXPECT_FALSE(window.playback().isPlaying());
    EXPECT_TRUE(window.state().asOf()) << "a pause stays where it is";
}

TEST_F(TimeBarTest, TheSpeedIsChosenFromAList)
{
    auto* speed = bar->findChild<QComboBox*>();
    window.playback().setSpeed(50);
    EXPECT_EQ(speed->currentText(), QStringLiteral("×50"));
    speed->setCurrentIndex(0);
    Q_EMIT speed->activated(0);
    EXPECT_EQ(window.playback().speed(), 0.1);
}

TEST_F(TimeBarTest, DraggingTheRailMovesTheClockAndLeavesTheWindowAlone)
{
    const int rail = brush->height() - 3;
    const BrushScale scale{brush->range(), double(brush->width())};
    QTest::mousePress(brush, Qt::LeftButton, {}, QPoint(brush->width() / 2, rail));
    EXPECT_EQ(window.state().asOf(), scale.timeAt(brush->width() / 2));
    QTest::mouseMove(brush, QPoint(brush->width() / 3, rail));
    EXPECT_EQ(window.state().asOf(), scale.timeAt(brush->width() / 3));
    QTest::mouseRelease(brush, Qt::LeftButton, {}, QPoint(brush->width() / 3, rail));
    EXPECT_FALSE(window.state().timeWindow());
    EXPECT_TRUE(arrives());
}

TEST_F(TimeBarTest, DraggingOverTheBarsChoosesAWindowAndLeavesTheClockAlone)
{
    QTest::mousePress(brush, Qt::LeftButton, {}, QPoint(brush->width() / 3, 5));
    QTest::mouseMove(brush, QPoint(brush->width() / 2, 5));
    QTest::mouseRelease(brush, Qt::LeftButton, {}, QPoint(brush->width() / 2, 5));
    EXPECT_TRUE(window.state().timeWindow());
    EXPECT_FALSE(window.state().asOf());
}

TEST_F(TimeBarTest, DroppingThePlayheadAtTheEndGoesBackToLive)
{
    window.state().setAsOf(brush->range().from);
    ASSERT_TRUE(arrives());
    const int rail = brush->height() - 3;
    QTest::mousePress(brush, Qt::LeftButton, {}, QPoint(10, rail));
    QTest::mouseRelease(brush, Qt::LeftButton, {}, QPoint(brush->width() + 5, rail));
    EXPECT_FALSE(window.state().asOf());
}

TEST_F(TimeBarTest, ArrowKeysMoveThePlayheadByABar)
{
    const base::Timestamp middle = brush->range().from + brush->range().step * (brush->range().bars / 2);
    window.state().setAsOf(middle);
    QTest::keyClick(brush, Qt::Key_Left);
    EXPECT_EQ(window.state().asOf(), middle - brush->range().step);
    QTest::keyClick(brush, Qt::Key_Right, Qt::ControlModifier);
    EXPECT_EQ(window.state().asOf(), middle - brush->range().step);
    EXPECT_TRUE(window.state().timeWindow());
    EXPECT_TRUE(arrives());
}

TEST_F(TimeBarTest, EveryRoomShowsTheMoment)
{
    window.state().setAsOf(brush->range().from + (brush->range().to() - brush->range().from) * 3 / 4);
    ASSERT_TRUE(arrives());
    ASSERT_GT(snapshot().counts.later, 0U);
    for (int room = 0; room < int(window.rooms().size()); ++room) {
        window.showRoom(room);
        EXPECT_TRUE(QTest::qWaitFor([this] { return window.isSettled(); }, kPatienceMs)) << room;
        EXPECT_FALSE(window.grab().isNull());
    }
}

} // namespace
} // namespace sagascope::ui
