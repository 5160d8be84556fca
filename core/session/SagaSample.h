// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/event/Decoder.h"
#include "core/event/RawRecord.h"
#include "core/identity/IdentifierRules.h"
#include "core/session/Sample.h"

namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::session {

/// Chooses whole sagas of a stream by a hash of the value that all their parts share. A record without that value is held
/// until one that was chosen names an id of its, directly or through others that are held.
///
/// A saga whose records name one value, or none, is kept whole or not at all, in any order of arrival, as long as nothing
/// had to be given up for want of room (SampleCounts::remnants). A record that names a value that was not chosen is never
/// kept. The choice depends on the value alone: two programs, or two runs, choose the same.
///
/// One thread. Memory: the held records, and eight bytes and a node for each id that was met.
class SagaSample
{
public:
    SagaSample(const std::shared_ptr<const catalog::Catalog>& catalog, SampleOptions options);

    /// What of the batch, and of the records held before, is to be kept; in order of arrival per partition unless a record
    /// had to wait.
    [[nodiscard]] event::RecordBatch choose(const event::RecordBatch& batch);
    /// Nothing comes any more: what is held is of no saga that was chosen.
    void finish();
    [[nodiscard]] const SampleCounts& counts() const { return m_counts; }

    [[nodiscard]] static bool isChosen(std::string_view value, std::uint32_t oneIn);

private:
    using IdHash = std::uint64_t;
    using HeldNumber = std::uint64_t;
    struct Held
    {
        event::RecordBatch record;
        std::vector<IdHash> ids;
        std::size_t bytes = 0;
    };
    enum class Verdict : std::uint8_t { Keep, LeaveOut, Hold, Remnant };

    [[nodiscard]] Verdict judge(const event::RawRecord& record);
    [[nodiscard]] Verdict judgeByIds() const;
    void readIds(const event::Event& event);
    void hold(const event::RawRecord& record);
    /// The ids are of a saga that was chosen: whoever waits for one of them is kept, and so on.
    void release(std::vector<IdHash> ids, event::RecordBatch& kept);
    void letGo(HeldNumber number);

    SampleOptions m_options;
    identity::IdentifierRules m_rules;
    event::Decoder m_decoder;
    identity::Statement m_statement;
    std::vector<IdHash> m_ids; ///< of the record in hand
    std::unordered_set<IdHash> m_chosen;
    std::unordered_set<IdHash> m_leftOut;
    std::map<HeldNumber, Held> m_held; ///< oldest first
    std::unordered_map<IdHash, std::vector<HeldNumber>> m_waiting;
    HeldNumber m_nextNumber = 0;
    std::size_t m_heldBytes = 0;
    SampleCounts m_counts;
};

} // namespace sagascope::session
