// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consumers/ConsumersRoom.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "core/metrics/GroupHistory.h"
#include "tests/support/Groups.h"
#include "tests/ui/support/Traffic.h"
#include "ui/consumers/LanesPage.h"
#include "ui/consumers/VerdictText.h"

namespace sagascope::ui {
namespace {

using namespace std::chrono_literals;
using metrics::GroupReading;
using metrics::GroupState;
using metrics::Membership;

constexpr auto kPaid = "dreamscape.payment.completed";
const base::Timestamp kStart = base::parseIso8601("2026-11-23T10:00:00Z")->time;

/// Looks at three groups, every two seconds: "voyage", whose member "v-1" gets on with partition 1 of the payments and never
/// beyond offset 0 of partition 0; "user", which keeps up; and "ghost", which is absent.
class GroupScene
{
public:
    metrics::GroupLookPtr look()
    {
        auto look = std::make_shared<metrics::GroupLook>();
        look->round = ++m_round;
        look->at = kStart + 2s * m_round;
        look->groups = {voyage(look->at), user(look->at), ghost()};
        return look;
    }

    metrics::GroupBoardPtr boardAfter(int looks)
    {
        for (int i = 0; i < looks; ++i) {
            const auto seen = look();
            m_history.take(seen, seen->samples());
        }
        return m_history.board();
    }

private:
    static metrics::LagSample sample(const std::string& group, int partition, std::int64_t position, std::int64_t end, base::Timestamp at)
    {
        metrics::LagSample s;
        s.group = group;
        s.topic = kPaid;
        s.partition = partition;
        s.position = position;
        s.end = end;
        s.at = at;
        s.lagMs = end > position ? (at - kStart) / 1ms : 0;
        return s;
    }

    GroupReading voyage(base::Timestamp at) const
    {
        GroupReading group;
        group.group = "voyage";
        group.state = GroupState::Known;
        group.phase = metrics::GroupPhase::Stable;
        group.membership = Membership::Told;
        group.isListed = true;
        group.assignor = "range";
        group.members = {{"v-1-id", "v-1", "10.0.0.7", {}, {{kPaid, 0}, {kPaid, 1}}}, {"v-2-id", "v-2", "10.0.0.8", {}, {}}};
        group.samples = {sample("voyage", 0, 0, 5, at), sample("voyage", 1, std::int64_t(m_round), std::int64_t(m_round), at)};
        return group;
    }

    static GroupReading user(base::Timestamp at)
    {
        GroupReading group;
        group.group = "user";
        group.state = GroupState::Known;
        group.samples = {sample("user", 0, 5, 5, at)};
        return group;
    }

    static GroupReading ghost()
    {
        GroupReading group;
        group.group = "ghost";
        group.state = GroupState::Absent;
        group.isExpected = true;
        return group;
    }

