// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/Catalog.h"
#include "core/compose/JsonText.h"
#include "core/compose/ParentEvent.h"
#include "core/compose/SampleValues.h"
#include "core/kafka/Publisher.h"

namespace sagascope::compose {

/// An event that a person is writing. Nothing here is checked: drafts may be wrong on purpose; RecordPreview tells.
/// A plain value.
struct Draft
{
    std::string eventId; ///< made with the draft; renew() gives the next one
    std::string eventType;
    std::string timestamp; ///< ISO 8601; empty: the moment of publishing
    std::string version = "1.0";
    std::string source;
    std::string correlationId; ///< empty: the member is left out
    std::string causationId;   ///< empty: the member is left out
    Json metadata;             ///< null: the member is left out
    Json payload = Json::object();

    std::string topic;                     ///< empty: the one that the catalog has for the type
    std::optional<std::int32_t> partition; ///< nothing: by the key
    std::optional<std::string> key;        ///< nothing: the field that the services use, else the event's id
    bool hasNullKey = false;
    std::vector<kafka::OutgoingHeader> extraHeaders; ///< after the five that the services send

    /// Publish although it breaks its schema: decided by a person, per draft.
    bool isValidationOverridden = false;

    /// A draft of this type with sample values for what its schema requires, in a correlation of its own.
    static Draft fresh(std::string_view eventType, const catalog::Catalog& catalog, SampleValues& samples);

    /// The same, caused by `parent`: its correlation goes on (or starts here), its identifiers, currency and amount
    /// are copied into the fields that hold the same, and its saga id is kept.
    static Draft replyTo(const ParentEvent& parent, std::string_view eventType, const catalog::Catalog& catalog,
                         SampleValues& samples);

    /// Gives it a new event id, for publishing it once more as another event.
    void renew(SampleValues& samples);
};

/// The event types that some definition lets follow `eventType`, in the order of the definitions: what a reply may be.
[[nodiscard]] std::vector<std::string> likelyReplies(std::string_view eventType, const catalog::Catalog& catalog);

} // namespace sagascope::compose
