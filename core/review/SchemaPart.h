// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/event/JsonNode.h"

namespace sagascope::review {

/// One part of a JSON Schema (draft-07) as QuickShape reads it.
struct SchemaPart
{
    /// Null where something is not understood.
    [[nodiscard]] static std::unique_ptr<const SchemaPart> compile(const nlohmann::json& schema);
    static constexpr std::size_t kLongestText = 1024; ///< the thorough check looks at no more of a string

    /// Which of the limits for texts it breaks, a bit for each; 0 for none. The text is no longer than kLongestText.
    [[nodiscard]] unsigned brokenBy(std::string_view text) const;
    [[nodiscard]] bool allows(event::JsonKind kind) const;
    /// What says more of some member than that it may be there; null when nothing does.
    [[nodiscard]] const SchemaPart* ofMember(std::string_view name) const
    {
        const auto known = members.find(name);
        return known != members.end() ? known->second.get() : others.get();
    }

    bool isAnything = false;
    unsigned types = ~0U; ///< TypeBits that are allowed
    std::map<std::string, std::unique_ptr<const SchemaPart>, std::less<>> members;
    std::vector<std::string> required;
    std::unique_ptr<const SchemaPart> others; ///< members that are not named; null: not certain
    std::unique_ptr<const SchemaPart> elements; ///< null: any
    std::optional<std::vector<std::string>> allowed;
    std::optional<double> minimum;
    std::size_t minLength = 0;
    std::optional<std::regex> pattern;
    bool (*hasFormat)(std::string_view) = nullptr; ///< null: any will do

private:
    /// False when the keyword, or its value, is not understood.
    bool read(const std::string& keyword, const nlohmann::json& value);
    bool readMembers(const nlohmann::json& properties);
    bool readNumber(const std::string& keyword, const nlohmann::json& value);
};

} // namespace sagascope::review
