// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/base/Ids.h"
#include "core/identity/Identifier.h"

namespace sagascope::identity {

/// An event's tie to an identifier, with the kind that the event called it by. Packed: there are several per event.
class Link
{
public:
    Link() = default;
    Link(base::IdentifierId id, IdentifierKind kind) : m_packed((std::uint32_t(kind) << kIdBits) | id.value) {}
    [[nodiscard]] base::IdentifierId id() const { return base::IdentifierId(m_packed & kIdMask); }
    [[nodiscard]] IdentifierKind kind() const { return static_cast<IdentifierKind>(m_packed >> kIdBits); }

private:
    static constexpr unsigned kIdBits = 28; ///< 268 million identifiers
    static constexpr std::uint32_t kIdMask = (1U << kIdBits) - 1;
    std::uint32_t m_packed = 0;
};

} // namespace sagascope::identity
