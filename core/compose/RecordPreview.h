// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/base/Time.h"
#include "core/catalog/Catalog.h"
#include "core/compose/Draft.h"
#include "core/kafka/Publisher.h"

namespace sagascope::compose {

/// A draft as it will lie on the wire, and what is wrong with it. Pure: the same draft, catalog and moment give the
/// same bytes, so what a person saw is what is sent.
struct RecordPreview
{
    std::string topic;
    std::string body;               ///< the value's exact bytes
    std::optional<std::string> key; ///< nothing: a null key
    std::vector<kafka::OutgoingHeader> headers;
    std::optional<std::int32_t> partition; ///< nothing: any, since the key is null
    bool isPartitionFixed = false;         ///< the draft names the partition; otherwise it follows from the key
    std::size_t size = 0;                  ///< bytes of key, value and headers, before compression

    /// Pointers start at the envelope: `/payload/amount`, `/version`.
    std::vector<catalog::SchemaViolation> violations;
    std::vector<std::string> extraFields;
    bool isTypeKnown = false;  ///< the catalog has the event type
    bool isOverridden = false; ///< the draft says: publish anyway

    [[nodiscard]] bool isValid() const { return violations.empty(); }

    /// `partitions` of the topic as the cluster tells it; nothing: as the catalog declares it.
    static RecordPreview of(const Draft& draft, const catalog::Catalog& catalog, base::Timestamp now,
                            std::optional<std::int32_t> partitions = {});

    /// What to hand to kafka::Publisher. Refused (subject: the first broken place) when it is not valid and nobody
    /// decided to publish it anyway; InvalidArgument when the topic's name is none that Kafka takes.
    [[nodiscard]] base::Result<kafka::OutgoingRecord> outgoing() const;
};

} // namespace sagascope::compose
