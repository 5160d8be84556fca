// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/speed/BareReading.h"

#include <librdkafka/rdkafka.h>

#include <array>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace sagascope::bench {
namespace {

template <auto destroy> struct Destroy
{
    template <typename T> void operator()(T* handle) const { destroy(handle); }
};
using Client = std::unique_ptr<rd_kafka_t, Destroy<rd_kafka_destroy>>;
using Queue = std::unique_ptr<rd_kafka_queue_t, Destroy<rd_kafka_queue_destroy>>;
using Topic = std::unique_ptr<rd_kafka_topic_t, Destroy<rd_kafka_topic_destroy>>;
using Metadata = std::unique_ptr<const rd_kafka_metadata_t, Destroy<rd_kafka_metadata_destroy>>;

constexpr int kBatch = 4'096;
constexpr int kPatienceMs = 60'000;

void set(rd_kafka_conf_t* conf, const char* name, const char* value)
{
    std::array<char, 256> reason{};
    if (rd_kafka_conf_set(conf, name, value, reason.data(), reason.size()) != RD_KAFKA_CONF_OK)
        throw std::runtime_error(reason.data());
}

/// See kafka::Consumer, which says why.
Client openClient(const std::string& bootstrap)
{
    rd_kafka_conf_t* conf = rd_kafka_conf_new();
    set(conf, "bootstrap.servers", bootstrap.c_str());
    set(conf, "queued.min.messages", "1000000");
    set(conf, "queued.max.messages.kbytes", "131072");
    set(conf, "fetch.message.max.bytes", "10489856");
    set(conf, "fetch.wait.max.ms", "250");
    set(conf, "enable.auto.commit", "false");
    set(conf, "enable.auto.offset.store", "false");
    std::array<char, 256> reason{};
    Client client(rd_kafka_new(RD_KAFKA_CONSUMER, conf, reason.data(), reason.size()));
    if (!client)
        throw std::runtime_error(reason.data());
    return client;
}

struct Started
{
    Topic topic;
    int partitions = 0;
};

/// Begins to read all partitions of the platform's topics into the queue.
std::vector<Started> startAll(rd_kafka_t* client, rd_kafka_queue_t* queue)
{
    const rd_kafka_metadata_t* described = nullptr;
    if (const auto code = rd_kafka_metadata(client, 1, nullptr, &described, kPatienceMs); code != RD_KAFKA_RESP_ERR_NO_ERROR)
        throw std::runtime_error(rd_kafka_err2str(code));
    const Metadata metadata(described);
    std::vector<Started> started;
    for (int i = 0; i < metadata->topic_cnt; ++i) {
        const rd_kafka_metadata_topic_t& topic = metadata->topics[i];
        if (!std::string_view(topic.topic).starts_with("dreamscape."))
            continue;
        started.push_back({Topic(rd_kafka_topic_new(client, topic.topic, nullptr)), topic.partition_cnt});
        for (int p = 0; p < topic.partition_cnt; ++p)
            rd_kafka_consume_start_queue(started.back().topic.get(), p, RD_KAFKA_OFFSET_BEGINNING, queue);
    }
    return started;
}

} // namespace

std::size_t countBare(const std::string& bootstrap, std::size_t count)
{
    const Client client = openClient(bootstrap);
    const Queue queue(rd_kafka_queue_new(client.get()));
    const std::vector<Started> started = startAll(client.get(), queue.get());
    std::vector<rd_kafka_message_t*> messages(kBatch);
    std::size_t read = 0;
    auto lastRead = std::chrono::steady_clock::now();
    while (read < count) {
        // Asked for many, it waits until there are as many: the remainder is asked for with little patience.
        const auto got = rd_kafka_consume_batch_queue(queue.get(), 5, messages.data(), messages.size());
        for (ssize_t i = 0; i < got; ++i) {
            read += messages[std::size_t(i)]->err == RD_KAFKA_RESP_ERR_NO_ERROR ? 1 : 0;
            rd_kafka_message_destroy(messages[std::size_t(i)]);
        }
        const auto now = std::chrono::steady_clock::now();
        if (got > 0)
            lastRead = now;
        else if (now - lastRead > std::chrono::milliseconds(kPatienceMs))
            throw std::runtime_error("the broker gives no more after " + std::to_string(read) + " records");
    }
    for (const auto& [topic, partitions] : started)
        for (int p = 0; p < partitions; ++p)
            rd_kafka_consume_stop(topic.get(), p);
    return read;
}

} // namespace sagascope::bench
