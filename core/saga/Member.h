// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/Ids.h"
#include "core/identity/Evidence.h"
#include "core/identity/Identity.h"
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
    std::string_view type;            ///< a dead-letter wrapper counts as what it wraps
    std::string_view metadataStep;
    std::vector<identity::Link> links; ///< without hubs
    const catalog::StepDefinition* step = nullptr; ///< set once the definition is chosen
    identity::Repeat repeat = identity::Repeat::None;
    base::EventIndex repeatOf;

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

/// The members of one saga, in arrival order until sorted, with a way back from the event.
class MemberList
{
public:
    MemberList(std::span<const base::EventIndex> events, const store::EventStore::View& store,
               const identity::Identity::View& identity);

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

    [[nodiscard]] const store::EventStore::View& store() const { return m_store; }
    [[nodiscard]] const identity::Identity::View& identity() const { return m_identity; }

private:
    void index();

    const store::EventStore::View& m_store;
    const identity::Identity::View& m_identity;
    std::vector<Member> m_members;
    std::unordered_map<base::EventIndex, std::size_t> m_positions;
};

} // namespace sagascope::saga
