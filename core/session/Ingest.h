// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/Rule.h"
#include "core/base/Time.h"
#include "core/causation/ServiceMap.h"
#include "core/event/Decoder.h"
#include "core/event/RawRecord.h"
#include "core/identity/DescriptionColumns.h"
#include "core/identity/Identity.h"
#include "core/metrics/GroupHistory.h"
#include "core/metrics/LagHistory.h"
#include "core/metrics/Throughput.h"
#include "core/review/EventReview.h"
#include "core/session/Derivation.h"
#include "core/session/Incarnations.h"
#include "core/session/RestoredChunk.h"
#include "core/session/Retelling.h"
#include "core/session/Snapshot.h"
#include "core/store/EventStore.h"

namespace sagascope::session {

/// The way of one record through the house: same coordinates? decode, store, review, identity, metrics. Sagas are brought
/// up to date once per snapshot, not per record. Another catalog may take over: what was read is then told anew from the
/// store, part by part beside the reading.
///
/// None but the owner's thread may call it; everything that it gives away is an immutable view. While it restores, another
/// thread tells the sagas.
class Ingest
{
public:
    /// `keeper` has the records (see store::EventStore). Without `columns` what is known of them lies in memory.
    explicit Ingest(std::shared_ptr<const catalog::Catalog> catalog, std::shared_ptr<store::BlockKeeper> keeper = nullptr,
                    std::size_t cacheBytes = store::defaultCacheBytes(), std::shared_ptr<base::ColumnSpace> columns = nullptr);

    /// With `kept`, the keeper has it already, at this place.
    void take(const event::RawRecord& record, std::optional<store::BlockBuilder::Position> kept = std::nullopt);
    /// Takes records with what an earlier reading made of them: all come so, or none. False when that makes no sense; then
    /// this Ingest is of no use any more.
    [[nodiscard]] bool restore(const RestoredChunk& chunk);
    /// Lets the keeper have everything that was taken.
    void showOpenBlock() { m_store.showOpenBlock(); }
    /// Memory of older events need not stay: nothing comes any more.
    void rest()
    {
        if (m_columns)
            m_columns->letGo();
    }
    /// Takes over a look at consumer groups, completed with the age of the oldest unread record where that was read here.
    /// Gives the records whose time somebody else must know.
    [[nodiscard]] std::vector<metrics::RecordPlace> takeGroups(const metrics::GroupLookPtr& look);

    /// The latest broker time read (the latest producer time where no record has one); kNoTime before the first.
    [[nodiscard]] base::Timestamp latestTime() const;
    [[nodiscard]] const Counts& counts() const { return m_counts; }

    /// Begins to tell everything anew under a catalog that was made with Catalog::with(); until that is done, everything
    /// goes on as before. What was begun before is given up.
    void changeCatalog(std::shared_ptr<const catalog::Catalog> catalog);
    [[nodiscard]] bool isRetelling() const { return m_retelling != nullptr; }
    /// Retells so many records more; true when that was the last one and the new catalog is in force.
    bool retell(std::size_t records, base::Timestamp now);

    /// Brings the sagas up to date with `now` and puts everything known into the snapshot. When that says that it is
    /// finished, nothing is left for later (see SagaTracker); while a capture is restored, the sagas come some snapshots later.
    void fill(Snapshot& snapshot, base::Timestamp now);

private:
    void includeRestored(base::EventIndex event);
    void recordServicesFrom(std::size_t first);
    void deriveRestored();
    const Derivation::Derived& derive(const store::EventStore::View& events, base::Timestamp now, bool isFinished);
    void noteAge(metrics::LagSample& sample) const;
    void store(const event::RawRecord& record, std::optional<store::BlockBuilder::Position> kept);
    void analyse(const event::RawRecord& record, base::EventIndex index, const event::Event& event);

    std::shared_ptr<const catalog::Catalog> m_catalog;
    std::shared_ptr<base::ColumnSpace> m_columns; ///< null: in memory
    event::Decoder m_decoder;
    store::EventStore m_store;
    review::EventReview m_review;
    identity::Identity m_identity;
    std::unique_ptr<Derivation> m_derivation;
    std::size_t m_derived = 0; ///< of the restored events, or on their way
    std::unique_ptr<Retelling> m_retelling; ///< null most of the time
    std::unique_ptr<identity::RestoredDescriptions> m_restored; ///< of what m_identity then groups; null where nothing was restored
    std::uint64_t m_numbering = nextNumbering();
    metrics::Throughput m_throughput;
    metrics::LagHistory m_lagHistory;
    metrics::GroupHistory m_groups;
    std::vector<metrics::LagSample> m_lag; ///< of the latest look
    causation::ServiceMap m_services;
    Incarnations m_incarnations;
    Counts m_counts;
    base::Timestamp m_latestBrokerTime = base::kNoTime;
    base::Timestamp m_latestProducerTime = base::kNoTime;
};

} // namespace sagascope::session
