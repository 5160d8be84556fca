// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/Publisher.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <set>
#include <thread>
#include <unordered_map>

#include "core/kafka/RdConfig.h"
#include "core/kafka/RdFailure.h"
#include "core/kafka/RdLookup.h"
#include "core/kafka/RdOutgoing.h"

namespace sagascope::kafka {

using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kQuestionTimeout = 2'000ms;
constexpr auto kRetryInterval = 200ms;
constexpr auto kIdleWait = 100ms;
constexpr auto kBusyWait = 5ms;
/// librdkafka answers a purge at once; longer than this the end of the program does not wait for it.
constexpr auto kFarewell = 3'000ms;
/// With more, a failed request makes those behind it look out of order, for which librdkafka starts a new sequence; what
/// other partitions have under way is then written twice if the first copy had arrived (confluentinc/librdkafka#4953).
constexpr int kInFlight = 1;
/// The largest that the platform's brokers are set to take.
constexpr int kMaxMessageBytes = 10 * 1024 * 1024;

} // namespace

/// A record goes to librdkafka at once when its topic is known to exist and nothing waits before it; otherwise it
/// waits for the thread, which asks the cluster first. Who waits for an acknowledgement is kept in a map by number,
/// so that each callback runs exactly once whatever happens. A client that cannot go on is replaced by the thread.
class Publisher::Impl
{
public:
    Impl(Profile asked, PublisherOptions chosen) : m_profile(std::move(asked)), m_options(std::move(chosen)) {}

    ~Impl()
    {
        cancel();
        m_isStopping = true;
        wake();
        if (m_thread.joinable())
            m_thread.join();
    }

    base::Result<void> connect()
    {
        if (auto opened = openClient(); !opened)
            return opened;
        m_thread = std::thread([this] { run(); });
        return {};
    }

    void publish(OutgoingRecord record, DeliveryCallback onDelivery)
    {
        {
            const std::lock_guard lock(m_mutex);
            const auto number = ++m_lastNumber;
            m_pending.emplace(number, Pending{record.topic, Clock::now(), std::move(onDelivery)});
            ++m_outstanding;
            Waiting waiting{number, std::move(record)};
            const bool isSent = m_waiting.empty() && isKnown(waiting.record.topic) && produce(waiting);
            if (isSent && m_refused.empty())
                return;
            if (!isSent)
                m_waiting.push_back(std::move(waiting));
        }
        wake();
    }

    base::Result<void> flush(std::chrono::milliseconds timeout)
    {
        std::unique_lock lock(m_mutex);
        if (m_drained.wait_for(lock, timeout, [this] { return m_outstanding == 0; }))
            return {};
        return base::Error{base::ErrorCode::TimedOut, m_profile.bootstrap,
                           std::to_string(m_outstanding) + " records are not acknowledged yet"};
    }

    void cancel()
    {
        m_isCancelling = true;
        wake();
    }

    [[nodiscard]] std::size_t outstanding() const
    {
        const std::lock_guard lock(m_mutex);
        return m_outstanding;
    }

private:
    struct Pending
    {
        std::string topic;
        Clock::time_point since;
        DeliveryCallback onDelivery;
    };
    struct Waiting
    {
        std::uint64_t number = 0;
        OutgoingRecord record;
    };

    RdConfig configure()
    {
        RdConfig config(m_profile, m_options.clientId);
        config.set("partitioner", "murmur2_random");
        config.set("compression.codec", "gzip");
        config.set("acks", "all");
        config.set("enable.idempotence", m_options.isIdempotent);
        if (m_options.isIdempotent)
            config.set("max.in.flight.requests.per.connection", kInFlight);
        config.set("message.max.bytes", kMaxMessageBytes);
        config.set("message.timeout.ms", static_cast<int>(m_options.deliveryTimeout.count()));
        config.set("linger.ms", static_cast<int>(m_options.linger.count()));
        config.setOwner(this);
        rd_kafka_conf_set_dr_msg_cb(config.raw(), [](rd_kafka_t*, const rd_kafka_message_t* message, void* self) {
            ownerOf<Impl>(self).handleReport(*message);
        });
        rd_kafka_conf_set_error_cb(config.raw(), [](rd_kafka_t*, int, const char*, void*) {
            // Every record tells its own fate; there is nobody to tell about connections in between.
        });
        return config;
    }

