// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

#include "core/session/EventAddress.h"
#include "core/session/Snapshot.h"

namespace sagascope::session {

/// Looks for the event at an address, or the first from a moment on, among the rows of one session, which may grow
/// meanwhile: each row is looked at once. A plain value; one thread at a time.
class EventLocator
{
public:
    enum class Outcome {
        NotYet,  ///< nothing looked at says that it will not come
        Found,
        Passed,  ///< what lies behind it in its partition was read without it
        Another, ///< another event lies at the address, and the one with that id was not read
    };
    using Accept = std::function<bool(base::EventIndex)>;

    explicit EventLocator(EventAddress address) : m_address(std::move(address)) {}
    /// The event with the earliest broker time that is not before `from`, among those that are accepted.
    EventLocator(base::Timestamp from, Accept accept) : m_from(from), m_accept(std::move(accept)) {}

    /// Goes on to the row `end` of the session's latest snapshot, or its last.
    void look(const Snapshot& snapshot, std::size_t end);
    [[nodiscard]] std::size_t looked() const { return m_looked; }
    [[nodiscard]] Outcome outcome() const;
    [[nodiscard]] base::EventIndex event() const;

private:
    void lookAtPlace(const store::EventStore::View& events, base::EventIndex event);
    void lookAtTime(const store::EventRow& row, base::EventIndex event);
    [[nodiscard]] bool isTopic(const store::EventStore::View& events, base::TopicId topic);

    EventAddress m_address; ///< without topic: a moment is looked for
    base::Timestamp m_from = base::kNoTime;
    Accept m_accept;
    base::TopicId m_topic; ///< once it was seen
    std::size_t m_topicsKnown = 0;
    std::size_t m_looked = 0;
    base::EventIndex m_atPlace; ///< the newest, where a topic was created anew
    base::EventIndex m_whole;   ///< place and id
    base::EventIndex m_byId;
    base::EventIndex m_byTime;
    base::Timestamp m_best = base::kNoTime;
    bool m_isPassed = false;
};

} // namespace sagascope::session
