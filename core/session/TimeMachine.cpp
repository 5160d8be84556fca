// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TimeMachine.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "core/session/Replay.h"

namespace sagascope::session {

/// What the machine's thread and the others share. It outlives the machine while snapshots are about.
struct TimeMachine::Shared
{
    struct Journey
    {
        SnapshotPtr live;
        Destination to;
    };

    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Journey> journey;
    std::vector<SnapshotPtr> worn; ///< nobody looks at them any more
    std::uint64_t era = 0;         ///< counts sessions; a replay of another era is worth nothing
    bool isStopping = false;
};

class TimeMachine::Impl
{
public:
    explicit Impl(Arrival onArrival) : m_onArrival(std::move(onArrival)), m_thread([this] { run(); }) {}

    ~Impl()
    {
        change([](Shared& shared) {
            shared.isStopping = true;
            ++shared.era;
        });
        m_thread.join();
    }

    void travel(SnapshotPtr live, const Destination& to)
    {
        change([&](Shared& shared) { shared.journey = Shared::Journey{std::move(live), to}; });
    }

    void forget()
    {
        change([](Shared& shared) {
            shared.journey.reset();
            ++shared.era;
        });
        // An arrival that is being told must be over before we return; it takes no longer than posting it.
        const std::lock_guard telling(m_telling);
    }

private:
    template <typename Change> void change(Change apply)
    {
        {
            const std::lock_guard lock(m_shared->mutex);
            apply(*m_shared);
        }
        m_shared->changed.notify_all();
    }

    void run()
    {
        std::optional<Replay> replay;
        std::uint64_t era = 0;
        while (const std::optional<Shared::Journey> journey = next(replay, era)) {
            if (!replay)
                replay.emplace();
            SnapshotPtr arrived = replay->travel(journey->live, journey->to, [&] { return isOver(era); });
            const std::lock_guard telling(m_telling);
            if (arrived && !isOver(era))
                m_onArrival(comingBack(std::move(arrived)), journey->to);
        }
    }

    /// Waits for a destination; nothing when the machine stops. What is not needed any more is freed meanwhile: that may be
    /// the table of a whole session, so it happens here, off everybody's way.
    std::optional<Shared::Journey> next(std::optional<Replay>& replay, std::uint64_t& era)
    {
        Shared& shared = *m_shared;
        std::unique_lock lock(shared.mutex);
        for (;;) {
            shared.changed.wait(lock, [&] {
                return shared.isStopping || shared.era != era || shared.journey || !shared.worn.empty();
            });
            if (shared.isStopping)
                return std::nullopt;
            if (shared.era == era && shared.journey)
                return std::exchange(shared.journey, std::nullopt);
            const bool isNewEra = shared.era != era;
            era = shared.era;
            std::vector<SnapshotPtr> worn = std::exchange(shared.worn, {});
            lock.unlock();
            if (isNewEra)
                replay.reset();
            worn.clear();
            lock.lock();
        }
    }

    /// The snapshot, but it comes back to us instead of ending on the thread that happens to hold it last.
    [[nodiscard]] SnapshotPtr comingBack(SnapshotPtr snapshot) const
    {
        const Snapshot* plain = snapshot.get();
        return {plain, [shared = m_shared, kept = std::move(snapshot)](const Snapshot*) mutable {
                    {
                        const std::lock_guard lock(shared->mutex);
                        shared->worn.push_back(std::move(kept));
                    }
                    shared->changed.notify_all();
                }};
    }

    [[nodiscard]] bool isOver(std::uint64_t era)
    {
        const std::lock_guard lock(m_shared->mutex);
        return m_shared->era != era;
    }

    Arrival m_onArrival;
    std::mutex m_telling; ///< held while an arrival is told; taken before the shared one
    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>();
    std::thread m_thread; ///< last, so that it finds everything in place
};

TimeMachine::TimeMachine(Arrival onArrival) : m_impl(std::make_unique<Impl>(std::move(onArrival))) {}
TimeMachine::~TimeMachine() = default;

void TimeMachine::travel(SnapshotPtr live, const Destination& to)
{
    m_impl->travel(std::move(live), to);
}

void TimeMachine::forget()
{
    m_impl->forget();
}

} // namespace sagascope::session
