// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/Consumer.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>

#include "core/kafka/ConsumerLog.h"
#include "core/kafka/PartitionFinder.h"
#include "core/kafka/PartitionReader.h"
#include "core/kafka/RdBatch.h"
#include "core/kafka/RdConfig.h"

namespace sagascope::kafka {

namespace {

/// What batches keep alive. The queue goes before the client that it belongs to.
struct Connection
{
    ConsumerLog log; ///< first: the client's error callback writes to it
    RdClient client;
    RdQueue queue;
};

RdConfig configure(const Profile& profile, const ConsumerOptions& options, Connection& connection)
{
    RdConfig config(profile, "sagascope");
    config.set("enable.auto.commit", false).set("enable.auto.offset.store", false);
    config.set("allow.auto.create.topics", false);
    config.set("enable.partition.eof", true);
    // An offset that is gone must be told, not skipped over.
    config.set("auto.offset.reset", "error");
    config.set("isolation.level",
               options.isolation == IsolationLevel::ReadCommitted ? "read_committed" : "read_uncommitted");
    // Smaller prefetch limits stall the fetching whenever we fall behind: measured up to seven times slower.
    config.set("queued.min.messages", 1'000'000).set("queued.max.messages.kbytes", 131'072);
    config.set("fetch.message.max.bytes", 10 * 1024 * 1024 + 4096);
    // An embedded broker is not woken by new data: the wait is the latency. A real one is.
    config.set("fetch.wait.max.ms", profile.isEmbedded ? 10 : 250);
    config.set("fetch.error.backoff.ms", profile.isEmbedded ? 50 : 500);
    config.setOwner(&connection.log);
    rd_kafka_conf_set_error_cb(config.raw(), [](rd_kafka_t*, int code, const char* reason, void* log) {
        ownerOf<ConsumerLog>(log).addError(static_cast<rd_kafka_resp_err_t>(code), reason);
    });
    config.set("statistics.interval.ms", 1'000);
    rd_kafka_conf_set_stats_cb(config.raw(), [](rd_kafka_t*, char* text, std::size_t size, void* log) {
        ownerOf<ConsumerLog>(log).addStatistics({text, size});
        return 0; // librdkafka frees it
    });
    return config;
}

} // namespace

std::optional<std::int64_t> StartPoint::offsetOf(const TopicPartition& partition) const
{
    const auto named = std::find_if(offsets.begin(), offsets.end(), [&](const auto& one) { return one.first == partition; });
    return named == offsets.end() ? std::nullopt : std::optional(named->second);
}

class Consumer::Impl
{
public:
    Impl(std::shared_ptr<Connection> connection, const Profile& profile, ConsumerOptions options)
        : m_options(std::move(options)),
          m_connection(std::move(connection)),
          m_reader(m_connection->client.get(), m_connection->queue.get(), m_connection->log, m_options.search),
          m_finder(m_connection->client.get(), profile, m_options, m_connection->log, [this] { wake(); })
    {
    }

    event::RecordBatch poll(std::size_t max, std::chrono::milliseconds timeout)
    {
        const auto deadline = std::chrono::steady_clock::now() + timeout;
        RdBatch batch(m_connection, std::min<std::size_t>(max, kExpectedBatch));
        do {
            // The finder serves them as well, but not while a question of its own waits for a broker that is gone.
            rd_kafka_poll(m_connection->client.get(), 0);
            startFound();
            if (m_isStopped || m_isFinished)
                break;
            const auto left =
                std::max(std::chrono::steady_clock::duration::zero(), deadline - std::chrono::steady_clock::now());
            if (m_isPaused)
                waitWhilePaused(left);
            else
                receive(batch, max, std::chrono::ceil<std::chrono::milliseconds>(left));
            noteFinished();
            m_reader.publishProgress();
        } while (batch.isEmpty() && std::chrono::steady_clock::now() < deadline);
        return batch.finish();
    }

    void setPaused(bool paused)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isPaused = paused;
        }
        wake();
    }

