// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/BrokerWatch.h"

#include <gmock/gmock.h>

namespace sagascope::kafka {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

class BrokerWatchTest : public testing::Test
{
protected:
    /// One broker of the statistics, in librdkafka's form.
    static std::string broker(const std::string& name, const std::string& state, int awaited, long long silentUs,
                              const std::string& source = "learned")
    {
        return '"' + name + R"(":{"name":")" + name + R"(","source":")" + source + R"(","state":")" + state
               + R"(","waitresp_cnt":)" + std::to_string(awaited) + R"(,"rxidle":)" + std::to_string(silentUs) + '}';
    }

    BrokerVerdict after(std::chrono::milliseconds pause, const std::string& brokers)
    {
        m_now += pause;
        return m_watch.judge(R"({"name":"client","brokers":{)" + brokers + R"(},"topics":{}})", m_now);
    }

    BrokerWatch m_watch;
    BrokerWatch::Clock::time_point m_now{};
};

TEST_F(BrokerWatchTest, aBrokerThatAnswersIsWell)
{
    for (int i = 0; i < 10; ++i) {
        const auto verdict = after(1s, broker("a:9092/1", "UP", 1, 200'000));
        EXPECT_EQ(verdict.answering, 1);
        EXPECT_TRUE(verdict.isCalm);
    }
}

TEST_F(BrokerWatchTest, aBrokerThatIsAskedNothingMayBeQuiet)
{
    for (int i = 0; i < 20; ++i) {
        const auto verdict = after(1s, broker("a:9092/1", "UP", 0, i * 1'000'000));
        EXPECT_TRUE(verdict.isCalm);
    }
    // The question that ends the silence is not late at once.
    EXPECT_TRUE(after(1s, broker("a:9092/1", "UP", 1, 20'000'000)).isCalm);
}

TEST_F(BrokerWatchTest, anOpenSocketThatOwesAnAnswerIsSilent)
{
    (void)after(1s, broker("a:9092/1", "UP", 1, 100'000) + ',' + broker("b:9092/2", "UP", 1, 100'000));
    BrokerVerdict verdict;
    int seconds = 0;
    while (verdict.silent.empty() && seconds < 20) {
        ++seconds;
        verdict = after(1s, broker("a:9092/1", "UP", 2, 100'000 + seconds * 1'000'000) + ','
                                + broker("b:9092/2", "UP", 1, 100'000));
    }
    EXPECT_THAT(verdict.silent, ElementsAre("a:9092"));
    EXPECT_EQ(verdict.answering, 1);
    EXPECT_FALSE(verdict.isCalm);
    EXPECT_LE(seconds, 6);
    verdict = after(1s, broker("a:9092/1", "UP", 1, 10'000) + ',' + broker("b:9092/2", "UP", 1, 100'000));
    EXPECT_THAT(verdict.silent, IsEmpty());
    EXPECT_TRUE(verdict.isCalm);
}

TEST_F(BrokerWatchTest, aBrokerThatIsWantedAndAwayIsToldAtTheSecondLook)
{
    EXPECT_THAT(after(1s, broker("a:9092/1", "TRY_CONNECT", 0, -1)).unreachable, IsEmpty());
    const auto verdict = after(1s, broker("a:9092/1", "CONNECT", 0, -1));
    EXPECT_THAT(verdict.unreachable, ElementsAre("a:9092"));
    EXPECT_EQ(verdict.answering, 0);
    EXPECT_FALSE(verdict.isCalm);
}

TEST_F(BrokerWatchTest, whatNobodyWantsIsNoTrouble)
{
    for (int i = 0; i < 3; ++i) {
        const auto verdict = after(1s, broker("a:9092/1", "INIT", 0, -1) + ','
                                           + broker(":0/internal", "CONNECT", 0, -1, "internal"));
        EXPECT_TRUE(verdict.isCalm);
        EXPECT_EQ(verdict.answering, 0);
    }
}

TEST_F(BrokerWatchTest, unreadableStatisticsSayNothing)
{
    EXPECT_TRUE(m_watch.judge("{", m_now).isCalm);
    EXPECT_TRUE(m_watch.judge("[]", m_now).isCalm);
}

} // namespace
} // namespace sagascope::kafka