    base::Result<void> openClient()
    {
        auto created = configure().create(RD_KAFKA_PRODUCER);
        if (!created)
            return created.error();
        RdQueue queue(rd_kafka_queue_get_main(created->get()));
        const std::lock_guard lock(m_mutex);
        std::swap(m_mainQueue, queue); // a client ends after its queue
        std::swap(m_client, *created);
        return {};
    }

    [[nodiscard]] bool isKnown(const std::string& topic) const
    {
        return m_options.mayCreateTopics || m_topics.contains(topic);
    }

    /// With the mutex held. False when the record has to wait: librdkafka's queue is full, or another client is needed.
    bool produce(const Waiting& waiting)
    {
        auto* number = reinterpret_cast<void*>(static_cast<std::uintptr_t>(waiting.number));
        const auto error = produceRecord(m_client.get(), waiting.record, number);
        if (error == RD_KAFKA_RESP_ERR__QUEUE_FULL || error == RD_KAFKA_RESP_ERR__FATAL)
            return false;
        if (error != RD_KAFKA_RESP_ERR_NO_ERROR)
            m_refused.emplace_back(waiting.number, failure(error, waiting.record.topic));
        return true;
    }

    void run()
    {
        while (!m_isStopping)
            serve();
        const auto deadline = Clock::now() + kFarewell;
        while (outstanding() > 0 && Clock::now() < deadline) {
            m_isCancelling = true;
            serve();
        }
    }

    void serve()
    {
        rd_kafka_poll(m_client.get(), static_cast<int>(nextWait().count()));
        if (m_isCancelling.exchange(false))
            giveUpOutstanding();
        if (hasFailed())
            renewClient();
        sendWaiting();
        reportRefused();
    }

    std::chrono::milliseconds nextWait()
    {
        const std::lock_guard lock(m_mutex);
        if (!m_refused.empty())
            return 0ms;
        return m_waiting.empty() && !m_isStopping ? kIdleWait : kBusyWait;
    }

    void giveUpOutstanding()
    {
        {
            const std::lock_guard lock(m_mutex);
            for (const auto& waiting : m_waiting)
                m_refused.emplace_back(waiting.number, base::Error{base::ErrorCode::Cancelled, waiting.record.topic,
                                                                   "given up before it was sent"});
            m_waiting.clear();
        }
        rd_kafka_purge(m_client.get(), RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT);
    }

    /// An idempotent producer whose sequence the broker does not know any more takes nothing, ever.
    [[nodiscard]] bool hasFailed() const
    {
        return rd_kafka_fatal_error(m_client.get(), nullptr, 0) != RD_KAFKA_RESP_ERR_NO_ERROR;
    }

    /// Another client takes over, with a sequence of its own. Of what the first one had, nobody knows what was written.
    void renewClient()
    {
        rd_kafka_purge(m_client.get(), RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT);
        const auto deadline = Clock::now() + kFarewell;
        while (rd_kafka_outq_len(m_client.get()) > 0 && Clock::now() < deadline)
            rd_kafka_poll(m_client.get(), static_cast<int>(kBusyWait.count()));
        if (!openClient())
            std::this_thread::sleep_for(kRetryInterval);
    }

    [[nodiscard]] base::Error reasonOf(rd_kafka_resp_err_t code, const std::string& topic) const
    {
        if (!hasFailed())
            return failure(code, topic);
        return {base::ErrorCode::Unreachable, topic,
                "the broker lost track of this producer; whether the record was written is not known"};
    }

    void sendWaiting()
    {
        std::string unknown;
        {
            const std::lock_guard lock(m_mutex);
            while (!m_waiting.empty() && isKnown(m_waiting.front().record.topic)) {
                if (!produce(m_waiting.front()))
                    return;
                m_waiting.pop_front();
            }
            if (m_waiting.empty())
                return;
            unknown = m_waiting.front().record.topic;
        }
        askFor(unknown);
    }