    void stop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopped = true;
        }
        m_finder.requestStop();
        wake();
    }

    [[nodiscard]] bool isFinished() const { return m_isFinished || m_isStopped; }
    ConsumerLog& log() { return m_connection->log; }

private:
    static constexpr std::size_t kExpectedBatch = 4'096;

    void startFound()
    {
        for (const auto& found : m_finder.take())
            m_reader.start(found);
        noteFinished();
    }

    /// Waits for one message, then takes what is there: librdkafka's batch call would wait until the batch is full.
    void receive(RdBatch& batch, std::size_t max, std::chrono::milliseconds timeout)
    {
        auto* queue = m_connection->queue.get();
        RdMessage first(rd_kafka_consume_queue(queue, static_cast<int>(timeout.count())));
        if (!first || m_isStopped)
            return;
        handle(batch, std::move(first));
        m_taken.resize(max);
        const auto count = rd_kafka_consume_batch_queue(queue, 0, m_taken.data(), max - 1);
        for (std::size_t i = 0; i < static_cast<std::size_t>(std::max<ssize_t>(0, count)); ++i)
            handle(batch, RdMessage(m_taken[i]));
    }

    void handle(RdBatch& batch, RdMessage message)
    {
        if (message->err == RD_KAFKA_RESP_ERR_NO_ERROR) {
            if (m_reader.accept(*message))
                batch.add(std::move(message));
        } else if (auto lost = m_reader.handleError(*message)) {
            m_finder.requestRestart(std::move(*lost));
        }
    }

    /// hasSurveyed() first: what was found by then is in take(), which startFound() has emptied or will.
    void noteFinished()
    {
        if (!m_options.isUntilEnd || m_isFinished || !m_finder.hasSurveyed())
            return;
        for (const auto& found : m_finder.take())
            m_reader.start(found);
        m_isFinished = m_reader.isAllDone();
    }

    void waitWhilePaused(std::chrono::steady_clock::duration timeout)
    {
        std::unique_lock lock(m_mutex);
        m_wakeUp.wait_for(lock, timeout, [this] { return !m_isPaused || m_isStopped; });
    }

    void wake()
    {
        m_wakeUp.notify_all();
        rd_kafka_queue_yield(m_connection->queue.get());
    }

    const ConsumerOptions m_options;
    std::shared_ptr<Connection> m_connection;
    std::vector<rd_kafka_message_t*> m_taken;
    std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    std::atomic<bool> m_isPaused = false;
    std::atomic<bool> m_isStopped = false;
    std::atomic<bool> m_isFinished = false;
    PartitionReader m_reader;
    PartitionFinder m_finder; ///< last: its thread uses the others
};

base::Result<std::unique_ptr<Consumer>> Consumer::open(const Profile& profile, ConsumerOptions options)
{
    if (auto checked = profile.check(); !checked)
        return checked.error();
    auto connection = std::make_shared<Connection>();
    auto client = configure(profile, options, *connection).create(RD_KAFKA_CONSUMER);
    if (!client)
        return client.error();
    connection->client = std::move(client).value();
    connection->queue.reset(rd_kafka_queue_new(connection->client.get()));
    return std::unique_ptr<Consumer>(new Consumer(std::make_unique<Impl>(std::move(connection), profile, std::move(options))));
}

Consumer::Consumer(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

Consumer::~Consumer()
{
    m_impl->stop();
}

event::RecordBatch Consumer::poll(std::size_t max, std::chrono::milliseconds timeout)
{
    return m_impl->poll(std::max<std::size_t>(1, max), timeout);
}

bool Consumer::isFinished() const
{
    return m_impl->isFinished();
}

std::vector<ConsumerEvent> Consumer::takeEvents()
{
    return m_impl->log().take();
}

ConsumerStatus Consumer::status() const
{
    return m_impl->log().status();
}

std::vector<OffsetGap> Consumer::gaps() const
{
    return m_impl->log().gaps();
}

void Consumer::setPaused(bool paused)
{
    m_impl->setPaused(paused);
}

void Consumer::stop()
{
    m_impl->stop();
}

} // namespace sagascope::kafka
