// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/session/Snapshot.h"

namespace sagascope::test {

/// What must hold for whatever is typed as a query. Used by the fuzzer and by the mutation test.
class QueryCheck
{
public:
    QueryCheck();

    /// What went wrong with this text, in words; nothing when all is well.
    [[nodiscard]] std::optional<std::string> problemWith(std::string_view text);

private:
    session::SnapshotPtr m_snapshot; ///< a few records, one of them no event
};

} // namespace sagascope::test
