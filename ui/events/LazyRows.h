// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/Ids.h"
#include "core/session/Snapshot.h"
#include "ui/common/LatestWins.h"

namespace sagascope::ui {

/// What a worker finds out about single events, for the rows that somebody looks at. What is asked for and not known yet
/// is found out together, after the current turn of the event loop; `changed` is then told which events (ascending) are known
/// now. The answers of some thousand events are kept, the oldest go first. GUI thread only.
template <typename T> class LazyRows
{
public:
    using Question = std::function<T(const session::Snapshot&, base::EventIndex)>;
    using MakeQuestion = std::function<Question()>; ///< called in the worker, once for each lot of events
    using Events = std::vector<base::EventIndex>;

    static constexpr std::size_t kMostWanted = 4096; ///< of a person who scrolls on; the latest count
    static constexpr std::size_t kMostKept = 16'384;

    explicit LazyRows(std::function<void(std::span<const base::EventIndex>)> changed)
        : m_changed(std::move(changed)), m_work([this](Answers answers) { take(std::move(answers)); })
    {
        m_turn.setSingleShot(true);
        m_turn.setInterval(0);
        QObject::connect(&m_turn, &QTimer::timeout, &m_turn, [this] { launch(); });
    }

    /// Another question, or none: what was known is forgotten.
    void setQuestion(MakeQuestion make)
    {
        m_make = std::move(make);
        forget();
    }

    void forget()
    {
        m_work.cancel();
        m_isAsked = false;
        m_wanted.clear();
        m_known.clear();
        m_order.clear();
        m_waiting.reset();
    }

    /// Null while it is not known.
    [[nodiscard]] const T* known(base::EventIndex event) const
    {
        const auto found = m_known.find(event.value);
        return found == m_known.end() ? nullptr : &found->second;
    }

    /// Has it found out, also where an answer is known. What was wanted before is asked of the newer snapshot as well.
    void want(const session::SnapshotPtr& snapshot, base::EventIndex event)
    {
        m_snapshot = snapshot;
        if (!m_wanted.empty() && m_wanted.back() == event)
            return;
        if (m_wanted.size() >= kMostWanted)
            m_wanted.pop_front();
        m_wanted.push_back(event);
        m_turn.start();
    }

    /// The answer where it is known; else it is wanted.
    [[nodiscard]] const T* of(const session::SnapshotPtr& snapshot, base::EventIndex event)
    {
        const T* answer = known(event);
        if (answer == nullptr && m_make)
            want(snapshot, event);
        return answer;
    }

    /// Calls `then` once all of these are known (at most kMostWanted): at once where they are. Only the latest such call waits.
    void whenKnown(const session::SnapshotPtr& snapshot, Events events, std::function<void()> then)
    {
        m_waiting.reset();
        const auto isKnown = [this](base::EventIndex event) { return known(event) != nullptr; };
        if (!m_make || std::all_of(events.begin(), events.end(), isKnown)) {
            then();
            return;
        }
        for (const base::EventIndex event : events)
            want(snapshot, event); // known ones too, lest they are the oldest and go
        m_waiting = Waiting{std::move(events), std::move(then)};
    }

    [[nodiscard]] bool isBusy() const { return m_work.isBusy() || m_turn.isActive(); }

private:
    using Answers = std::vector<std::pair<base::EventIndex, T>>;
    struct Waiting
    {
        Events events;
        std::function<void()> then;
    };

    void launch()
    {
        if (m_wanted.empty() || m_isAsked || !m_make)
            return;
        m_isAsked = true;
        Events wanted(m_wanted.begin(), m_wanted.end());
        m_wanted.clear();
        std::sort(wanted.begin(), wanted.end()); // neighbours lie in one block, which is opened once
        wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
        m_work.start([snapshot = m_snapshot, wanted = std::move(wanted), make = m_make](const StopToken& stop) {
            Answers answers;
            answers.reserve(wanted.size());
            const Question question = make();
            for (const base::EventIndex event : wanted) {
                if (stop.stopRequested())
                    break;
                answers.emplace_back(event, question(*snapshot, event));
            }
            return answers;
        });
    }

    void take(Answers answers)
    {
        m_isAsked = false;
        Events events;
        for (auto& [event, answer] : answers) {
            events.push_back(event);
            if (m_known.insert_or_assign(event.value, std::move(answer)).second)
                m_order.push_back(event.value);
        }
        for (; m_order.size() > kMostKept; m_order.pop_front())
            m_known.erase(m_order.front());
        if (!m_wanted.empty())
            m_turn.start();
        m_changed(events);
        finishWaiting();
    }

    void finishWaiting()
    {
        const auto isKnown = [this](base::EventIndex event) { return known(event) != nullptr; };
        if (!m_waiting || !std::all_of(m_waiting->events.begin(), m_waiting->events.end(), isKnown))
            return;
        const Waiting done = std::move(*std::exchange(m_waiting, std::nullopt));
        done.then();
    }

    std::function<void(std::span<const base::EventIndex>)> m_changed;
    MakeQuestion m_make;
    session::SnapshotPtr m_snapshot;
    std::deque<base::EventIndex> m_wanted;
    std::unordered_map<std::uint32_t, T> m_known;
    std::deque<std::uint32_t> m_order; ///< of m_known, the oldest first
    std::optional<Waiting> m_waiting;
    QTimer m_turn;
    bool m_isAsked = false; ///< a worker is at it, and its answers still count
    LatestWins<Answers> m_work;
};

} // namespace sagascope::ui
