// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/store/RowColumns.h"

namespace sagascope::session {

/// Some records of a recording with what an earlier reading made of each by itself.
struct RestoredChunk
{
    store::RowChunk rows;
    std::string descriptions; ///< for identity::RestoredDescriptions
};

} // namespace sagascope::session
