// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

#include "core/base/Hash.h"
#include "core/base/Ids.h"
#include "core/base/PersistentVector.h"

namespace sagascope::identity {

/// Who carries the same event id, and whose id a causation id names, over everything received. Event ids are looked up
/// by hash; causes that have not arrived yet are waited for. Written by the ingest thread, read through views.
class SameIds
{
public:
    class View
    {
    public:
        /// The event itself and every other event with its event id (a dead-letter wrapper counts under the id of the
        /// original), in no particular order.
        [[nodiscard]] std::vector<base::EventIndex> classOf(base::EventIndex event) const;
        /// An event whose id the causation id names; invalid when there is no causation id or nobody was seen with it.
        [[nodiscard]] base::EventIndex causeOf(base::EventIndex event) const { return m_causes[event.value]; }

    private:
        friend class SameIds;
        base::PersistentVector<base::EventIndex, 4096>::View m_next;
        base::PersistentVector<base::EventIndex, 4096>::View m_causes;
    };

    /// Events come in index order. `touch` is called for every earlier event whose class or cause changes.
    void add(base::EventIndex event, const base::Hash128& eventId, const base::Hash128& causationId,
             const std::function<void(base::EventIndex)>& touch);
    [[nodiscard]] View view() const;

private:
    void joinClass(base::EventIndex event, const base::Hash128& id, const std::function<void(base::EventIndex)>& touch);
    void resolveCause(base::EventIndex event, const base::Hash128& causationId);

    base::PersistentVector<base::EventIndex, 4096> m_next; ///< circular list per event id
    base::PersistentVector<base::EventIndex, 4096> m_causes;
    std::unordered_map<base::Hash128, base::EventIndex> m_byId;                 ///< one event of each class
    std::unordered_map<base::Hash128, std::vector<base::EventIndex>> m_waiting; ///< effects of unseen causes
};

} // namespace sagascope::identity
