// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "core/base/AppendVector.h"
#include "core/base/Hash.h"
#include "core/identity/Identity.h"
#include "core/store/EventStore.h"

namespace sagascope::session {

/// Where an id is not: for each stretch of events a Bloom filter of the ids that they carry, so that looking for one reads
/// the few stretches that may hold it, and not ten million events. Event, correlation and causation ids are in it, and the
/// values of identifiers. Half a per cent of the stretches that do not hold an id say that they may.
///
/// One thread extends it; views are immutable and any thread may read them.
class IdSieve
{
    using Filter = std::array<std::uint64_t, 8192>;

public:
    static constexpr std::uint32_t kStretch = 16'384; ///< events

    class View
    {
    public:
        /// True as well of stretches that it does not know yet.
        [[nodiscard]] bool mayHold(std::uint32_t stretch, base::IdHash id) const;

    private:
        friend class IdSieve;
        base::AppendVector<Filter, 1>::View m_filters;
    };

    /// Without `columns` it lies in memory: four bytes an event.
    explicit IdSieve(std::shared_ptr<base::ColumnSpace> columns = nullptr) : m_filters(std::move(columns)) {}
    /// Learns stretches that are full, at most so many (a millisecond each).
    void extend(const store::EventStore::View& events, const identity::Identity::View& identity, std::size_t mostStretches);
    [[nodiscard]] View view() const;

private:
    base::AppendVector<Filter, 1> m_filters; ///< by stretch
};

} // namespace sagascope::session
