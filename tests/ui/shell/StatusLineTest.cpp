// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/StatusLine.h"

#include <QLabel>
#include <QTest>

#include <gtest/gtest.h>

#include "ui/shell/EventLoopWatch.h"
#include "ui/shell/Language.h"

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

    /// Waits until the label of this name says it.
    bool says(const char* name, const QString& text)
    {
        const auto* label = line.findChild<QLabel*>(QString::fromLatin1(name));
        return QTest::qWaitFor([&] { return label->text() == text; }, 10'000);
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
    EXPECT_TRUE(says("statusReading", QStringLiteral("found 3 of 10,000 read · catching up: 25 %")));
    snapshot.sequence = 2;
    snapshot.connection.backlogLeft = 0;
    show(snapshot);
    EXPECT_TRUE(says("statusReading", QStringLiteral("found 3 of 10,000 read")));
}

TEST_F(StatusLineTest, TellsRateAndTimeFromWhatIsReadAndNotFromWhatIsKept)
{
    session::Snapshot snapshot;
    snapshot.connection.backlog = 1'000'000;
    snapshot.connection.backlogLeft = 1'000'000;
    const auto* label = line.findChild<QLabel*>(QStringLiteral("statusReading"));
    const bool isTold = QTest::qWaitFor([&] {
        ++snapshot.sequence;
        snapshot.connection.backlogLeft -= 100;
        show(snapshot);
        return label->text().contains(QStringLiteral("/s, about ")) && label->text().endsWith(QStringLiteral(" left"));
    }, 10'000);
    EXPECT_TRUE(isTold) << label->text().toStdString();
}

TEST_F(StatusLineTest, CountsNoLagForAGroupThatIsNotThere)
{
    session::Snapshot snapshot;
    snapshot.sequence = 1;
    snapshot.lag = {sampleOf("absent", std::nullopt, 900), sampleOf("behind", 880, 900)};
    show(snapshot);
    EXPECT_TRUE(says("statusLag", QStringLiteral("lag 20")));
}

} // namespace
} // namespace sagascope::ui
