// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/demo/Platform.h"
#include "core/demo/StoryKind.h"
#include "core/kafka/Publisher.h"

namespace sagascope::demo {

/// A member of the payload that is filled in with the moment of publishing, shifted by `offset`.
struct TimeMember
{
    std::string name;
    std::chrono::hours offset{0};
};

/// The service whose group must have read record `to` before this one is written.
struct Reaction
{
    std::size_t to = 0;
    Service group = Service::Voyage;
};

/// One record of a story: everything about it except the wall clock.
///
/// Records of a story are written one after the other, each when the broker has acknowledged the one before, when its
/// reaction's group has read the record it reacts to, and `delay` has passed since. So the winner of every race is
/// part of the plan, and producer times inside a story always rise in the planned order.
struct PlannedRecord
{
    std::string topic;
    Service publisher = Service::Voyage;
    std::optional<Reaction> reaction;
    std::chrono::milliseconds delay{0};

    std::string key;
    std::string eventId;
    std::string eventType;
    std::string correlationId;       ///< empty: absent from the body, an empty header
    std::string causationId;         ///< empty: absent
    nlohmann::ordered_json metadata; ///< null: absent
    nlohmann::ordered_json payload;
    std::vector<TimeMember> times;

    std::optional<std::size_t> copyOf;               ///< the bytes, key and headers of that record again …
    std::vector<kafka::OutgoingHeader> addedHeaders; ///< … with these besides
    bool isFailureStamped = false;                   ///< … and `failedAt`, the moment of publishing
    std::optional<std::string> bytes;                ///< instead of an envelope
};

/// A saga that an observer should find once the story is told, in the vocabulary of the report.
struct ExpectedSaga
{
    std::string definition; ///< name of the saga definition
    std::string state;
    std::vector<std::size_t> members; ///< positions in Story::records that evidence ties together, the inferred included
};

/// One story: a pure function of the options and its index.
struct Story
{
    std::uint64_t index = 0;
    StoryKind kind = StoryKind::Search;
    Dialect dialect = Dialect::Spec;
    std::vector<std::pair<std::string, std::string>> identifiers; ///< (kind as in the report, value)
    std::vector<PlannedRecord> records;
    std::vector<ExpectedSaga> expected; ///< records in none of them belong to no saga
};

} // namespace sagascope::demo
