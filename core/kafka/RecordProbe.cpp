// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/RecordProbe.h"

#include <algorithm>
#include <set>

#include "core/kafka/RdBatch.h"

namespace sagascope::kafka {

namespace {

using Steady = std::chrono::steady_clock;
using metrics::Place;
using metrics::RecordPlace;

std::optional<RecordProbe::Found> foundIn(const rd_kafka_message_t& message)
{
    if (message.err == RD_KAFKA_RESP_ERR__PARTITION_EOF)
        return RecordProbe::Found{true};
    if (message.err != RD_KAFKA_RESP_ERR_NO_ERROR)
        return std::nullopt;
    return RecordProbe::Found{false, timeOf(message), sizeOf(message)};
}

} // namespace

bool RecordProbe::Patience::isOver() const
{
    return Steady::now() >= deadline || (isStopped && isStopped());
}

std::chrono::milliseconds RecordProbe::Patience::nextWait() const
{
    constexpr std::chrono::milliseconds kLongest{100}; // so that stopping is noticed
    return std::clamp(std::chrono::ceil<std::chrono::milliseconds>(deadline - Steady::now()), std::chrono::milliseconds(0), kLongest);
}

rd_kafka_topic_t* RecordProbe::topicNamed(const std::string& name)
{
    auto& topic = m_topics[name];
    if (!topic)
        topic.reset(rd_kafka_topic_new(m_client, name.c_str(), nullptr));
    return topic.get();
}

/// One read at a time per partition, so what is wanted of the same one comes in waves.
RecordProbe::Answers RecordProbe::look(std::span<const RecordPlace> places, std::chrono::milliseconds timeout,
                                       const std::function<bool()>& isStopped)
{
    Answers answers;
    std::set<RecordPlace> left(places.begin(), places.end());
    const Patience patience{Steady::now() + timeout, isStopped};
    while (!left.empty() && !patience.isOver()) {
        Wave wave;
        std::erase_if(left, [&](const RecordPlace& asked) { return wave.emplace(asked.place, asked.offset).second; });
        lookOnce(wave, patience, answers);
    }
    return answers;
}

void RecordProbe::lookOnce(const Wave& wave, const Patience& patience, Answers& answers)
{
    const RdQueue queue(rd_kafka_queue_new(m_client));
    Wave waiting;
    for (const auto& [place, offset] : wave) {
        if (rd_kafka_consume_start_queue(topicNamed(place.topic), place.partition, offset, queue.get()) == 0)
            waiting.emplace(place, offset);
    }
    const Wave started = waiting;
    while (!waiting.empty() && !patience.isOver()) {
        const RdMessage message(rd_kafka_consume_queue(queue.get(), static_cast<int>(patience.nextWait().count())));
        if (!message || !message->rkt)
            continue;
        const Place place{rd_kafka_topic_name(message->rkt), message->partition};
        const auto asked = waiting.find(place);
        if (asked == waiting.end())
            continue; // a later record of a partition that has answered
        if (const auto answer = foundIn(*message))
            answers.emplace(RecordPlace{place, asked->second}, *answer);
        waiting.erase(asked);
    }
    for (const auto& [place, offset] : started)
        rd_kafka_consume_stop(topicNamed(place.topic), place.partition);
}

} // namespace sagascope::kafka
