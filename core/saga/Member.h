// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/Ids.h"
#include "core/identity/Evidence.h"
#include "core/identity/Identity.h"
#include "core/saga/TypeTable.h"
#include "core/store/EventStore.h"

namespace sagascope::catalog {
struct StepDefinition;
}

namespace sagascope::saga {

/// One event of a saga with what telling it needs at hand. Lives as long as the views it was made from.
struct Member
{
    base::EventIndex event;
    const store::EventRow* row = nullptr;
    const identity::EventFacts* facts = nullptr;
    std::string_view type;              ///< a dead-letter wrapper counts as what it wraps
    std::string_view metadataStep;
    TypeTable::Number number = 0; ///< of both
    std::span<const identity::Link> links; ///< without hubs
    const catalog::StepDefinition* step = nullptr; ///< set once the definition is chosen
    identity::Repeat repeat = identity::Repeat::None;
    base::EventIndex repeatOf;
    base::EventIndex cause; ///< the event that its causation id means; invalid when none was seen, or for a copy

    [[nodiscard]] bool isAttempt() const
    {
        return row->has(store::EventFlag::Retry) || row->has(store::EventFlag::DeadLetter);
    }
    /// Redelivered or on a retry topic: it is there, but it tells nothing new.
    [[nodiscard]] bool isCopy() const
    {
        return repeat == identity::Repeat::Redelivery || repeat == identity::Repeat::Attempt;
    }
    /// The clock of records: broker time, or the producer's where Kafka has none.
    [[nodiscard]] base::Timestamp clock() const
    {
        return row->brokerTime == base::kNoTime ? row->producerTime : row->brokerTime;
    }
};

/// Without looking at causes: producer time, then broker time, then topic, partition and offset.
[[nodiscard]] bool isBefore(base::EventIndex a, base::EventIndex b, const store::EventStore::View& events);
[[nodiscard]] bool isBefore(const Member& a, const Member& b, const store::EventStore::View& events);

/// The members of one saga, in arrival order until sorted, with a way back from the event. May be filled again and
/// again: it keeps its memory. The views must outlive what it was filled with.
class MemberList
{
public:
    MemberList() = default;
    MemberList(const MemberList&) = delete;
    MemberList& operator=(const MemberList&) = delete;

    void assign(std::span<const base::EventIndex> events, const store::EventStore::View& store,
                const identity::Identity::View& identity, TypeTable& types);

    [[nodiscard]] std::size_t size() const { return m_members.size(); }
    [[nodiscard]] Member& operator[](std::size_t i) { return m_members[i]; }
    [[nodiscard]] const Member& operator[](std::size_t i) const { return m_members[i]; }
    [[nodiscard]] auto begin() { return m_members.begin(); }
    [[nodiscard]] auto end() { return m_members.end(); }
    [[nodiscard]] auto begin() const { return m_members.begin(); }
    [[nodiscard]] auto end() const { return m_members.end(); }

    /// Position of an event; size() when it is no member.
    [[nodiscard]] std::size_t indexOf(base::EventIndex event) const;
    /// Puts the members into the order given by their present positions.
    void reorder(const std::vector<std::size_t>& order);
    /// Whether the members stand in the order of their times (see isBefore), as they do where no cause says otherwise.
    [[nodiscard]] bool isByTime() const { return m_isByTime; }

    [[nodiscard]] const store::EventStore::View& store() const { return *m_store; }
    [[nodiscard]] const identity::Identity::View& identity() const { return *m_identity; }

private:
    [[nodiscard]] Member memberOf(base::EventIndex event, TypeTable& types) const;
    [[nodiscard]] std::size_t arrivalOf(base::EventIndex event) const; ///< in m_arrival; its size when it is not there
    void dropHubs();
    void noteRanks();

    const store::EventStore::View* m_store = nullptr;
    const identity::Identity::View* m_identity = nullptr;
    std::vector<Member> m_members;
    std::vector<Member> m_spare;
    std::vector<base::EventIndex> m_arrival;  ///< in order of index
    std::vector<std::size_t> m_places;        ///< by position in m_arrival
    std::vector<std::uint32_t> m_ranks;       ///< by index from the first on: position in m_arrival; empty where few or far apart
    std::vector<identity::Link> m_kept;       ///< links of members that also carry hubs
    bool m_isByTime = false;
};

} // namespace sagascope::saga
