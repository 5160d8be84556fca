// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <memory>
#include <set>
#include <vector>

#include "ui/sagas/sequence/SequenceInput.h"

namespace sagascope::ui {

enum class SequenceRowKind : std::uint8_t {
    Deliver, ///< topic to service
    Within,  ///< a service follows itself
    Publish, ///< service to topic
    Note,    ///< retries and dead letters say what they are
    Gap,     ///< time in which nothing happened
    Loop,    ///< head of a block that comes again and again
    LoopEnd,
};

/// One line of the diagram. `top` and `height` in pixels at zoom 1, below the heads of the participants.
struct SequenceRow
{
    SequenceRowKind kind = SequenceRowKind::Publish;
    int turn = -1;
    int delivery = -1;     ///< of the turn
    int from = -1;         ///< participants; -1 for a message of which nobody knows the sender
    int to = -1;
    int loop = -1;         ///< position in SequencePlan::loops; the innermost
    base::Duration gap{};
    double top = 0;
    double height = 0;
};

/// `period` turns that come `count` times in a row, as one block.
struct SequenceLoop
{
    int first = 0; ///< turn
    int period = 1;
    int count = 2;
    bool isOpen = false;
    int left = 0;  ///< participants that it spans
    int right = 0;
    double top = 0;
    double bottom = 0;

    [[nodiscard]] int last() const { return first + period * count - 1; }
};

/// The rows of a diagram, ready to draw any part of. Immutable; any thread.
struct SequencePlan
{
    std::shared_ptr<const SequenceInput> input;
    std::vector<SequenceRow> rows;
    std::vector<SequenceLoop> loops; ///< in order, apart from one another
    std::vector<int> rowOf;          ///< row of each turn's publication; of its stand-in when it is folded
    double height = 0;               ///< of all rows, without the heads

    /// First row that ends below `y`.
    [[nodiscard]] std::size_t rowAt(double y) const;
    [[nodiscard]] int loopOf(int turn) const; ///< -1: none

    static constexpr double kHead = 46;    ///< height of the participants' heads
    static constexpr double kGutter = 92;  ///< width of the times on the left
    static constexpr double kColumn = 158; ///< distance of lifelines
    [[nodiscard]] static double xOf(int participant) { return kGutter + kColumn * (participant + 0.5); }
    [[nodiscard]] double width() const { return kGutter + kColumn * double(std::max<std::size_t>(1, input->participants.size())); }
};
using SequencePlanPtr = std::shared_ptr<const SequencePlan>;

/// Runs of equal turns are folded unless their first turn is in `opened`. Linear in the number of turns.
[[nodiscard]] SequencePlanPtr planSequence(std::shared_ptr<const SequenceInput> input, const std::set<int>& opened);

} // namespace sagascope::ui
