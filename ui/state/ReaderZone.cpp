// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/ReaderZone.h"

#include <QDateTime>

namespace sagascope::ui {

base::Duration readerZone(const ViewState& state)
{
    if (state.isUtc())
        return base::Duration::zero();
    const base::Timestamp now = state.snapshot()->takenAt;
    const QDateTime moment = now == base::kNoTime ? QDateTime::currentDateTime()
                                                  : QDateTime::fromMSecsSinceEpoch(base::toUnixMilliseconds(now));
    return std::chrono::seconds(moment.offsetFromUtc());
}

} // namespace sagascope::ui
