// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/BrokerWatch.h"

#include <algorithm>
#include <cstdint>

#include <nlohmann/json.hpp>

namespace sagascope::kafka {
namespace {

using Clock = BrokerWatch::Clock;

/// What the statistics say of one broker.
struct BrokerReading
{
    std::string name;           ///< `host:port/id`
    std::string state;          ///< as librdkafka names it
    std::string source;         ///< `configured`, `learned`, or one of librdkafka's own inventions
    std::int64_t awaited = 0;   ///< requests that were sent and not answered
    std::int64_t silentUs = -1; ///< since the last byte came, -1 before the first
};

/// Picks the brokers out of the statistics and stops before the topics, which may be thousands.
class BrokerSax : public nlohmann::json_sax<nlohmann::json>
{
public:
    [[nodiscard]] const std::vector<BrokerReading>& readings() const { return m_readings; }

    bool start_object(std::size_t) override { return ++m_depth > 0; }
    bool end_object() override { return --m_depth > 0; }
    bool start_array(std::size_t) override { return ++m_depth > 0; }
    bool end_array() override { return --m_depth > 0; }
    bool key(string_t& name) override
    {
        if (m_depth == kSectionDepth) {
            m_isInBrokers = name == "brokers";
            return name != "topics";
        }
        if (m_isInBrokers && m_depth == kSectionDepth + 1)
            m_readings.emplace_back().name = name;
        m_key = name;
        return true;
    }
    bool string(string_t& text) override
    {
        if (isOfBroker() && m_key == "state")
            m_readings.back().state = text;
        else if (isOfBroker() && m_key == "source")
            m_readings.back().source = text;
        return true;
    }
    bool number_integer(number_integer_t number) override
    {
        if (isOfBroker() && m_key == "waitresp_cnt")
            m_readings.back().awaited = number;
        else if (isOfBroker() && m_key == "rxidle")
            m_readings.back().silentUs = number;
        return true;
    }
    bool number_unsigned(number_unsigned_t number) override
    {
        return number_integer(static_cast<number_integer_t>(number));
    }
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override { return false; }

private:
    static constexpr int kSectionDepth = 1;

    [[nodiscard]] bool isOfBroker() const { return m_isInBrokers && m_depth == kSectionDepth + 2; }

    int m_depth = 0;
    bool m_isInBrokers = false;
    std::string m_key;
    std::vector<BrokerReading> m_readings;
};

bool isUp(const std::string& state)
{
    return state == "UP" || state == "UPDATE";
}

/// Not connected, and nobody wants it to be.
bool isIdle(const std::string& state)
{
    return state == "INIT";
}

std::string addressOf(const std::string& name)
{
    return name.substr(0, name.find('/'));
}

bool isReal(const BrokerReading& reading)
{
    return reading.source == "configured" || reading.source == "learned";
}

} // namespace

BrokerVerdict BrokerWatch::judge(std::string_view statistics, Clock::time_point now)
{
    BrokerSax sax;
    (void)nlohmann::json::sax_parse(statistics, &sax); // false where it stopped, too
    BrokerVerdict verdict;
    for (const BrokerReading& reading : sax.readings()) {
        if (!isReal(reading))
            continue;
        Broker& broker = m_brokers.try_emplace(reading.name, Broker{now}).first->second;
        const bool hasSpoken = reading.silentUs >= 0 && std::chrono::microseconds(reading.silentUs) < now - broker.looked;
        const bool isDue = isUp(reading.state) && reading.awaited > 0 && !hasSpoken;
        const bool isAway = !isUp(reading.state) && !isIdle(reading.state);
        broker.answerDueSince = isDue ? std::min(broker.answerDueSince, now) : Clock::time_point::max();
        broker.awaySince = isAway ? std::min(broker.awaySince, now) : Clock::time_point::max();
        broker.looked = now;

        const bool isSilent = isDue && now - broker.answerDueSince >= kSilence;
        if (isSilent)
            verdict.silent.push_back(addressOf(reading.name));
        if (isAway && now - broker.awaySince >= kConnecting)
            verdict.unreachable.push_back(addressOf(reading.name));
        verdict.answering += isUp(reading.state) && !isSilent;
        verdict.isCalm = verdict.isCalm && !isSilent && !isAway;
    }
    return verdict;
}

} // namespace sagascope::kafka
