// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/GroupWatcher.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include "core/kafka/GroupInspector.h"
#include "core/kafka/RdConfig.h"
#include "core/kafka/RecordProbe.h"

namespace sagascope::kafka {

using namespace std::chrono_literals;
using metrics::AgeFrom;
using metrics::LagSample;
using metrics::RecordPlace;

namespace {

constexpr auto kFetchTimeout = 2'000ms;
/// Records fetched for their time after one look. Partitions whose records we read ourselves need none.
constexpr std::size_t kMaxFetches = 200;

void setAge(LagSample& sample, const RecordProbe::Found& found)
{
    if (found.isNothingThere) {
        sample.ageFrom = AgeFrom::NothingThere;
        return;
    }
    if (found.time == base::kNoTime)
        return;
    sample.ageFrom = AgeFrom::Fetched;
    const auto age = std::chrono::floor<std::chrono::milliseconds>(sample.at - found.time);
    sample.lagMs = std::max<std::int64_t>(0, age.count());
}

} // namespace

class GroupWatcher::Impl
{
public:
    Impl(Profile profile, std::chrono::milliseconds interval, RdClient client)
        : m_profile(std::move(profile)),
          m_interval(interval),
          m_client(std::move(client)),
          m_inspector(m_profile, m_client.get()),
          m_probe(m_client.get())
    {
        // Without watched groups an embedded broker has nothing to be asked.
        if (!m_profile.watchedGroups.empty() || !m_profile.isEmbedded)
            m_thread = std::thread([this] { run(); });
    }

    ~Impl()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopping = true;
        }
        m_changed.notify_all();
        if (m_thread.joinable())
            m_thread.join();
    }

    [[nodiscard]] metrics::GroupLookPtr latest() const
    {
        const std::lock_guard lock(m_mutex);
        return m_latest;
    }

    void askTimes(std::vector<RecordPlace> places)
    {
        if (places.size() > kMaxFetches)
            places.resize(kMaxFetches);
        {
            const std::lock_guard lock(m_mutex);
            m_asked = std::move(places);
        }
        m_changed.notify_all();
    }

    [[nodiscard]] std::uint64_t rounds() const
    {
        const std::lock_guard lock(m_mutex);
        return m_rounds;
    }

    bool awaitRound(std::chrono::milliseconds timeout)
    {
        std::unique_lock lock(m_mutex);
        // The round under way has started before this call.
        const auto wanted = m_rounds + (m_isLooking ? 2 : 1);
        m_isHurried = true;
        m_changed.notify_all();
        return m_changed.wait_for(lock, timeout, [&] { return m_rounds >= wanted || m_isStopping; }) && !m_isStopping;
    }

private:
    void run()
    {
        std::unique_lock lock(m_mutex);
        while (!m_isStopping) {
            m_isLooking = true;
            m_isHurried = false;
            lock.unlock();
            auto look = std::make_shared<metrics::GroupLook>(m_inspector.look());
            const auto next = std::chrono::steady_clock::now() + m_interval;
            lock.lock();
            look->round = ++m_rounds;
            m_latest = std::move(look);
            m_isLooking = false;
            m_changed.notify_all();
            waitUntil(next, lock);
        }
    }

    /// Meanwhile the times of records are fetched for whoever asks.
    void waitUntil(std::chrono::steady_clock::time_point next, std::unique_lock<std::mutex>& lock)
    {
        const auto isWanted = [this] { return m_isStopping || m_isHurried || !m_asked.empty(); };
        while (m_changed.wait_until(lock, next, isWanted) && !m_isStopping && !m_asked.empty()) {
            const auto asked = std::exchange(m_asked, {});
            const auto before = m_latest;
            lock.unlock();
            auto known = withTimes(*before, asked);
            lock.lock();
            m_latest = std::move(known);
        }
    }

    metrics::GroupLookPtr withTimes(const metrics::GroupLook& before, const std::vector<RecordPlace>& asked)
    {
        const auto found = m_probe.look(asked, kFetchTimeout);
        auto look = std::make_shared<metrics::GroupLook>(before);
        for (auto& group : look->groups) {
            for (LagSample& sample : group.samples) {
                const auto from = std::max(sample.position.value_or(-1), sample.low);
                if (const auto at = found.find({{sample.topic, sample.partition}, from}); at != found.end())
                    setAge(sample, at->second);
            }
        }
        return look;
    }

    const Profile m_profile;
    const std::chrono::milliseconds m_interval;
    RdClient m_client;
    GroupInspector m_inspector; ///< the watcher's thread's own
    RecordProbe m_probe;        ///< the watcher's thread's own
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    metrics::GroupLookPtr m_latest;
    std::vector<RecordPlace> m_asked;
    std::uint64_t m_rounds = 0;
    bool m_isLooking = false;
    bool m_isHurried = false;
    bool m_isStopping = false;
    std::thread m_thread;
};

base::Result<std::unique_ptr<GroupWatcher>> GroupWatcher::open(const Profile& profile,
                                                               std::chrono::milliseconds interval)
{
    if (auto checked = profile.check(); !checked)
        return checked.error();
    RdConfig config(profile, "sagascope-watcher");
    config.set("enable.auto.commit", false).set("allow.auto.create.topics", false);
    // Lag counts up to the log's end, as Kafka's own tools do.
    config.set("isolation.level", "read_uncommitted");
    // One record of a partition is all that is ever wanted.
    config.set("enable.partition.eof", true).set("auto.offset.reset", "error");
    config.set("queued.min.messages", 1).set("fetch.message.max.bytes", 1'024).set("fetch.wait.max.ms", 10);
    auto client = config.create(RD_KAFKA_CONSUMER);
    if (!client)
        return client.error();
    return std::unique_ptr<GroupWatcher>(
        new GroupWatcher(std::make_unique<Impl>(profile, interval, std::move(client).value())));
}

GroupWatcher::GroupWatcher(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

GroupWatcher::~GroupWatcher() = default;

metrics::GroupLookPtr GroupWatcher::latest() const
{
    return m_impl->latest();
}

void GroupWatcher::askTimes(std::vector<RecordPlace> places)
{
    m_impl->askTimes(std::move(places));
}

std::uint64_t GroupWatcher::rounds() const
{
    return m_impl->rounds();
}

bool GroupWatcher::awaitRound(std::chrono::milliseconds timeout)
{
    return m_impl->awaitRound(timeout);
}

} // namespace sagascope::kafka
