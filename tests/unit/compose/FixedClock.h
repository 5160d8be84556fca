// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

namespace sagascope::compose {

/// Always the same moment: 2026-11-23T10:24:18.512Z.
class FixedClock final : public base::Clock
{
public:
    [[nodiscard]] base::Timestamp now() const override { return base::fromUnixMilliseconds(1'795'429'458'512); }
};

} // namespace sagascope::compose
