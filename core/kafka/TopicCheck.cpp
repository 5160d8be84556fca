// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/TopicCheck.h"

#include <map>

namespace sagascope::kafka {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kSliceMs = 100;

CheckFault faultOfTopic(rd_kafka_resp_err_t code)
{
    switch (code) {
    case RD_KAFKA_RESP_ERR_NO_ERROR: return CheckFault::None;
    case RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED: return CheckFault::TopicHidden;
    case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART:
    case RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC: return CheckFault::TopicMissing;
    default: return CheckFault::Other;
    }
}

int millisecondsUntil(Clock::time_point deadline)
{
    return int(std::max<std::int64_t>(
        1, std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count()));
}

CheckStep askFor(rd_kafka_t* client, const std::string& name, int timeout)
{
    CheckStep step{CheckStage::Permission, name};
    const RdTopic topic(rd_kafka_topic_new(client, name.c_str(), nullptr));
    const rd_kafka_metadata_t* raw = nullptr;
    auto code = topic ? rd_kafka_metadata(client, 0, topic.get(), &raw, timeout) : RD_KAFKA_RESP_ERR__INVALID_ARG;
    const RdMetadata metadata(raw);
    if (code == RD_KAFKA_RESP_ERR_NO_ERROR && metadata->topic_cnt == 1)
        code = metadata->topics[0].err;
    step.fault = faultOfTopic(code);
    if (!step.isPassed())
        step.detail = rd_kafka_err2str(code);
    return step;
}

/// Fetches the last record of each topic's first partition until each has answered.
class LastRecords
{
public:
    LastRecords(rd_kafka_t* client, std::vector<CheckStep>& steps) : m_queue(rd_kafka_queue_new(client))
    {
        for (CheckStep& step : steps) {
            if (!step.isPassed())
                continue;
            RdTopic topic(rd_kafka_topic_new(client, step.subject.c_str(), nullptr));
            if (topic && rd_kafka_consume_start_queue(topic.get(), 0, RD_KAFKA_OFFSET_TAIL(1), m_queue.get()) == 0)
                m_open.emplace(step.subject, &step);
            m_topics.push_back(std::move(topic));
        }
    }
    ~LastRecords()
    {
        for (const RdTopic& topic : m_topics) {
            if (topic)
                rd_kafka_consume_stop(topic.get(), 0);
        }
    }
    LastRecords(const LastRecords&) = delete;
    LastRecords& operator=(const LastRecords&) = delete;

    void await(Clock::time_point deadline, const std::function<bool()>& isStopped)
    {
        while (!m_open.empty() && Clock::now() < deadline && !(isStopped && isStopped())) {
            if (const RdMessage message{rd_kafka_consume_queue(m_queue.get(), kSliceMs)})
                take(*message);
        }
        for (const auto& [name, step] : m_open) {
            step->fault = CheckFault::NoAnswer;
            step->detail = "no record and no end of the partition came in time";
        }
    }

private:
    void take(const rd_kafka_message_t& message)
    {
        if (message.rkt == nullptr)
            return;
        const auto open = m_open.find(rd_kafka_topic_name(message.rkt));
        if (open == m_open.end())
            return;
        if (message.err != RD_KAFKA_RESP_ERR_NO_ERROR && message.err != RD_KAFKA_RESP_ERR__PARTITION_EOF) {
            open->second->fault = message.err == RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED ? CheckFault::TopicUnreadable
                                                                                              : CheckFault::Other;
            open->second->detail = rd_kafka_err2str(message.err);
        }
        m_open.erase(open);
    }

    RdQueue m_queue;
    std::vector<RdTopic> m_topics;
    std::map<std::string, CheckStep*, std::less<>> m_open; ///< those that have not answered
};

} // namespace

std::vector<CheckStep> checkTopics(rd_kafka_t* client, const std::vector<std::string>& topics,
                                   std::chrono::milliseconds timeout, const std::function<bool()>& isStopped)
{
    std::vector<CheckStep> steps;
    const auto deadline = Clock::now() + timeout;
    for (const std::string& topic : topics) {
        if (isStopped && isStopped())
            break;
        steps.push_back(askFor(client, topic, millisecondsUntil(deadline)));
    }
    LastRecords(client, steps).await(deadline, isStopped);
    return steps;
}

} // namespace sagascope::kafka
