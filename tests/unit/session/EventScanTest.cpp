// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/EventScan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <numeric>
#include <thread>

namespace sagascope::session {
namespace {

struct EventScanTest : testing::Test
{
    std::vector<std::uint32_t> found;
    std::vector<std::size_t> searched; ///< after each part
    std::atomic<std::size_t> questions = 0;

    EventScan scan(std::size_t from, std::size_t end, unsigned threads)
    {
        EventScan scan;
        scan.from = from;
        scan.end = end;
        scan.threads = threads;
        scan.makeQuestion = [this] {
            ++questions;
            return [](base::EventIndex event) { return event.value % 7 == 0; };
        };
        scan.deliver = [this](EventScanPart part) {
            found.insert(found.end(), part.found.begin(), part.found.end());
            searched.push_back(part.searchedTo);
        };
        return scan;
    }
};

TEST_F(EventScanTest, FindsTheSameInTheSameOrderWithAnyNumberOfThreads)
{
    std::vector<std::uint32_t> expected;
    for (std::uint32_t i = 700; i < 100'001; i += 7)
        expected.push_back(i);
    for (const unsigned threads : {0U, 1U, 2U, 5U}) {
        found.clear();
        searched.clear();
        scan(694, 100'001, threads).run();
        EXPECT_EQ(found, expected) << threads;
        EXPECT_TRUE(std::is_sorted(searched.begin(), searched.end()));
        EXPECT_EQ(searched.back(), 100'001U);
    }
}

TEST_F(EventScanTest, TellsWhatItFoundBeforeEverythingWasAsked)
{
    EventScan asked = scan(0, 1'000'000, 2);
    std::atomic<bool> wasTold = false;
    asked.deliver = [&](EventScanPart) { wasTold = true; };
    asked.makeQuestion = [&] {
        return [&](base::EventIndex event) {
            while (event.value == 999'999 && !wasTold)
                std::this_thread::yield(); // never ends when the first part waits for the last
            return false;
        };
    };
    asked.run();
    EXPECT_TRUE(wasTold);
}

TEST_F(EventScanTest, AStopLeavesAWholeBeginning)
{
    std::atomic<bool> isStopped = false;
    EventScan asked = scan(0, 10'000'000, 3);
    asked.isStopped = [&] { return isStopped.load(); };
    asked.deliver = [&, deliver = asked.deliver](EventScanPart part) {
        deliver(std::move(part));
        isStopped = searched.size() >= 3;
    };
    asked.run();
    ASSERT_GE(searched.size(), 3U);
    EXPECT_LT(searched.back(), 10'000'000U);
    EXPECT_EQ(found.size(), (searched.back() + 6) / 7) << "everything before the end that was told, and nothing behind it";
}

TEST_F(EventScanTest, NothingToAskIsDoneAtOnce)
{
    scan(5, 5, 4).run();
    EXPECT_TRUE(searched.empty());
    EXPECT_EQ(questions, 0U);
    scan(5, 6, 4).run();
    EXPECT_EQ(questions, 1U) << "no more threads than there is work";
}

} // namespace
} // namespace sagascope::session
