// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include <nlohmann/json_fwd.hpp>

#include "core/event/JsonNode.h"
#include "core/review/PrintPlan.h"

namespace sagascope::review {

/// A payload schema in a form that says "certainly fine" within a microsecond, so that the thorough check (tens of
/// microseconds) runs only for payloads that may have something wrong. It never calls a payload fine that the thorough
/// check would object to; what it does not understand (a keyword, a long string, 2.0 as an integer) is not certain.
///
/// Immutable after construction; any thread.
class QuickShape
{
public:
    /// `schema` is draft-07. With keywords that are not understood nothing is certain.
    explicit QuickShape(const nlohmann::json& schema);
    ~QuickShape();
    QuickShape(QuickShape&&) noexcept;
    QuickShape& operator=(QuickShape&&) noexcept;

    [[nodiscard]] bool isUnderstood() const { return m_root != nullptr; }
    /// Neither a violation nor an undeclared member, for certain.
    [[nodiscard]] bool isCertainlyFine(event::JsonNode payload) const;
    /// A hash of everything about the payload that the thorough check's answer depends on: which members there are, of which
    /// kinds, and which limits their values keep; so payloads of one print need checking once. Nothing where that is not
    /// certain.
    [[nodiscard]] std::optional<std::uint64_t> printOf(event::JsonNode payload) const;

    /// How to make the prints of this payload and of all others whose documents have its shape. As long as this lives. Not for
    /// a schema that is not understood.
    [[nodiscard]] PrintPlan planFor(event::JsonNode payload) const { return {*m_root, payload}; }

private:
    static bool isFine(const SchemaPart& part, event::JsonNode value);
    static bool isFineObject(const SchemaPart& part, event::JsonNode value);
    static bool isFineText(const SchemaPart& part, event::JsonNode value);

    std::unique_ptr<const SchemaPart> m_root; ///< null: nothing is certain
};

} // namespace sagascope::review
