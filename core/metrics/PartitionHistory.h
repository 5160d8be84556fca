// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/metrics/GroupBoard.h"

namespace sagascope::metrics {

/// What is remembered of one group on one partition. A topic that was deleted and made anew (its end falls) is another
/// partition: nothing of the old one counts.
class PartitionHistory
{
public:
    /// `isAgain`: the same look as before, with more known of it.
    void take(const LagSample& sample, const GroupMember* reader, std::optional<bool> hasReader, bool isAgain);

    [[nodiscard]] std::span<const PartitionLook> window() const { return m_window; }
    [[nodiscard]] const std::shared_ptr<const PartitionTrail>& trail() const { return m_trail; }
    [[nodiscard]] base::Timestamp lastMove() const { return m_lastMove; } ///< kNoTime: none was seen

private:
    void notePosition(const LagSample& sample);
    void noteOwner(const GroupMember* reader, base::Timestamp at);
    [[nodiscard]] PartitionTrail& editTrail();

    std::vector<PartitionLook> m_window; ///< kWindowLooks at most
    std::shared_ptr<const PartitionTrail> m_trail = std::make_shared<PartitionTrail>();
    base::Timestamp m_lastMove = base::kNoTime;
};

} // namespace sagascope::metrics
