// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/kafka/ScopeEstimate.h"

namespace sagascope::session {

/// Memory that a Session needs for so many records with so many bytes of keys, values and headers: rows, indices and
/// sagas by the record, payloads compressed. A rough figure: traffic of another shape may need half of it, or twice as much.
[[nodiscard]] std::uint64_t expectedMemory(std::int64_t records, std::uint64_t bytes);

/// An estimate together with what a person chose, for printing.
struct EstimateReport
{
    kafka::ScopeEstimate estimate;
    std::uint32_t oneIn = 1; ///< the sample that was asked for
    kafka::RecordSearch search{};

    /// Without a sample; of the sample. Nothing where the bytes are not known.
    [[nodiscard]] std::optional<std::uint64_t> memory() const;
    [[nodiscard]] std::optional<std::uint64_t> memoryOfSample() const;
};

[[nodiscard]] std::string toText(const EstimateReport& report);
[[nodiscard]] std::string toJson(const EstimateReport& report);

} // namespace sagascope::session