    metrics::GroupHistory m_history;
    std::uint64_t m_round = 0;
};

QString shown(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

template <typename Model> void giveFrame(Model& model, const ConsumersFramePtr& frame)
{
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setFrame(frame);
}

TEST(ConsumersFrame, putsTheWorstFirstAndWhatIsBlockedOnTop)
{
    GroupScene scene;
    const auto frame = consumersFrame(scene.boardAfter(30), {});
    GroupModel groups;
    giveFrame(groups, frame);
    EXPECT_EQ(groups.keyAt(0), QStringLiteral("voyage"));
    EXPECT_EQ(groups.keyAt(1), QStringLiteral("user"));
    EXPECT_EQ(groups.keyAt(2), QStringLiteral("ghost"));
    EXPECT_EQ(frame->chosen->reading->group, "voyage") << "the worst is what one comes for";
    PartitionModel partitions;
    giveFrame(partitions, frame);
    EXPECT_EQ(shown(partitions, 0, PartitionModel::Verdict), QStringLiteral("blocked"));
    EXPECT_EQ(shown(partitions, 0, PartitionModel::Topic), QStringLiteral("payment.completed"));
    EXPECT_EQ(shown(partitions, 0, PartitionModel::Lag), QStringLiteral("5"));
    EXPECT_EQ(shown(partitions, 0, PartitionModel::Age), QStringLiteral("60.0 s"));
    EXPECT_EQ(shown(partitions, 0, PartitionModel::Outlook), QStringLiteral("not shrinking"));
    EXPECT_EQ(shown(partitions, 0, PartitionModel::Reader), QStringLiteral("v-1"));
    EXPECT_EQ(shown(partitions, 1, PartitionModel::Verdict), QStringLiteral("OK"));
}

TEST(ConsumersFrame, saysWhoIsIdleAndWhoIsAbsent)
{
    GroupScene scene;
    const auto frame = consumersFrame(scene.boardAfter(1), {"voyage", {}});
    MemberModel members;
    giveFrame(members, frame);
    ASSERT_EQ(members.rowCount(), 2);
    EXPECT_EQ(shown(members, 0, MemberModel::Assigned), QStringLiteral("payment.completed 0, 1"));
    EXPECT_TRUE(shown(members, 1, MemberModel::Assigned).startsWith(QStringLiteral("idle")));
    EXPECT_TRUE(presenceText(*frame->chosen->reading).startsWith(QStringLiteral("stable, 2 ")));
    const auto ghost = consumersFrame(frame->board, {"ghost", {}});
    EXPECT_EQ(presenceText(*ghost->chosen->reading), QStringLiteral("absent"));
    EXPECT_FALSE(presenceSentence(*ghost->chosen->reading).isEmpty());
}

TEST(ConsumersFrame, neverCallsAGroupOfTheNewProtocolDead)
{
    GroupReading group;
    group.state = GroupState::Known;
    group.isListed = true;
    group.phase = metrics::GroupPhase::Dead;
    group.membership = Membership::Hidden;
    EXPECT_EQ(presenceText(group), QStringLiteral("members unreadable"));
    EXPECT_TRUE(presenceSentence(group).contains(QStringLiteral("KIP-848")));
}

TEST(ConsumersFrame, laysPartitionsAgainstGroups)
{
    GroupScene scene;
    MatrixModel matrix;
    giveFrame(matrix, consumersFrame(scene.boardAfter(30), {}));
    ASSERT_EQ(matrix.rowCount(), 2);
    ASSERT_EQ(matrix.columnCount(), 4);
    EXPECT_EQ(shown(matrix, 0, 0), QStringLiteral("payment.completed 0"));
    EXPECT_EQ(shown(matrix, 0, 1), QStringLiteral("60.0 s"));
    EXPECT_EQ(shown(matrix, 0, 2), QStringLiteral("0"));
    EXPECT_EQ(shown(matrix, 1, 2), QString()) << "user does not read partition 1";
    EXPECT_DOUBLE_EQ(matrix.heatAt(matrix.index(0, 1)), 1);
    EXPECT_DOUBLE_EQ(matrix.heatAt(matrix.index(0, 2)), 0);
}

TEST(ConsumersFrame, drawsWhoHeldAPartition)
{
    test::TrafficSession traffic;
    GroupScene scene;
    LaneModel lanes(traffic.state);
    giveFrame(lanes, consumersFrame(scene.boardAfter(30), {}));
    const auto bars = lanes.barsAt(0);
    ASSERT_EQ(bars.size(), 1U);
    EXPECT_EQ(bars[0].member, QStringLiteral("v-1"));
    EXPECT_DOUBLE_EQ(bars[0].from, 0);
    EXPECT_DOUBLE_EQ(bars[0].to, 1);
    EXPECT_EQ(shown(lanes, 0, LaneModel::Now), QStringLiteral("v-1"));
}

TEST(ConsumersFrame, followsAnEventToItsReaders)
{
    GroupScene scene;
    const FollowedEvent event{{{kPaid, 1}, 3}, kStart};
    PassageModel passages;
    giveFrame(passages, consumersFrame(scene.boardAfter(30), {{}, event}));
    ASSERT_EQ(passages.rowCount(), 1);
    EXPECT_EQ(shown(passages, 0, PassageModel::Group), QStringLiteral("voyage"));
    // At the look of 10:00:06 it was at offset 3, two seconds later beyond it.
    EXPECT_EQ(shown(passages, 0, PassageModel::Passage), QStringLiteral("passed 6.00 s to 8.00 s after"));
}

class ConsumersRoomTest : public testing::Test
{
protected:
    void open(ConsumersRoom& room)
    {
        room.resize(1110, 700);
        room.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&room));
    }

