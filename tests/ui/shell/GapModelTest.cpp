// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/GapModel.h"

#include <gtest/gtest.h>

namespace sagascope::ui {
namespace {

Gaps gaps()
{
    return std::make_shared<const std::vector<kafka::OffsetGap>>(
        std::vector<kafka::OffsetGap>{{{"dreamscape.a", 0}, 4, 5}, {{"dreamscape.b", 2}, 10, 20}});
}

QString text(const GapModel& model, int row, GapModel::Column column)
{
    return model.data(model.index(row, column), Qt::DisplayRole).toString();
}

TEST(GapModel, tellsWhereNoRecordWas)
{
    const GapModel model(gaps());
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(text(model, 0, GapModel::Offsets), QStringLiteral("4"));
    EXPECT_EQ(text(model, 1, GapModel::Offsets), QStringLiteral("10 to 19"));
    EXPECT_EQ(text(model, 1, GapModel::Count), QStringLiteral("10"));
    EXPECT_EQ(text(model, 1, GapModel::Contents), QString()) << "nobody has looked";
}

TEST(GapModel, tellsWhatASecondLookFound)
{
    GapModel model(gaps());
    model.setContents(0, kafka::GapContents{.aborted = 0, .absent = 1, .gone = 0});
    EXPECT_EQ(model.nextUnknown(0), 1);
    model.setContents(1, kafka::GapContents{.aborted = 9, .absent = 1, .gone = 0});
    EXPECT_EQ(model.nextUnknown(0), 2);
    EXPECT_TRUE(text(model, 0, GapModel::Contents).contains(QStringLiteral("compacted away")));
    EXPECT_TRUE(text(model, 1, GapModel::Contents).startsWith(QStringLiteral("9 aborted")));
    model.setContents(1, base::Error{base::ErrorCode::TimedOut, "dreamscape.b/2", {}});
    EXPECT_TRUE(text(model, 1, GapModel::Contents).contains(QStringLiteral("dreamscape.b/2")));
}

} // namespace
} // namespace sagascope::ui