    /// Asks which topics there are. Who waits for one that is not there, or waited too long for an answer, is refused.
    void askFor(const std::string& topic)
    {
        if (Clock::now() < m_nextQuestion || m_isStopping)
            return;
        const auto info = describeCluster(m_client.get(), m_profile.bootstrap, kQuestionTimeout);
        if (!info)
            m_nextQuestion = Clock::now() + kRetryInterval;
        const std::lock_guard lock(m_mutex);
        if (info) {
            for (const auto& each : info->topics)
                m_topics.insert(each.name);
            if (!m_topics.contains(topic))
                refuseFront({base::ErrorCode::NotFound, topic, "the cluster has no such topic, and none is created"});
        } else if (!m_waiting.empty() && isOverdue(m_waiting.front())) {
            refuseFront(info.error());
        }
    }

    [[nodiscard]] bool isOverdue(const Waiting& waiting) const
    {
        return Clock::now() - m_pending.at(waiting.number).since > m_options.deliveryTimeout;
    }

    void refuseFront(base::Error error)
    {
        if (m_waiting.empty())
            return;
        m_refused.emplace_back(m_waiting.front().number, std::move(error));
        m_waiting.pop_front();
    }

    void reportRefused()
    {
        std::vector<std::pair<std::uint64_t, base::Error>> refused;
        {
            const std::lock_guard lock(m_mutex);
            refused = std::exchange(m_refused, {});
        }
        for (auto& [number, error] : refused)
            report(number, std::move(error));
    }

    void handleReport(const rd_kafka_message_t& message)
    {
        const auto number = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(message._private));
        const std::string topic = rd_kafka_topic_name(message.rkt);
        if (message.err != RD_KAFKA_RESP_ERR_NO_ERROR)
            report(number, reasonOf(message.err, topic)); // rd_kafka_message_errstr() would give the record's own value
        else
            report(number, Delivery{topic, message.partition, message.offset, {}});
    }

    void report(std::uint64_t number, DeliveryReport outcome)
    {
        Pending pending;
        {
            const std::lock_guard lock(m_mutex);
            auto node = m_pending.extract(number);
            pending = std::move(node.mapped());
        }
        if (outcome)
            outcome->latency = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - pending.since);
        if (pending.onDelivery)
            pending.onDelivery(outcome);
        // Only now: whoever waits in flush() may count on the callback's effects.
        const std::lock_guard lock(m_mutex);
        if (--m_outstanding == 0)
            m_drained.notify_all();
    }

    void wake()
    {
        const std::lock_guard lock(m_mutex);
        if (m_mainQueue)
            rd_kafka_queue_yield(m_mainQueue.get());
    }

    const Profile m_profile;
    const PublisherOptions m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_drained;
    std::unordered_map<std::uint64_t, Pending> m_pending;
    std::deque<Waiting> m_waiting; ///< in the order of publish()
    std::vector<std::pair<std::uint64_t, base::Error>> m_refused;
    std::set<std::string> m_topics; ///< known to exist
    std::uint64_t m_lastNumber = 0;
    std::size_t m_outstanding = 0;
    Clock::time_point m_nextQuestion; ///< the thread's own
    std::atomic<bool> m_isCancelling = false;
    std::atomic<bool> m_isStopping = false;
    RdClient m_client;
    RdQueue m_mainQueue;
    std::thread m_thread;
};

base::Result<std::unique_ptr<Publisher>> Publisher::open(const Profile& profile, PublisherOptions options)
{
    if (profile.isReadOnly)
        return base::Error{base::ErrorCode::ReadOnly, profile.name,
                           "the profile is read-only; choose another one to publish"};
    if (auto checked = profile.check(); !checked)
        return checked.error();
    auto impl = std::make_unique<Impl>(profile, std::move(options));
    if (auto connected = impl->connect(); !connected)
        return connected.error();
    return std::unique_ptr<Publisher>(new Publisher(std::move(impl)));
}

Publisher::Publisher(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

Publisher::~Publisher() = default;

void Publisher::publish(OutgoingRecord record, DeliveryCallback onDelivery)
{
    m_impl->publish(std::move(record), std::move(onDelivery));
}

base::Result<void> Publisher::flush(std::chrono::milliseconds timeout)
{
    return m_impl->flush(timeout);
}

void Publisher::cancel()
{
    m_impl->cancel();
}

std::size_t Publisher::outstanding() const
{
    return m_impl->outstanding();
}

} // namespace sagascope::kafka