    void look(ConsumersRoom& room, int looks = 1)
    {
        for (int i = 0; i < looks; ++i)
            traffic.setGroups(scene.look());
        ASSERT_TRUE(QTest::qWaitFor([&] { return room.isSettled(); }, 30'000));
        QCoreApplication::processEvents();
    }

    static QToolButton* pageButton(const ConsumersRoom& room, const QString& text)
    {
        for (auto* button : room.findChildren<QToolButton*>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

    GroupScene scene;
    test::TrafficSession traffic;
};

TEST_F(ConsumersRoomTest, SaysWhatWouldBeHereBeforeTheFirstLook)
{
    ConsumersRoom room(traffic.state);
    open(room);
    EXPECT_FALSE(room.findChild<QListView*>()->isVisible());
    look(room);
    EXPECT_TRUE(room.findChild<QListView*>()->isVisible());
}

TEST_F(ConsumersRoomTest, LeadsFromABlockedPartitionToTheMessage)
{
    test::StoryWriter writer;
    traffic.feed({writer.raw(kPaid, 0, "poison")});
    ConsumersRoom room(traffic.state);
    open(room);
    look(room, 30);
    QSignalSpy spy(&traffic.state, &ViewState::roomRequested);
    auto* show = room.findChild<QPushButton*>(QStringLiteral("showMessage"));
    ASSERT_TRUE(show && show->isVisible());
    show->click();
    EXPECT_EQ(traffic.state.selectedEvent(), base::EventIndex(0));
    ASSERT_EQ(spy.count(), 1);
    EXPECT_EQ(spy.front().front().toString(), QStringLiteral("events"));
}

TEST_F(ConsumersRoomTest, KeepsTheChosenGroupWhileLooksComeIn)
{
    ConsumersRoom room(traffic.state);
    open(room);
    look(room);
    auto* groups = room.findChild<QListView*>();
    groups->setFocus();
    const int row = groups->currentIndex().row();
    QTest::keyClick(groups, Qt::Key_Down);
    ASSERT_EQ(groups->currentIndex().row(), row + 1);
    const QString chosen = groups->currentIndex().data().toString().section(QLatin1Char(','), 0, 0);
    look(room, 30); // the verdicts change, and with them the order
    EXPECT_EQ(groups->currentIndex().data().toString().section(QLatin1Char(','), 0, 0), chosen);
}

TEST_F(ConsumersRoomTest, OpensAGroupFromTheMatrix)
{
    ConsumersRoom room(traffic.state);
    open(room);
    look(room, 2);
    pageButton(room, QStringLiteral("All groups"))->click();
    QTableView* matrix = nullptr;
    for (auto* table : room.findChildren<QTableView*>()) {
        if (qobject_cast<MatrixModel*>(table->model()))
            matrix = table;
    }
    ASSERT_TRUE(matrix && matrix->isVisible());
    const auto* model = qobject_cast<MatrixModel*>(matrix->model());
    const QString group = model->groupOf(2);
    Q_EMIT matrix->activated(model->index(0, 2));
    look(room, 0);
    EXPECT_TRUE(pageButton(room, QStringLiteral("Group"))->isChecked());
    EXPECT_TRUE(room.findChild<QListView*>()->currentIndex().data().toString().startsWith(group));
}

TEST_F(ConsumersRoomTest, SaysThatAnEarlierMomentIsNotKnown)
{
    test::StoryWriter writer;
    traffic.feed(writer.confirmedBooking(1, 0));
    ConsumersRoom room(traffic.state);
    open(room);
    look(room, 2);
    traffic.state.setAsOf(kStart + 1s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !traffic.state.isTravelling(); }, 30'000));
    EXPECT_FALSE(room.findChild<QListView*>()->isVisible());
    traffic.state.setAsOf({});
    ASSERT_TRUE(QTest::qWaitFor([&] { return room.findChild<QListView*>()->isVisible(); }, 30'000));
}

} // namespace
} // namespace sagascope::ui
