// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/event/JsonNode.h"
#include "core/event/JsonTape.h"

namespace sagascope::review {

struct SchemaPart;

/// Makes the prints (see QuickShape) of payloads of one shape: what names and kinds add to them is worked out once; what is
/// left are the texts and numbers that a schema limits. Its schema must outlive it. One thread.
class PrintPlan
{
public:
    PrintPlan() = default;
    PrintPlan(const SchemaPart& root, event::JsonNode payload);

    /// Nothing where it is not certain that the print holds all that the thorough check's answer depends on.
    [[nodiscard]] std::optional<std::uint64_t> printOf(const event::JsonTape& tape);

private:
    /// A value that the schema says something about.
    struct Leaf
    {
        std::size_t at = 0;
        const SchemaPart* part = nullptr;
        std::vector<std::pair<std::string, unsigned>> known; ///< texts and what they break, where it is dear to find out
    };
    void walk(const SchemaPart& part, event::JsonNode value);
    void walkMembers(const SchemaPart& part, event::JsonNode value);
    void walkElements(const SchemaPart& part, event::JsonNode value);
    [[nodiscard]] static unsigned brokenBy(Leaf& leaf, std::string_view text);
    [[nodiscard]] static std::optional<std::uint64_t> wordOf(Leaf& leaf, const event::JsonTape& tape);

    std::uint64_t m_structure = 0;
    std::vector<Leaf> m_leaves;
};

} // namespace sagascope::review
