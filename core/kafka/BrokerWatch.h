// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sagascope::kafka {

/// How the brokers of one client stand at one moment.
struct BrokerVerdict
{
    int answering = 0;                     ///< connected, and owe no answer for long
    std::vector<std::string> silent{};     ///< connected, but an answer is due and not one byte came: `host:port`
    std::vector<std::string> unreachable{}; ///< wanted, but no connection stands
    bool isCalm = true;                    ///< no broker that is wanted is silent, away or being connected to
};

/// Judges brokers by librdkafka's statistics. Those know two things that its error events do not tell: that a socket is
/// open and silent (a frozen broker, a cut cable; the request itself fails after a minute), and that a broker is back.
///
/// A broker that nothing is wanted from is not connected to, and that is no trouble. One thread.
class BrokerWatch
{
public:
    using Clock = std::chrono::steady_clock;

    /// Within this time a broker that is there answers: a fetch waits for a quarter of a second at most.
    static constexpr auto kSilence = std::chrono::seconds(4);
    /// Connecting may take this long before it counts as trouble.
    static constexpr auto kConnecting = std::chrono::milliseconds(900);

    /// `statistics` is the JSON that librdkafka hands to its statistics callback. What can't be read says nothing.
    [[nodiscard]] BrokerVerdict judge(std::string_view statistics, Clock::time_point now);

private:
    struct Broker
    {
        Clock::time_point looked;      ///< when it was judged last
        Clock::time_point answerDueSince = Clock::time_point::max();
        Clock::time_point awaySince = Clock::time_point::max();
    };

    std::map<std::string, Broker, std::less<>> m_brokers;
};

} // namespace sagascope::kafka
