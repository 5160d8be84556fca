// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "ui/sagas/sequence/SequencePlan.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// The sequence in words: tooltips, notes, and what a screen reader says. GUI thread (translations). Short-lived.
class SequenceText
{
    Q_DECLARE_TR_FUNCTIONS(SequenceText)

public:
    SequenceText(const SequencePlan& plan, const ViewState& state) : m_plan(plan), m_state(state) {}

    [[nodiscard]] QString row(const SequenceRow& row) const;
    [[nodiscard]] QString selection(int turn) const;
    [[nodiscard]] static QString note(const SequenceTurn& turn);
    [[nodiscard]] static QString loop(const SequenceLoop& loop);

private:
    [[nodiscard]] const SequenceInput& input() const { return *m_plan.input; }
    [[nodiscard]] QString name(int participant) const;
    [[nodiscard]] QString published(int turn) const;
    [[nodiscard]] QString delivered(int turn, const SequenceDelivery& delivery) const;

    const SequencePlan& m_plan;
    const ViewState& m_state;
};

} // namespace sagascope::ui
