// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/Rule.h"
#include "core/event/Event.h"
#include "core/event/RawRecord.h"
#include "core/event/ShapeTable.h"
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

    /// What is wrong, valid until the next call. On a topic that the catalog does not know nothing but that is said. The event is
    /// the last one that its decoder read.
    [[nodiscard]] std::span<const base::RuleHit* const> review(const event::Event& event, const event::RawRecord& record);

private:
    /// What is known of a type's payloads by now.
    struct Known
    {
        explicit Known(const nlohmann::json& schema) : quick(schema) {}
        QuickShape quick;
        std::unordered_map<std::uint64_t, std::vector<base::RuleHit>> hitsByPrint; ///< bounded: the wire decides how many there are
    };
    struct Plan;

    [[nodiscard]] Plan& planOf(const event::Event& event, std::string_view topic);
    void planPayload(Plan& plan, const event::Event& event);
    void reviewVersion(const catalog::DeclaredTopic& shape, const event::Event& event);
    void reviewPayload(Plan& plan, const event::Event& event);
    void inspectUnknown(const Plan& plan, const event::Event& event);
    [[nodiscard]] Known& knownOf(const catalog::DeclaredTopic& topic);

    std::shared_ptr<const catalog::Catalog> m_catalog;
    std::unordered_map<const catalog::DeclaredTopic*, Known> m_known;
    event::ByShape<Plan> m_plans;
    std::unique_ptr<Plan> m_plan; ///< of an event that has no shape
    std::vector<const base::RuleHit*> m_found;
    base::RuleHit m_version;
    std::vector<base::RuleHit> m_inspected;
};

} // namespace sagascope::review
