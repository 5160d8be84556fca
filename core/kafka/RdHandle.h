// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to this folder: nobody else sees librdkafka.
#include <librdkafka/rdkafka.h>

#include <memory>

namespace sagascope::kafka {

/// Turns a C destroy function into a deleter.
template <auto destroy> struct RdDestroy
{
    template <typename T> void operator()(T* handle) const { destroy(handle); }
};

using RdConf = std::unique_ptr<rd_kafka_conf_t, RdDestroy<rd_kafka_conf_destroy>>;
using RdTopicConf = std::unique_ptr<rd_kafka_topic_conf_t, RdDestroy<rd_kafka_topic_conf_destroy>>;
using RdTopic = std::unique_ptr<rd_kafka_topic_t, RdDestroy<rd_kafka_topic_destroy>>;
using RdQueue = std::unique_ptr<rd_kafka_queue_t, RdDestroy<rd_kafka_queue_destroy>>;
using RdMessage = std::unique_ptr<rd_kafka_message_t, RdDestroy<rd_kafka_message_destroy>>;
using RdPartitions = std::unique_ptr<rd_kafka_topic_partition_list_t, RdDestroy<rd_kafka_topic_partition_list_destroy>>;
using RdMetadata = std::unique_ptr<const rd_kafka_metadata_t, RdDestroy<rd_kafka_metadata_destroy>>;
using RdHeaders = std::unique_ptr<rd_kafka_headers_t, RdDestroy<rd_kafka_headers_destroy>>;
using RdError = std::unique_ptr<rd_kafka_error_t, RdDestroy<rd_kafka_error_destroy>>;
using RdEvent = std::unique_ptr<rd_kafka_event_t, RdDestroy<rd_kafka_event_destroy>>;
using RdAdminOptions = std::unique_ptr<rd_kafka_AdminOptions_t, RdDestroy<rd_kafka_AdminOptions_destroy>>;

/// A client. Its destruction waits for librdkafka's threads, so everything made from it (topics, queues, messages) must
/// be gone before: hold it as the first member, or share it with what may outlive it.
struct RdDestroyClient
{
    void operator()(rd_kafka_t* client) const;
};
using RdClient = std::unique_ptr<rd_kafka_t, RdDestroyClient>;

} // namespace sagascope::kafka
