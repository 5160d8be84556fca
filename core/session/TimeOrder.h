// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <span>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/Time.h"
#include "core/store/EventStore.h"

namespace sagascope::session {

/// Records by broker time, then by arrival. Records without a broker time stand in no order and are left out. 16 bytes
/// per record; one thread.
class TimeOrder
{
public:
    struct Entry
    {
        base::Timestamp time;
        base::EventIndex event;

        friend auto operator<=>(const Entry&, const Entry&) = default;
    };

    /// Sorts in what the store holds beyond the rows known so far. Cheap where that is not older than them.
    void extend(const store::EventStore::View& events);
    /// Sorts in some records that it does not hold yet.
    void add(std::span<const base::EventIndex> records, const store::EventStore::View& events);

    [[nodiscard]] std::size_t rowCount() const { return m_rowCount; } ///< that extend() has seen, timeless ones included
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] const Entry& operator[](std::size_t i) const { return m_entries[i]; }
    /// Where the records after `moment` begin.
    [[nodiscard]] std::size_t endAt(base::Timestamp moment) const;
    /// The moment that many different times after `moment` (before, when negative), or the last one there is in that
    /// direction; `moment` itself when there is none.
    [[nodiscard]] base::Timestamp stepped(base::Timestamp moment, int steps) const;

private:
    void sortIn(std::size_t first);
    [[nodiscard]] std::size_t beginAt(base::Timestamp moment) const;

    std::vector<Entry> m_entries;
    std::size_t m_rowCount = 0;
};

} // namespace sagascope::session
