// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/EmbeddedBroker.h"

#include <array>
#include <thread>

#include "core/kafka/RdConfig.h"
#include "core/kafka/RdFailure.h"
#include "core/kafka/RdLookup.h"

#include <librdkafka/rdkafka_mock.h>

namespace sagascope::kafka {

namespace {

constexpr std::array kLimits{
    EmbeddedLimit::GroupAdministration, EmbeddedLimit::Retention,       EmbeddedLimit::TimeLookup,
    EmbeddedLimit::Transactions,        EmbeddedLimit::TopicProtection, EmbeddedLimit::GroupJoinDelay,
    EmbeddedLimit::Durability,
};

constexpr std::chrono::milliseconds kBetweenRequests{1};

using RdMockCluster = std::unique_ptr<rd_kafka_mock_cluster_t, RdDestroy<rd_kafka_mock_cluster_destroy>>;

} // namespace

class EmbeddedBroker::Impl
{
public:
    Impl(RdClient host, int brokers)
        : client(std::move(host)), cluster(rd_kafka_mock_cluster_new(client.get(), brokers))
    {
        if (cluster)
            bootstrap = rd_kafka_mock_cluster_bootstraps(cluster.get());
    }

    ~Impl()
    {
        if (!cluster)
            return;
        // The cluster's thread may sleep for a second before it hears that it should end; a question over the wire
        // wakes it.
        rd_kafka_brokers_add(client.get(), bootstrap.c_str());
        (void)describeCluster(client.get(), bootstrap, std::chrono::milliseconds(100));
    }

    RdClient client; ///< the mock cluster lives on its threads
    RdMockCluster cluster;
    std::string bootstrap;
};

std::string_view embeddedLimitName(EmbeddedLimit limit)
{
    switch (limit) {
    case EmbeddedLimit::GroupAdministration:
        return "group-administration";
    case EmbeddedLimit::Retention:
        return "retention";
    case EmbeddedLimit::TimeLookup:
        return "time-lookup";
    case EmbeddedLimit::Transactions:
        return "transactions";
    case EmbeddedLimit::TopicProtection:
        return "topic-protection";
    case EmbeddedLimit::GroupJoinDelay:
        return "group-join-delay";
    case EmbeddedLimit::Durability:
        return "durability";
    }
    return {};
}

base::Result<std::unique_ptr<EmbeddedBroker>> EmbeddedBroker::start(int brokers)
{
    if (brokers < 1)
        return base::Error{base::ErrorCode::InvalidArgument, "brokers", "an embedded cluster has at least one broker"};
    auto client = RdConfig(Profile{}, "sagascope-embedded-broker").create(RD_KAFKA_PRODUCER);
    if (!client)
        return client.error();
    auto impl = std::make_unique<Impl>(std::move(client).value(), brokers);
    if (!impl->cluster)
        return base::Error{base::ErrorCode::Unreachable, "embedded broker", "cannot listen on a loopback port"};
    return std::unique_ptr<EmbeddedBroker>(new EmbeddedBroker(std::move(impl)));
}

EmbeddedBroker::EmbeddedBroker(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

EmbeddedBroker::~EmbeddedBroker() = default;

const std::string& EmbeddedBroker::bootstrap() const
{
    return m_impl->bootstrap;
}

Profile EmbeddedBroker::profile(std::string name) const
{
    Profile profile;
    profile.name = std::move(name);
    profile.bootstrap = m_impl->bootstrap;
    profile.isEmbedded = true;
    profile.metadataInterval = std::chrono::milliseconds(1'000);
    return profile;
}

base::Result<void> EmbeddedBroker::createTopic(const std::string& topic, int partitions)
{
    if (topic.empty() || partitions < 1)
        return base::Error{base::ErrorCode::InvalidArgument, topic, "a topic needs a name and at least one partition"};
    // The mock cluster loses a request that arrives while it still answers the one before, until its second is over.
    std::this_thread::sleep_for(kBetweenRequests);
    const auto error = rd_kafka_mock_topic_create(m_impl->cluster.get(), topic.c_str(), partitions, 1);
    if (error != RD_KAFKA_RESP_ERR_NO_ERROR)
        return failure(error, topic);
    return {};
}

void EmbeddedBroker::setDown(int broker)
{
    rd_kafka_mock_broker_set_down(m_impl->cluster.get(), broker);
}

void EmbeddedBroker::setUp(int broker)
{
    rd_kafka_mock_broker_set_up(m_impl->cluster.get(), broker);
}

void EmbeddedBroker::setRoundTrip(std::chrono::milliseconds delay)
{
    rd_kafka_mock_broker_set_rtt(m_impl->cluster.get(), kAllBrokers, static_cast<int>(delay.count()));
}

void EmbeddedBroker::breakSequence()
{
    constexpr std::int16_t kProduce = 0;
    constexpr auto kError = RD_KAFKA_RESP_ERR_OUT_OF_ORDER_SEQUENCE_NUMBER;
    rd_kafka_mock_push_request_errors_array(m_impl->cluster.get(), kProduce, 1, &kError);
}

std::span<const EmbeddedLimit> EmbeddedBroker::limits()
{
    return kLimits;
}

} // namespace sagascope::kafka
