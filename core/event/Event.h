// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/Rule.h"
#include "core/base/Time.h"
#include "core/event/JsonNode.h"

namespace sagascope::event {

/// Where a member of the envelope was read.
enum class Origin : std::uint8_t { None, Envelope, Metadata, Header, Topic };

/// Which role the topic plays for the message on it.
enum class TopicRole : std::uint8_t {
    Ordinary,
    Retry,      ///< `dreamscape.retry.queue` or `*.retry`
    DeadLetter, ///< `dreamscape.dead.letter.queue` or `*.dlq`
};
[[nodiscard]] TopicRole topicRole(std::string_view topic);

/// One member of the envelope with the place it came from. An empty text counts as absent (`origin` None).
struct Member
{
    std::string_view text;
    Origin origin = Origin::None;

    [[nodiscard]] bool isPresent() const { return origin != Origin::None; }
};

/// A message that holds a JSON object, however poor. Views and nodes live until the Decoder's next decode() or until
/// the record's batch goes, whichever is first.
struct Event
{
    Member eventId;
    Member eventType; ///< always present: falls back to header, then to the topic without `dreamscape.`
    Member source;
    Member version;
    Member correlationId; ///< envelope, else non-empty header, else `metadata.correlationId`
    Member causationId;
    std::string_view sagaId;   ///< metadata.sagaId, else payload.sagaId; empty when absent
    std::string_view traceId;  ///< trace id (32 hex) of a W3C `traceparent` header or metadata member
    std::string_view sagaStep; ///< metadata.step, else empty
    base::Timestamp producerTime = base::kNoTime;
    Origin producerTimeOrigin = Origin::None;

    JsonNode body;       ///< the whole object
    JsonNode metadata;   ///< invalid when absent
    JsonNode payload;    ///< `payload`; the body itself for a message without any envelope member
    bool isBare = false; ///< no envelope member at all: the body is the payload

    TopicRole topicRole = TopicRole::Ordinary;
    /// A dead-letter wrapper's original envelope (`payload.originalEvent`), invalid otherwise; its event id below.
    JsonNode wrapped;
    std::string_view wrappedEventId;
    std::string_view wrappedEventType;

    std::vector<base::RuleHit>
        hits; ///< what is wrong with it; groups Correlation, Envelope, Bytes, Retry, Architecture

    /// The payload that the event is about: the original's for a dead-letter wrapper, else its own.
    [[nodiscard]] JsonNode subject() const;
    /// Resolves `/payload/…` against the payload (bare bodies included), `/metadata/…` and the rest against the body.
    /// For a dead-letter wrapper `/payload/…` means the original's payload.
    [[nodiscard]] JsonNode at(std::string_view pointer) const;
};

/// A message that holds no JSON object: shown with its bytes, counted, never dropped. `reason` is of group Bytes.
struct Undecodable
{
    base::Rule reason;
    std::size_t position = 0; ///< byte where reading stopped, 0 when not applicable
};

using Decoded = std::variant<Event, Undecodable>;

/// The payload in an envelope that a dead-letter wrapper holds.
[[nodiscard]] JsonNode subjectOf(JsonNode wrapped);

} // namespace sagascope::event
