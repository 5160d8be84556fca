// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <utility>

#include "core/demo/Cast.h"
#include "core/demo/Draw.h"

namespace sagascope::demo {

/// The payloads of one booking as the catalog's schemas want them. Members that hold the moment of publishing are left
/// empty, for StoryDraft::Line::stamped(). A value; what it describes lies in it.
class SpecPayloads
{
public:
    SpecPayloads(Traveller who, Journey journey) : m_who(std::move(who)), m_journey(std::move(journey)) {}

    [[nodiscard]] nlohmann::ordered_json created() const;
    [[nodiscard]] nlohmann::ordered_json paid() const;
    [[nodiscard]] nlohmann::ordered_json failed(Draw dice) const; ///< with one of the usual causes
    [[nodiscard]] nlohmann::ordered_json confirmed() const;
    [[nodiscard]] nlohmann::ordered_json cancelled(std::string_view reason) const;
    [[nodiscard]] nlohmann::ordered_json refunded() const; ///< in full

private:
    Traveller m_who;
    Journey m_journey;
};

} // namespace sagascope::demo
