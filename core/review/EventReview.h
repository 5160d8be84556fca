// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/Rule.h"
#include "core/event/Event.h"
#include "core/event/RawRecord.h"
#include "core/review/QuickShape.h"

namespace sagascope::catalog {
class Catalog;
struct DeclaredTopic;
} // namespace sagascope::catalog

namespace sagascope::review {

/// Findings of one event that need the catalog: its topic, the shape of its payload, its key, version, identifiers and
/// consumers. What the event shows by itself is found by event::Decoder.
///
/// One thread (it builds its view of a schema when it first meets the topic).
class EventReview
{
public:
    explicit EventReview(std::shared_ptr<const catalog::Catalog> catalog);
    ~EventReview();

    /// Adds what is wrong to `hits`. On a topic that the catalog does not know nothing but that is said.
    void review(const event::Event& event, const event::RawRecord& record, std::vector<base::RuleHit>& hits);

private:
    void reviewPayload(const catalog::DeclaredTopic& shape, const event::Event& event,
                       std::vector<base::RuleHit>& hits);
    /// What is known of a type's payloads by now.
    struct Shape
    {
        explicit Shape(const nlohmann::json& schema) : quick(schema) {}
        QuickShape quick;
        std::unordered_map<std::uint64_t, std::vector<base::RuleHit>> hitsByPrint; ///< bounded: the wire decides how many there are
    };
    Shape& shapeOf(const catalog::DeclaredTopic& topic);

    std::shared_ptr<const catalog::Catalog> m_catalog;
    std::unordered_map<const catalog::DeclaredTopic*, Shape> m_shapes;
};

} // namespace sagascope::review
