// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

#include "core/base/Time.h"
#include "core/saga/Saga.h"
#include "core/session/Snapshot.h"
#include "ui/common/JsonDiff.h"
#include "ui/common/StopToken.h"

namespace sagascope::ui {

struct CompareSide
{
    base::SagaId saga;
    QString key;
    QString definition; ///< empty when none
    saga::SagaState state = saga::SagaState::Running;
    base::Duration duration{}; ///< first to last event
    std::size_t events = 0;
};

struct CompareEvent
{
    base::EventIndex event;
    base::Duration sinceStart{};
};

struct FieldChange
{
    JsonChange change;
    bool isIdentifier = false; ///< both values name their own saga: they are expected to differ
};

/// One line: what happened on both sides, or on one alone.
struct CompareRow
{
    QString type; ///< event type, short
    QString step; ///< name of the definition's step; empty when it is none
    std::optional<CompareEvent> left;
    std::optional<CompareEvent> right;
    bool hasMoved = false;
    int shift = 0;
    /// How much longer (negative: shorter) the right side took from the line before that both sides have in order.
    std::optional<base::Duration> waitedLonger;
    std::vector<FieldChange> fields; ///< expected differences last
    bool isRead = false;             ///< both payloads were read

    [[nodiscard]] bool isPair() const { return left && right; }
    [[nodiscard]] std::size_t realDifferences() const; ///< without identifiers
};

/// Two sagas side by side, aligned by step, and by event type where an event is no step. A plain value.
struct CompareSheet
{
    CompareSide left;
    CompareSide right;
    std::vector<CompareRow> rows;

    /// Payloads of that many lines are compared; reading all of a huge saga would take seconds.
    static constexpr std::size_t kMaxRead = 2000;

    [[nodiscard]] bool isComplete() const { return left.saga.isValid() && right.saga.isValid(); }
};

/// Both stories must be of this snapshot. For a worker: it reads payloads. Nothing but the sides once stopped.
[[nodiscard]] CompareSheet compareSagas(base::SagaId left, const saga::Story& leftStory, base::SagaId right,
                                        const saga::Story& rightStory, const session::Snapshot& snapshot, StopToken stop);
[[nodiscard]] CompareSide compareSide(base::SagaId saga, const saga::Story& story, const session::Snapshot& snapshot);

/// The sheet as text for a ticket: one line per row and one per differing field. GUI thread (translates).
[[nodiscard]] QString toText(const CompareSheet& sheet);
/// `2 places later`, `only left`, `3 fields`: how the two sides of a row differ; empty when they do not. GUI thread.
[[nodiscard]] QString differenceText(const CompareRow& row);
/// `+120 ms`, `−1.20 s`, `0 ms`. GUI thread.
[[nodiscard]] QString signedDuration(base::Duration duration);

} // namespace sagascope::ui
