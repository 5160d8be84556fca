// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/CausationTab.h"

#include <QAccessible>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/ui/sagas/StoryStage.h"
#include "ui/sagas/StepsTab.h"
#include "ui/topology/GraphCanvas.h"

namespace sagascope::ui {
namespace {

const char* const kBooking = R"(
    09:00:00.000 voyage.booking.created       e1 corr=c1 | bookingId=BK-1 userId=u-1 totalAmount=482
    09:00:00.300 payment.completed            e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=p-1 amount=482
    09:00:00.450 voyage.booking.confirmed     e3 corr=c1 cause=e2 | bookingId=BK-1 paymentId=p-1 confirmationNumber=X1
    09:00:00.500 notification.email.requested e4 corr=c1 cause=e2 | userId=u-1
    09:00:00.460 notification.inapp.created   e5 corr=c1 cause=gone | userId=u-1
)";

class CausationTabTest : public testing::Test
{
protected:
    CausationTabTest()
    {
        state.setSnapshot(stage.snapshot());
        state.selectSaga(stage.sagaOf(0));
        tab.resize(800, 400);
        tab.setSaga(stage.told(0), false);
        EXPECT_TRUE(QTest::qWaitFor([this] { return tab.isSettled() && !canvas->graph().nodes.empty(); }));
    }

    QString selectedTitle() const { return canvas->selectedNode() ? canvas->selectedNode()->title : QString(); }

    test::StoryStage stage{kBooking};
    ViewState state;
    CausationTab tab{state};
    GraphCanvas* canvas = tab.findChild<GraphCanvas*>();
};

TEST_F(CausationTabTest, ShowsWhatIsSelectedElsewhere)
{
    state.selectEvent(base::EventIndex(2));
    EXPECT_EQ(selectedTitle(), QStringLiteral("voyage.booking.confirmed"));
}

TEST_F(CausationTabTest, KeysWalkAlongCausesAndSelectEverywhere)
{
    state.selectEvent(base::EventIndex(2));
    QTest::keyClick(canvas, Qt::Key_Left);
    EXPECT_EQ(state.selectedEvent(), base::EventIndex(1));
    QTest::keyClick(canvas, Qt::Key_Left);
    EXPECT_EQ(state.selectedEvent(), base::EventIndex(0));
    QTest::keyClick(canvas, Qt::Key_Right);
    QTest::keyClick(canvas, Qt::Key_Right);
    EXPECT_EQ(selectedTitle(), QStringLiteral("notification.email.requested")) << "the critical path first";
}

TEST_F(CausationTabTest, NodesAreAccessibleOneByOne)
{
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(canvas);
    ASSERT_TRUE(list);
    ASSERT_EQ(list->childCount(), 6) << "five events and a ghost";
    state.selectEvent(base::EventIndex(1));
    QAccessibleInterface* paid = list->child(canvas->selectedNodeIndex());
    EXPECT_EQ(paid->text(QAccessible::Name), QStringLiteral("payment.completed"));
    EXPECT_TRUE(paid->state().selected);
    EXPECT_TRUE(paid->rect().isValid());
    EXPECT_EQ(list->indexOfChild(paid), canvas->selectedNodeIndex());
    canvas->clear();
    EXPECT_FALSE(paid->isValid()) << "a node that is gone says so";
}

/// Whether anything at all was painted.
bool isPainted(const SagaView& view)
{
    const SagaPicture picture = view.picture()();
    QImage image(picture.size.toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    picture.paint(painter);
    painter.end();
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) > 0)
                return true;
    return false;
}

TEST_F(CausationTabTest, ThePictureHoldsTheWholeGraph)
{
    const QSizeF size = tab.picture()().size;
    EXPECT_GT(size.width(), canvas->geometryShown().bounds.width());
    EXPECT_TRUE(isPainted(tab));
    canvas->fit();
    EXPECT_EQ(tab.picture()().size, size) << "whatever part of it is on screen";
}

TEST_F(CausationTabTest, TheStepsAreAPictureToo)
{
    StepsTab steps(state);
    EXPECT_FALSE(steps.picture());
    steps.setSaga(stage.told(0), false);
    ASSERT_TRUE(QTest::qWaitFor([&] { return steps.isSettled() && steps.sheet().hasSaga; }));
    EXPECT_TRUE(isPainted(steps));
}

} // namespace
} // namespace sagascope::ui
