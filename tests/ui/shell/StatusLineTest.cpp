// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/StatusLine.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>

#include "ui/common/ElidedLabel.h"
#include "ui/shell/EventLoopWatch.h"
#include "ui/shell/Language.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

struct StatusLineTest : testing::Test
{
    ViewState state;
    EventLoopWatch watch;
    StatusLine line{state, watch};

    void SetUp() override { Language::current().apply(QStringLiteral("en")); }

    void show(const session::Snapshot& snapshot)
    {
        state.setSnapshot(std::make_shared<const session::Snapshot>(snapshot));
    }

    [[nodiscard]] QString reading() const { return line.findChild<ElidedLabel*>(QStringLiteral("statusReading"))->fullText(); }
    bool reads(const QString& text)
    {
        return QTest::qWaitFor([&] { return reading() == text; }, 10'000);
    }
};

metrics::LagSample sampleOf(const char* group, std::optional<std::int64_t> position, std::int64_t end)
{
    metrics::LagSample sample;
    sample.group = group;
    sample.topic = "dreamscape.payment.failed";
    sample.position = position;
    sample.end = end;
    return sample;
}

TEST_F(StatusLineTest, SaysWhatASearchFoundAndHowFarItIs)
{
    session::Snapshot snapshot;
    snapshot.sequence = 1;
    snapshot.connection.search = session::SearchCounts{10'000, 3, 2, 1};
    snapshot.connection.backlog = 40'000;
    snapshot.connection.backlogLeft = 30'000;
    show(snapshot);
    EXPECT_TRUE(reads(QStringLiteral("found 3 of 10,000 read · catching up: 25 %")));
    snapshot.sequence = 2;
    snapshot.connection.backlogLeft = 0;
    show(snapshot);
    EXPECT_TRUE(reads(QStringLiteral("found 3 of 10,000 read")));
}

TEST_F(StatusLineTest, SaysWhetherWhatWasReadIsSaved)
{
    const auto says = [&](const QString& text) {
        return QTest::qWaitFor([&] {
            for (const auto* label : line.findChildren<QLabel*>())
                if (label->text() == text)
                    return true;
            return false;
        }, 10'000);
    };
    const auto has = [&](std::uint64_t records) {
        const auto snapshot = std::make_unique<session::Snapshot>();
        snapshot->sequence = records;
        snapshot->counts.records = records;
        snapshot->isCaptureTemporary = true;
        snapshot->capture.emplace().bytes = 2'000;
        show(*snapshot);
    };
    has(40);
    EXPECT_TRUE(says(QStringLiteral("unsaved · 2.0 kB")));
    line.noteSaved(QStringLiteral("/tmp/monday.sagascope"), 40);
    EXPECT_TRUE(says(QStringLiteral("saved as monday.sagascope")));
    has(41);
    EXPECT_TRUE(says(QStringLiteral("unsaved · 2.0 kB"))) << "the new one is not";
}

TEST_F(StatusLineTest, OfAFileOfLinesTellsNoRateInBytes)
{
    session::Snapshot snapshot;
    snapshot.connection.backlog = 1'000'000;
    snapshot.connection.backlogLeft = 1'000'000;
    snapshot.connection.isBacklogInBytes = true;
    EXPECT_TRUE(QTest::qWaitFor([&] {
        ++snapshot.sequence;
        snapshot.connection.backlogLeft -= 100;
        show(snapshot);
        return reading().contains(QStringLiteral(" %, about ")) && !reading().contains(QStringLiteral("/s"));
    }, 20'000)) << reading().toStdString();
}

TEST_F(StatusLineTest, TellsRateAndTimeFromWhatIsReadAndNotFromWhatIsKept)
{
    session::Snapshot snapshot;
    snapshot.connection.backlog = 1'000'000;
    snapshot.connection.backlogLeft = 1'000'000;
    const bool isTold = QTest::qWaitFor([&] {
        ++snapshot.sequence;
        snapshot.connection.backlogLeft -= 100;
        show(snapshot);
        return reading().contains(QStringLiteral("/s, about ")) && reading().endsWith(QStringLiteral(" left"));
    }, 10'000);
    EXPECT_TRUE(isTold) << reading().toStdString();
}

TEST_F(StatusLineTest, ASmallWindowNeedsNoRoomForAllThatThereIsToSay)
{
    const int before = line.minimumSizeHint().width();
    session::Snapshot snapshot;
    snapshot.sequence = 1;
    snapshot.connection.search = session::SearchCounts{1'000'000'000, 1'000'000, 2, 1};
    snapshot.connection.backlog = 1'000'000'000;
    snapshot.connection.backlogLeft = 900'000'000;
    show(snapshot);
    ASSERT_TRUE(QTest::qWaitFor([&] { return reading().contains(QStringLiteral("10 %")); }, 10'000));
    EXPECT_LE(line.minimumSizeHint().width(), before + 24);
}

TEST_F(StatusLineTest, CountsNoLagForAGroupThatIsNotThere)
{
    session::Snapshot snapshot;
    snapshot.sequence = 1;
    snapshot.lag = {sampleOf("absent", std::nullopt, 900), sampleOf("behind", 880, 900)};
    show(snapshot);
    const auto* lag = line.findChild<QLabel*>(QStringLiteral("statusLag"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return lag->text() == QStringLiteral("lag 20"); }, 10'000));
}

TEST_F(StatusLineTest, CountsOneAsOneAndManyInGroups)
{
    const auto says = [this](const QString& text) {
        const auto labels = line.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->text() == text; });
    };
    session::Snapshot snapshot;
    snapshot.sequence = 1;
    snapshot.counts.events = 1;
    snapshot.counts.sagas = 300'000;
    snapshot.counts.unreadableLines = 1;
    show(snapshot);
    EXPECT_TRUE(reads(QStringLiteral("1 unreadable line")));
    EXPECT_TRUE(says(QStringLiteral("1 event")));
    EXPECT_TRUE(says(QStringLiteral("300,000 sagas")));
}

TEST_F(StatusLineTest, TheProgramsOwnNumbersAreLeftOutRatherThanCut)
{
    Theme::current().apply(*qApp, ThemeKind::Dark);
    const auto* program = line.findChild<ElidedLabel*>(QStringLiteral("statusProgram"));
    line.resize(1600, 26);
    line.show();
    EXPECT_TRUE(QTest::qWaitFor([&] { return program->text().contains(QStringLiteral("updates/s")); }, 10'000));
    const QString all = program->text();
    const auto isShortened = [&] { // what the others leave it is known once all are laid out
        if (program->width() > program->fontMetrics().horizontalAdvance(all) - 8)
            line.resize(line.width() - 10, 26);
        return !program->text().contains(QStringLiteral("updates/s"));
    };
    EXPECT_TRUE(QTest::qWaitFor(isShortened, 20'000));
    EXPECT_TRUE(QTest::qWaitFor([&] { return program->text().endsWith(QStringLiteral(" ms")); }, 10'000)) << program->text().toStdString();
    EXPECT_TRUE(QTest::qWaitFor([&] { return program->toolTip().contains(QStringLiteral("updates/s")); }, 10'000));
}

} // namespace
} // namespace sagascope::ui
