// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

#include "ui/common/JsonDocument.h"

namespace sagascope::ui {

/// One place at which two documents differ. Texts are ready to be shown: cut to a line, and masked where secret.
struct JsonChange
{
    enum class Kind : std::uint8_t { Added, Removed, Changed };

    QString pointer; ///< RFC 6901; empty for the whole document
    Kind kind = Kind::Changed;
    QString left;  ///< empty when added
    QString right; ///< empty when removed
    bool isSecret = false;

    static constexpr qsizetype kMaxText = 200;
    friend bool operator==(const JsonChange&, const JsonChange&) = default;
};

/// Where two documents differ, by member names and positions in arrays, in the order of the left document, added members
/// last. A container that one side lacks is one change. The order of members means nothing; 1 and 1.0 are the same
/// number, 1 and "1" are not the same. Pure; any thread.
[[nodiscard]] std::vector<JsonChange> differences(const JsonDocument& left, const JsonDocument& right);

} // namespace sagascope::ui
