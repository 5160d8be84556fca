// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>
#include <vector>

#include "core/saga/Population.h"
#include "core/saga/Stuck.h"
#include "core/session/Snapshot.h"
#include "ui/sagas/population/FactTable.h"

// What populations count, as texts for people. GUI thread (translations are looked up).
namespace sagascope::ui {

/// What the pages of a population show: the sagas of one definition at one moment. `name` is the definition's; empty
/// for the sagas without one.
struct CountedSagas
{
    saga::PopulationPtr population; ///< of the time window; null before the first count
    saga::PopulationPtr whole;      ///< of everything; null before the first count
    session::SnapshotPtr snapshot;  ///< that both were counted from
    QString name;

    /// Null when no saga of the window follows the definition.
    [[nodiscard]] const saga::DefinitionPopulation* definition() const
    {
        return population ? population->find(name.toStdString()) : nullptr;
    }
};

[[nodiscard]] QString percentText(double share); ///< `62 %`, `0.4 %`
[[nodiscard]] QString countText(std::size_t count);
/// The median, the 95th percentile or another; an en dash without samples.
[[nodiscard]] QString quantileText(const saga::Distribution& distribution, double share);
[[nodiscard]] QString definitionText(const QString& name); ///< "no definition" for an empty one
[[nodiscard]] std::vector<StepPill> pillsOf(const saga::Variant& variant, const saga::DefinitionPopulation& definition);
/// The state that most members are in.
[[nodiscard]] saga::SagaState mainState(const saga::StateCounts& states);
/// `completed 96 %, stalled 4 %`
[[nodiscard]] QString statesText(const saga::StateCounts& states);
/// Event types of the steps that are late, most frequent first.
[[nodiscard]] QString awaitedText(const saga::StuckSaga& stuck, const saga::DefinitionPopulation& definition);
/// `waits 4 m 02 s for payment.completed from payment-service; 99 % waited at most 2.1 s (n 1,204)`
[[nodiscard]] QString stuckSentence(const saga::StuckSaga& stuck, const saga::DefinitionPopulation& definition);

} // namespace sagascope::ui
