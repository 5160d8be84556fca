// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ui/support/Traffic.h"
#include "ui/sagas/population/BaselineTab.h"
#include "ui/sagas/population/CoverageTab.h"
#include "ui/sagas/population/FactTable.h"
#include "ui/sagas/population/FlowGraph.h"
#include "ui/sagas/population/PopulationFeed.h"
#include "ui/sagas/population/PopulationPage.h"
#include "ui/sagas/population/StuckTab.h"
#include "ui/topology/GraphCanvas.h"

namespace sagascope::ui {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// The page over bookings of which every third is cancelled.
class PopulationPageTest : public testing::Test
{
protected:
    void SetUp() override { QSettings().remove(QStringLiteral("sagas")); }

    void feed(int bookings, int first = 1)
    {
        std::vector<test::Record> records;
        for (int number = first; number < first + bookings; ++number)
            for (test::Record& record : number % 3 ? m_writer.confirmedBooking(number, number * 500)
                                                   : m_writer.cancelledBooking(number, number * 500))
                records.push_back(std::move(record));
        traffic.feed(records);
    }

    void open()
    {
        page.resize(1200, 700);
        page.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&page));
        settle();
    }

    void settle()
    {
        ASSERT_TRUE(QTest::qWaitFor([&] { return page.isSettled(); }, 30'000));
        QCoreApplication::processEvents();
    }

    void showTab(int index)
    {
        page.findChild<QTabWidget*>()->setCurrentIndex(index);
        QCoreApplication::processEvents();
        settle();
    }

    FactTable* table(const char* accessibleName)
    {
        for (FactTable* candidate : page.findChildren<FactTable*>())
            if (candidate->accessibleName() == QLatin1String(accessibleName))
                return candidate;
        return nullptr;
    }

    static std::vector<std::string> cells(const FactTable& table, int column)
    {
        std::vector<std::string> texts;
        for (int row = 0; row < table.facts().rowCount(); ++row)
            texts.push_back(table.facts().row(row).cells.value(column).toStdString());
        return texts;
    }

    test::TrafficSession traffic;
    PopulationFeed population{traffic.state};
    PopulationPage page{traffic.state, population};

private:
    test::StoryWriter m_writer;
};

TEST_F(PopulationPageTest, saysWhatWillBeThereUntilTheFirstSagaComes)
{
    open();
    EXPECT_EQ(population.population() ? population.population()->sagaCount() : 0, 0U);
    feed(3);
    ASSERT_TRUE(QTest::qWaitFor([&] { return population.population() && population.population()->sagaCount() == 3; }, 30'000));
    settle();
    EXPECT_GT(table("Variants")->facts().rowCount(), 0);
}

TEST_F(PopulationPageTest, listsVariantsAndTheMembersOfTheChosenOne)
{
    feed(9);
    open();
    EXPECT_THAT(cells(*table("Variants"), 0), ElementsAre("created > initiated > paid > confirmed", "created > initiated > payment-failed > cancelled"));
    EXPECT_THAT(cells(*table("Variants"), 3), ElementsAre("6", "3"));
    EXPECT_EQ(table("Sagas of the variant")->facts().rowCount(), 6) << "the first variant is chosen";
    table("Variants")->setFocus();
    QTest::keyClick(table("Variants"), Qt::Key_Down);
    EXPECT_EQ(table("Sagas of the variant")->facts().rowCount(), 3);
}

TEST_F(PopulationPageTest, countsAnotherSessionThoughTheCountOfTheOldOneStillRan)
{
    feed(9);
    open();
    const session::SnapshotPtr last = traffic.state.snapshot();
    traffic.state.setTimeWindow(TimeWindow{last->events.row(base::EventIndex(0)).time(), base::kNoTime}); // makes it count
    traffic.state.reset();
    traffic.state.setSnapshot(last); // as of a file that is read to its end: nothing comes after it
    EXPECT_TRUE(QTest::qWaitFor([&] { return population.population() && population.population()->sagaCount() == 9; }, 30'000));
}

TEST_F(PopulationPageTest, openingAMemberSelectsItInTheList)
{
    feed(9);
    open();
    QSignalSpy requests(&page, &SagaPage::pageRequested);
    FactTable* members = table("Sagas of the variant");
    members->setCurrentIndex(members->model()->index(1, 0));
    QTest::keyClick(members, Qt::Key_Return);
    ASSERT_EQ(requests.size(), 1);
    EXPECT_EQ(requests.front().front().toString(), QStringLiteral("list"));
    EXPECT_EQ(traffic.state.selectedSaga(), members->facts().row(1).saga);
}

TEST_F(PopulationPageTest, theChosenVariantStaysWhenTrafficGoesOn)
{
    feed(9);
    open();
    table("Variants")->setCurrentIndex(table("Variants")->model()->index(1, 0));
    const QString chosen = table("Variants")->chosenKey();
    feed(9, 100);
    ASSERT_TRUE(QTest::qWaitFor([&] { return population.population()->sagaCount() == 18; }, 30'000));
    EXPECT_EQ(table("Variants")->chosenKey(), chosen);
    EXPECT_EQ(table("Sagas of the variant")->facts().rowCount(), 6);
}

TEST_F(PopulationPageTest, theTimeWindowHolds)
{
    feed(9);
    open();
    const auto start = traffic.state.snapshot()->sagas.saga(base::SagaId(0)).startedAt;
    traffic.state.setTimeWindow(TimeWindow{start, start + std::chrono::milliseconds(1200)});
    ASSERT_TRUE(QTest::qWaitFor([&] { return population.windowed() != population.population(); }, 30'000));
    EXPECT_EQ(population.windowed()->sagaCount(), 3U);
    EXPECT_EQ(population.population()->sagaCount(), 9U);
    EXPECT_THAT(cells(*table("Variants"), 3), ElementsAre("2", "1"));
}

TEST_F(PopulationPageTest, coverageMarksWhatNeverHappenedAndCopies)
{
    feed(9);
    open();
    showTab(1);
    const FactTable* coverage = table("Coverage of the definition");
    const auto names = cells(*coverage, 0);
    const auto refunded = std::size_t(std::find(names.begin(), names.end(), "refunded") - names.begin());
    ASSERT_LT(refunded, names.size());
    EXPECT_EQ(cells(*coverage, 1)[refunded], "never");
    page.findChild<CoverageTab*>()->findChild<QToolButton*>()->click();
    EXPECT_THAT(QApplication::clipboard()->text().toStdString(), HasSubstr("booking-payment,step,created,voyage.booking.created,9,"));
}

TEST_F(PopulationPageTest, comparesItsHalvesAndACapture)
{
    feed(9);
    open();
    showTab(3);
    const FactTable* changes = table("What changed from A to B");
    EXPECT_GT(changes->facts().rowCount(), 4);
    const QString file = QDir::temp().filePath(QStringLiteral("population-capture.jsonl"));
    std::ofstream(file.toStdString()) << R"({"topic":"dreamscape.voyage.booking.created","partition":0,"offset":0,"ts":1760000000000,"payload":"{\"eventType\":\"voyage.booking.created\",\"eventId\":\"e1\",\"payload\":{\"bookingId\":\"BK-1\"}}"})"
                                      << "\n";
    page.baseline()->openCapture(file.toStdString());
    ASSERT_TRUE(QTest::qWaitFor([&] { return page.baseline()->isSettled(); }, 30'000));
    EXPECT_THAT(cells(*changes, 0), testing::Contains(HasSubstr("− gone: created")));
    EXPECT_THAT(cells(*changes, 0), testing::Contains(HasSubstr("+ new: created > initiated > paid > confirmed")));
    page.baseline()->openCapture("/no/such/file.jsonl");
    EXPECT_TRUE(QTest::qWaitFor([&] { return changes->facts().rowCount() == 0; }, 30'000)) << "and the sentence says what is wrong";
}

TEST_F(PopulationPageTest, anotherSessionStartsEmpty)
{
    feed(9);
    open();
    traffic.state.reset();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !population.population() || population.population()->sagaCount() == 0; }, 30'000));
    settle();
    EXPECT_FALSE(table("Variants")->isVisible());
}

TEST(FlowGraph, drawsWaysWithBeginningsAndEnds)
{
    saga::DefinitionPopulation population;
    population.sagas = 30;
    for (const char* name : {"created", "paid"}) {
        saga::PopulationStep step;
        step.name = name;
        step.eventType = name;
        population.steps.push_back(step);
    }
    population.steps[0].begins = 30;
    population.steps[1].endsIn = 20;
    saga::Transition transition{0, 1, 20, {}};
    transition.waits.add(std::chrono::seconds(2));
    transition.waits.seal();
    population.transitions.push_back(transition);
    const FlowGraph flow = flowGraph(population);
    ASSERT_EQ(flow.graph.nodes.size(), 4U);
    ASSERT_EQ(flow.graph.edges.size(), 3U);
    EXPECT_EQ(flow.notes.size(), flow.graph.edges.size());
    EXPECT_EQ(flow.graph.edges[0].events, 20U);
    EXPECT_TRUE(flow.graph.edges[0].label.startsWith(QStringLiteral("20 · ")));
    EXPECT_EQ(flow.graph.nodes[std::size_t(flow.graph.edges[1].from)].title, QStringLiteral("start"));
    EXPECT_EQ(flow.graph.nodes[std::size_t(flow.graph.edges[2].to)].title, QStringLiteral("end"));
}

TEST(FactTable, keepsTheChosenLineAndCopies)
{
    FactTable table;
    const QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    table.setTitles({QStringLiteral("What"), QStringLiteral("n")});
    const auto line = [](const char* key, const char* count) {
        FactRow row;
        row.key = QString::fromLatin1(key);
        row.cells << row.key << QString::fromLatin1(count);
        return row;
    };
    table.setRows({line("a", "1"), line("b", "2")});
    table.choose(QStringLiteral("b"));
    table.setRows({line("b", "3"), line("a", "1")});
    EXPECT_EQ(table.chosenKey(), QStringLiteral("b"));
    table.copyAll();
    EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("What\tn\nb\t3\na\t1"));
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("b\t3"));
}

} // namespace
} // namespace sagascope::ui
