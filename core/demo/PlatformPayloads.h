// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

#include "core/demo/Cast.h"
#include "core/demo/Draw.h"

namespace sagascope::demo {

/// The payloads of one booking as the real services send them, with what they leave out, add and mix up. Members that
/// hold the moment of publishing are left empty, for StoryDraft::Line::stamped().
class PlatformPayloads
{
public:
    PlatformPayloads(Traveller who, Journey journey) : m_who(std::move(who)), m_journey(std::move(journey)) {}

    [[nodiscard]] nlohmann::ordered_json created() const;
    [[nodiscard]] nlohmann::ordered_json paid(Draw dice) const;
    [[nodiscard]] nlohmann::ordered_json failed(Draw dice) const;
    [[nodiscard]] nlohmann::ordered_json confirmed(const std::string& bookingId) const;
    [[nodiscard]] nlohmann::ordered_json cancelled() const;
    [[nodiscard]] nlohmann::ordered_json refunded(const std::string& bookingId, const std::string& reference,
                                                  const Money& amount) const;

private:
    Traveller m_who;
    Journey m_journey;
};

} // namespace sagascope::demo
