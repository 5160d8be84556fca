// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/catalog/PayloadSchema.h"

namespace sagascope::catalog {

/// What is known about traffic on a topic.
enum class TopicStatus : std::uint8_t {
    Live,                       ///< a service publishes it
    LiveWithForeignEventType,   ///< published, under another event type
    CallSiteUnreachable,        ///< the code that would publish it never runs
    CommentedOut,               ///< the code that would publish it is switched off
    DefinedNeverPublished,      ///< name and shape exist, nobody publishes
    DocsOnly,                   ///< exists in documents only
    SpecOnly,                   ///< exists in the specification only
    HandlerWithoutSubscription, ///< somebody could handle it, nobody listens
};
[[nodiscard]] std::string_view topicStatusName(TopicStatus status); ///< "live", "docs-only", …
[[nodiscard]] std::optional<TopicStatus> topicStatusFromName(std::string_view name);

struct DeclaredProducer
{
    std::string service;
    bool isLive = false;
};

struct DeclaredConsumer
{
    std::string group; ///< empty when it would listen without a group
    std::string service;
    bool isLive = false;
};

/// A field that holds an identifier. `kind` is a name of identity::IdentifierKind; `pointer` starts at the envelope.
struct DeclaredIdentifier
{
    std::string kind;
    std::string pointer;
};

/// What the catalog knows of one topic: whose it is, what travels on it, and where its identifiers are.
/// A plain value; inside a Catalog it is immutable and lives as long as that.
struct DeclaredTopic
{
    std::string name;                    ///< full name of the topic
    std::vector<std::string> eventTypes; ///< empty for queues that carry any type
    TopicStatus status = TopicStatus::DocsOnly;
    std::string domain; ///< empty when the name has none, as for queues
    std::string entity;
    std::string action;
    std::vector<std::string> versions; ///< empty: nothing is declared
    int partitions = 3;
    std::vector<DeclaredProducer> producers;
    std::vector<DeclaredConsumer> consumers;
    std::vector<DeclaredIdentifier> identifiers;
    std::vector<std::string> secrets; ///< pointers to values that must never be shown or logged
    std::string description;
    std::string schemaText; ///< JSON Schema of the payload, members in their order; empty when there is none
    std::optional<PayloadSchema> schema; ///< the same, compiled

    /// Pointer of the field that producers use as the record's key; empty when they send none.
    [[nodiscard]] std::string_view keyPointer(std::string_view eventType = {}) const;
    /// Whether some service publishes it today.
    [[nodiscard]] bool isLive() const;
    /// Whether it carries events of any type: retry and dead-letter queues.
    [[nodiscard]] bool isQueue() const { return domain.empty() || eventTypes.empty(); }

    std::string defaultKeyPointer;
    std::map<std::string, std::string, std::less<>> keyPointerByType; ///< where a type on the topic differs
};

/// One entry of a catalog file. Error Malformed names the file and the JSON pointer in it.
[[nodiscard]] base::Result<DeclaredTopic> parseDeclaredTopic(const nlohmann::ordered_json& entry, std::string_view file,
                                                             std::string_view pointer);

} // namespace sagascope::catalog
