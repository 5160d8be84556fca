// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Demo.h"

#include <array>
#include <atomic>

#include "core/demo/Director.h"
#include "core/demo/Platform.h"
#include "core/demo/PromptHandler.h"
#include "core/demo/SlowHandler.h"
#include "core/kafka/EmbeddedBroker.h"
#include "core/kafka/Publisher.h"

namespace sagascope::demo {

using namespace std::chrono_literals;

namespace {

/// What the whole ai group manages of the searches that come in.
constexpr double kShareOfSearchesStudied = 0.4;
/// The embedded broker sends a member that asks for its partitions after the leader has handed them out back to join
/// again. The leader has one more question to ask than the others, so slow answers let it come last; and where it does
/// not, a short session keeps the next round short (it takes the session time-out less a second).
constexpr auto kAnswerWhileJoining = 80ms;
constexpr auto kSession = 3'000ms;
constexpr auto kHeartbeat = 500ms;
/// The embedded broker wakes no fetch when records arrive: this is how late a service reads, at worst.
constexpr const char* kFetchWaitMs = "60";

} // namespace

class Demo::Impl
{
public:
    explicit Impl(const DemoOptions& options)
        : m_options(options),
          m_director(
              options, [this](Service service, kafka::OutgoingRecord record, kafka::DeliveryCallback onDelivery) {
                  m_producers[static_cast<std::size_t>(service)]->publish(std::move(record), std::move(onDelivery));
              })
    {
    }

    ~Impl()
    {
        m_director.stop();
        for (const auto& member : m_members)
            member->requestStop();
        for (const auto& member : m_members)
            member->stop();
        m_members.clear();
        for (const auto& producer : m_producers)
            if (producer)
                producer->cancel();
        for (auto& producer : m_producers)
            producer.reset();
    }

    base::Result<void> start()
    {
        auto broker = kafka::EmbeddedBroker::start();
        if (!broker)
            return broker.error();
        m_broker = std::move(*broker);
        for (const TopicShape& topic : platformTopics())
            if (auto created = m_broker->createTopic(std::string(topic.name), topic.partitions); !created)
                return created;
        m_profile = m_broker->profile("demo");
        for (const ServiceGroup& group : serviceGroups())
            m_profile.watchedGroups.push_back({group.name, group.topics});
        if (auto opened = openProducers(); !opened)
            return opened;
        return joinGroups();
    }

    [[nodiscard]] const kafka::Profile& profile() const { return m_profile; }
    Director& director() { return m_director; }

private:
    base::Result<void> openProducers()
    {
        for (std::size_t i = 0; i < kServices; ++i) {
            kafka::PublisherOptions options;
            options.clientId = serviceName(static_cast<Service>(i));
            options.isIdempotent = false; // as the services' producers
            options.linger = m_options.rate > 500 ? 20ms : 5ms;
            auto producer = kafka::Publisher::open(m_profile, options);
            if (!producer)
                return producer.error();
            m_producers[i] = std::move(*producer);
        }
        return {};
    }

    base::Result<void> joinGroups()
    {
        kafka::Profile profile = m_profile;
        profile.clientOverrides["fetch.wait.max.ms"] = kFetchWaitMs;
        for (const ServiceGroup& group : serviceGroups())
            m_unjoined += group.instances;
        m_broker->setRoundTrip(kAnswerWhileJoining);
        for (const ServiceGroup& group : serviceGroups()) {
            for (int instance = 1; instance <= group.instances; ++instance) {
                kafka::GroupConsumerOptions options;
                options.group = group.name;
                options.topics = group.topics;
                options.clientId = std::string(serviceName(group.service)) + "-" + std::to_string(instance);
                options.sessionTimeout = kSession;
                options.heartbeat = kHeartbeat;
                options.isFromBeginning = true; // a record written while the group settles must not be missed
                auto member =
                    GroupMember::open(profile, std::move(options), handlerFor(group), [this] { noteJoined(); });
                if (!member)
                    return member.error();
                m_members.push_back(std::move(*member));
            }
        }
        return {};
    }

    std::unique_ptr<RecordHandler> handlerFor(const ServiceGroup& group)
    {
        if (group.service != Service::Ai)
            return std::make_unique<PromptHandler>(group.service, m_director);
        const double managed = StoryPlan(m_options).searchRate() * kShareOfSearchesStudied;
        return std::make_unique<SlowHandler>(m_director, managed / group.instances);
    }

    void noteJoined()
    {
        if (--m_unjoined > 0)
            return;
        m_broker->setRoundTrip(0ms);
        m_director.begin();
    }

    const DemoOptions m_options;
    std::unique_ptr<kafka::EmbeddedBroker> m_broker;
    kafka::Profile m_profile;
    std::atomic<int> m_unjoined = 0;
    Director m_director;
    std::array<std::unique_ptr<kafka::Publisher>, kServices> m_producers;
    std::vector<std::unique_ptr<GroupMember>> m_members;
};

base::Result<std::unique_ptr<Demo>> Demo::start(const DemoOptions& options)
{
    if (auto checked = options.check(); !checked)
        return checked.error();
    auto impl = std::make_unique<Impl>(options);
    if (auto started = impl->start(); !started)
        return started.error();
    return std::unique_ptr<Demo>(new Demo(std::move(impl)));
}

Demo::Demo(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

Demo::~Demo() = default;

const kafka::Profile& Demo::profile() const
{
    return m_impl->profile();
}
bool Demo::hasStarted() const
{
    return m_impl->director().hasBegun();
}
bool Demo::isFinished() const
{
    return m_impl->director().isFinished();
}
void Demo::stopStarting()
{
    m_impl->director().stopStarting();
}
DemoReport Demo::report() const
{
    return m_impl->director().report();
}

} // namespace sagascope::demo
