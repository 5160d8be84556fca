// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/RelatedPage.h"

#include <QAbstractItemModelTester>
#include <QTableView>
#include <QtTest>

#include <gtest/gtest.h>

#include "tests/ui/support/Traffic.h"
#include "ui/common/EmptyState.h"
#include "ui/common/RelatedModel.h"

namespace sagascope::ui {
namespace {

class RelatedPageTest : public testing::Test
{
protected:
    void SetUp() override
    {
        traffic.feed(writer.confirmedBooking(1, 0));
        page.resize(700, 300);
        page.show();
    }

    RelatedModel& model() const { return *page.findChild<RelatedModel*>(); }

    void select(std::uint32_t event)
    {
        traffic.state.selectEvent(base::EventIndex(event));
        ASSERT_TRUE(QTest::qWaitFor([&] { return page.isSettled(); }, 30'000));
    }

    std::vector<std::pair<QString, QString>> rows() const
    {
        std::vector<std::pair<QString, QString>> texts;
        for (int row = 0; row < model().rowCount(); ++row)
            texts.emplace_back(model().index(row, RelatedModel::How).data().toString(), model().index(row, RelatedModel::Type).data().toString());
        return texts;
    }

    static std::pair<QString, QString> row(const char* how, const char* type)
    {
        return {QString::fromLatin1(how), QString::fromLatin1(type)};
    }

    test::StoryWriter writer;
    test::TrafficSession traffic;
    RelatedPage page{traffic.state};
};

TEST_F(RelatedPageTest, ListsTheCauseTheEffectsAndTheRestOfTheSaga)
{
    const QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    select(2);
    EXPECT_EQ(rows(), (std::vector{row("cause", "payment.initiated"), row("effect", "voyage.booking.confirmed"),
                                   row("effect", "notification.email.requested"), row("same saga", "voyage.booking.created")}));
    EXPECT_EQ(model().index(1, RelatedModel::When).data().toString(), QStringLiteral("+100 ms"));
    EXPECT_EQ(model().index(1, RelatedModel::Why).data().toString(), QStringLiteral("declared"));
}

TEST_F(RelatedPageTest, EnterGoesToTheEventAndListsWhatIsRelatedToThat)
{
    select(2);
    auto* table = page.findChild<QTableView*>();
    table->setCurrentIndex(model().index(0, 0));
    Q_EMIT table->activated(table->currentIndex());
    EXPECT_EQ(traffic.state.selectedEvent(), base::EventIndex(1));
    ASSERT_TRUE(QTest::qWaitFor([&] { return page.isSettled(); }, 30'000));
    EXPECT_EQ(rows().front(), row("cause", "voyage.booking.created"));
}

TEST_F(RelatedPageTest, NoticesWhatIsReadLater)
{
    select(2);
    test::Record copy = test::StoryWriter().confirmedBooking(1, 0)[2];
    traffic.feed({copy.at(1, 70)});
    traffic.finish();
    const auto hasRepeat = [&] {
        const auto all = rows();
        return std::find(all.begin(), all.end(), row("repeat", "payment.completed")) != all.end();
    };
    EXPECT_TRUE(QTest::qWaitFor(hasRepeat, 30'000));
}

TEST_F(RelatedPageTest, SaysSoWhereNothingIsRelated)
{
    traffic.feed({writer.raw("dreamscape.payment.failed", 5'000, "no event at all")});
    select(5);
    EXPECT_EQ(model().rowCount(), 0);
    EXPECT_TRUE(page.findChild<EmptyState*>()->isVisible());
}

} // namespace
} // namespace sagascope::ui
