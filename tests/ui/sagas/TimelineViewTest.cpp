// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineView.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <QtTest>

#include <gtest/gtest.h>

#include "tests/ui/sagas/TimelineStage.h"
#include "ui/sagas/TimelineBrush.h"

namespace sagascope::ui::stage {
namespace {

class TimelineViewTest : public testing::Test
{
protected:
    TimelineViewTest() : view(state)
    {
        view.resize(1000, 400);
        view.show();
    }
    void show(const TimelinePtr& timeline) { view.setTimeline(timeline, false); }
    [[nodiscard]] double secondsShown() const
    {
        const TimelineScale scale = view.geometryShown().scale;
        return scale.secondsAt(view.viewport()->width()) - scale.secondsAt(TimelineGeometry::kLaneNameWidth);
    }
    void wheel(QPointF at, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view.viewport(), &event);
    }

    ViewState state;
    TimelineView view;
};

TEST_F(TimelineViewTest, ZoomsAtThePointerWithTheWheel)
{
    show(longTimeline(100));
    const double under = view.geometryShown().scale.secondsAt(600);
    const double before = secondsShown();
    wheel({600, 100}, 240);
    EXPECT_LT(secondsShown(), before);
    EXPECT_NEAR(view.geometryShown().scale.secondsAt(600), under, 1e-9);
}

TEST_F(TimelineViewTest, PansWithShiftAndTheWheelAndByDragging)
{
    show(longTimeline(100));
    view.zoom(8);
    const TimelineScale before = view.geometryShown().scale;
    wheel({600, 100}, -120, Qt::ShiftModifier);
    EXPECT_LT(view.geometryShown().scale.origin, before.origin);
    const double origin = view.geometryShown().scale.origin;
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, {500, 390});
    QTest::mouseMove(view.viewport(), {560, 390});
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, {560, 390});
    EXPECT_DOUBLE_EQ(view.geometryShown().scale.origin, origin + 60);
    EXPECT_DOUBLE_EQ(view.geometryShown().scale.pixelsPerSecond, before.pixelsPerSecond);
}

TEST_F(TimelineViewTest, WalksThroughTheEventsAndKeepsTheSelectedOneInView)
{
    show(longTimeline(1'000));
    view.zoom(100);
    QTest::keyClick(&view, Qt::Key_End);
    EXPECT_EQ(state.selectedEvent(), base::EventIndex(999));
    const double x = view.geometryShown().scale.xOf(9.99);
    EXPECT_GT(x, TimelineGeometry::kLaneNameWidth);
    EXPECT_LT(x, view.viewport()->width());
    QTest::keyClick(&view, Qt::Key_Left);
    EXPECT_EQ(state.selectedEvent(), base::EventIndex(998));
    QTest::keyClick(&view, Qt::Key_Down);
    EXPECT_EQ(view.timeline()->input->eventAt(int(state.selectedEvent().value)).lane, kPayment);
    EXPECT_TRUE(view.accessibleDescription().contains(QStringLiteral("booking.updated")));
}

TEST_F(TimelineViewTest, LetsTabLeaveHoweverManyEventsThereAre)
{
    QWidget window;
    QVBoxLayout column(&window);
    TimelineView inside(state);
    QLineEdit next;
    column.addWidget(&inside);
    column.addWidget(&next);
    inside.setTimeline(longTimeline(1000), false);
    window.show();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    inside.setFocus();
    QTest::keyClick(&inside, Qt::Key_Tab);
    EXPECT_TRUE(next.hasFocus());
}

TEST_F(TimelineViewTest, OpensAStackOfRepeatsWithReturnAndClosesItAgain)
{
    Staged staged;
    staged.add(kPayment, "payment.completed", 0ms);
    staged.add(kPayment, "payment.completed", 1ms).repeatOf = 0;
    staged.add(kVoyage, "booking.confirmed", 900ms);
    show(staged.timeline());
    EXPECT_EQ(view.geometryShown().marks.size(), 2U);
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Return);
    EXPECT_EQ(view.geometryShown().marks.size(), 3U);
    QTest::keyClick(&view, Qt::Key_Return);
    EXPECT_EQ(view.geometryShown().marks.size(), 2U);
}

TEST_F(TimelineViewTest, ZoomsToTheNeighboursOfAnEventOnADoubleClick)
{
    show(longTimeline(2'000));
    ASSERT_FALSE(view.geometryShown().bars.empty());
    const QPoint bar = view.geometryShown().bars[view.geometryShown().bars.size() / 4].rect.center().toPoint();
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, bar);
    EXPECT_TRUE(view.geometryShown().bars.empty());
    EXPECT_LT(secondsShown(), 0.2);
    EXPECT_TRUE(state.selectedEvent().isValid());
}

TEST_F(TimelineViewTest, FollowsTheOverview)
{
    show(longTimeline(1'000));
    TimelineBrush brush;
    brush.resize(1000, 40);
    brush.setTimeline(view.timeline());
    QObject::connect(&brush, &TimelineBrush::windowChosen, &view, &TimelineView::showWindow);
    QTest::mousePress(&brush, Qt::LeftButton, {}, {400, 20});
    QTest::mouseMove(&brush, {500, 20});
    QTest::mouseRelease(&brush, Qt::LeftButton, {}, {500, 20});
    EXPECT_NEAR(secondsShown(), 9.99 * 100 / (1000 - 12 - TimelineGeometry::kLaneNameWidth), 0.05);
}

TEST_F(TimelineViewTest, MeasuresItsOwnFrames)
{
    show(longTimeline(100'000));
    view.grab();
    EXPECT_GT(view.frameTimes().count(), 0U);
    EXPECT_GT(view.frameTimes().longest(), 0.0);
}

TEST_F(TimelineViewTest, MakesAPictureOfTheWholeSagaWhateverIsOnScreen)
{
    EXPECT_FALSE(view.picture()) << "there is nothing to show";
    show(longTimeline(50));
    view.zoom(50);
    const SagaPicture picture = view.picture()();
    EXPECT_GE(picture.size.width(), 1200);
    QImage image(picture.size.toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    picture.paint(painter);
    EXPECT_EQ(qAlpha(image.pixel(image.width() - 1, image.height() - 1)), 255);
}

} // namespace
} // namespace sagascope::ui::stage
