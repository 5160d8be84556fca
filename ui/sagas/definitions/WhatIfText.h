// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

#include "core/saga/Saga.h"
#include "core/session/WhatIf.h"

// What a change would do, in sentences. GUI thread (translations are looked up).
namespace sagascope::ui {

/// One thing that would be otherwise, with sagas to look at.
struct WhatIfLine
{
    struct Example
    {
        QString key;
        base::EventIndex event; ///< a member, by which today's saga is found
        std::optional<saga::SagaState> before;
        std::optional<saga::SagaState> after;
    };

    QString text;
    std::uint64_t count = 0; ///< of sagas
    std::vector<Example> examples;
};

/// `snapshot` is the one that was asked about.
[[nodiscard]] std::vector<WhatIfLine> whatIfLines(const session::WhatIf& whatIf, const session::Snapshot& snapshot);

/// `This change would move 14 sagas from stalled to completed and 3 from running to failed.`, or that nothing would
/// change.
[[nodiscard]] QString whatIfSentence(const session::WhatIf& whatIf);

} // namespace sagascope::ui
