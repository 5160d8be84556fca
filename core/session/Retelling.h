// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>

#include "core/base/Ids.h"
#include "core/base/Time.h"
#include "core/event/Decoder.h"
#include "core/identity/Identity.h"
#include "core/saga/SagaTracker.h"
#include "core/store/EventStore.h"

namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::session {

/// What was read, told anew under another catalog: described from the stored records, grouped and followed. One event
/// after the other, so that whoever drives it may stop or do something else in between. One thread.
class Retelling
{
public:
    /// Without `columns` everything lies in memory.
    explicit Retelling(std::shared_ptr<const catalog::Catalog> catalog,
                       const std::shared_ptr<base::ColumnSpace>& columns = nullptr);
    /// With descriptions that the catalog leaves as they are (see identity::describesAlike()).
    Retelling(std::shared_ptr<const catalog::Catalog> catalog, identity::Identity::View described);

    /// The next event in the order of the store. One that `takesPart` not is passed over.
    void take(const store::EventStore::View& events, base::EventIndex event, bool takesPart = true);
    /// Brings the sagas up to date with what was taken, and with the clock.
    void update(const store::EventStore::View& events, base::Timestamp now,
                saga::SagaTracker::Lag lag = saga::SagaTracker::Lag::Allowed);

    [[nodiscard]] const std::shared_ptr<const catalog::Catalog>& catalog() const { return m_catalog; }
    [[nodiscard]] std::uint32_t taken() const { return m_taken; }
    [[nodiscard]] identity::Identity& identity() { return m_identity; }
    [[nodiscard]] std::unique_ptr<saga::SagaTracker>& tracker() { return m_tracker; }

private:
    void describe(const store::EventStore::View& events, base::EventIndex event);

    std::shared_ptr<const catalog::Catalog> m_catalog;
    event::Decoder m_decoder;
    identity::Identity m_identity;
    std::unique_ptr<saga::SagaTracker> m_tracker;
    bool m_isDescribed = false;
    std::uint32_t m_taken = 0;
};

/// A number for Snapshot::numbering that nobody else has. Any thread.
[[nodiscard]] std::uint64_t nextNumbering();

} // namespace sagascope::session
