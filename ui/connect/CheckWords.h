// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

#include "core/kafka/ConnectionCheck.h"

namespace sagascope::ui {

/// One line of a connection check, for people.
struct CheckRow
{
    enum class State { Passed, Failed, Running, Waiting };

    State state = State::Waiting;
    QString text;
    QString detail{}; ///< what librdkafka or the system said, for a tooltip
};

/// What is wrong and how to mend it, in one sentence. GUI thread (translations are looked up), as all below.
[[nodiscard]] QString checkFaultSentence(const kafka::CheckStep& step);

/// A row for every stage, and one for every fault; equal successes are counted. `isRunning`: more steps come.
[[nodiscard]] std::vector<CheckRow> checkRows(const std::vector<kafka::CheckStep>& steps, bool isRunning);

} // namespace sagascope::ui
