// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/FindingList.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

#include <gtest/gtest.h>

namespace sagascope::ui {
namespace {

using base::EventIndex;
using base::Rule;

class FindingListTest : public testing::Test
{
protected:
    void SetUp() override { list.show(); }

    /// The rules' names as they stand from top to bottom.
    QStringList rules() const
    {
        QCoreApplication::processEvents(); // what is put into a layout is shown by the next event
        QStringList names;
        for (const QLabel* label : list.findChildren<QLabel*>(QStringLiteral("panelTitle"))) {
            if (label->isVisible())
                names += label->text();
        }
        return names;
    }

    QPushButton* button() const
    {
        QCoreApplication::processEvents();
        const auto all = list.findChildren<QPushButton*>();
        const auto shown = std::find_if(all.begin(), all.end(), [](const QPushButton* each) { return each->isVisible(); });
        return shown == all.end() ? nullptr : *shown;
    }

    FindingList list;
};

TEST_F(FindingListTest, PutsTheMostSevereFirst)
{
    list.setFindings({{Rule::DeadEndEvent, {}, {}}, {Rule::SagaStuck, {}, {}}, {Rule::KeyUnexpected, {}, {}}});
    EXPECT_EQ(rules(), QStringList({QStringLiteral("saga-stuck"), QStringLiteral("key-unexpected"), QStringLiteral("dead-end-event")}));
}

TEST_F(FindingListTest, PutsWhatIsAboutTheWholeSagaBeforeWhatIsAboutItsEvents)
{
    list.setFindings({{Rule::CorrelationMissing, {}, {}}, {Rule::RefundAmountConflict, {}, {}}, {Rule::DeadLetter, {}, {}}});
    EXPECT_EQ(rules(), QStringList({QStringLiteral("dead-letter"), QStringLiteral("refund-amount-conflict"), QStringLiteral("correlation-missing")}));
}

TEST_F(FindingListTest, WalksThroughTheEventsOfAFinding)
{
    list.setFindings({{Rule::DuplicateRedelivery, {}, {EventIndex(4), EventIndex(9)}}});
    EventIndex activated;
    QObject::connect(&list, &FindingList::eventActivated, &list, [&](EventIndex event) { activated = event; });
    for (const EventIndex expected : {EventIndex(4), EventIndex(9), EventIndex(4)}) {
        ASSERT_NE(button(), nullptr);
        button()->click();
        EXPECT_EQ(activated, expected);
        list.setCurrentEvent(expected);
    }
}

TEST_F(FindingListTest, OffersNoEventThatIsSelectedAlready)
{
    list.setFindings({{Rule::KeyUnexpected, {}, {EventIndex(4)}}});
    ASSERT_NE(button(), nullptr);
    list.setCurrentEvent(EventIndex(4));
    EXPECT_EQ(button(), nullptr);
    list.setCurrentEvent(EventIndex(5));
    EXPECT_NE(button(), nullptr);
}

} // namespace
} // namespace sagascope::ui
