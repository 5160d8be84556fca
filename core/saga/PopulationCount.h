// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/saga/Population.h"

namespace sagascope::saga {

/// Fills a Population, trace by trace. One use, one thread.
class PopulationCount
{
public:
    PopulationCount(Population& population, std::optional<StartWindow> window);
    ~PopulationCount();

    /// False when stopped: the population is incomplete then.
    [[nodiscard]] bool run(const ShouldStop& shouldStop);

private:
    struct Draft;
    void rankTypes();
    void count(const StepTrace& trace);
    void countSteps(Draft& draft, const StepTrace& trace);
    void countTransitions(Draft& draft);
    void countPrefixes(Draft& draft);
    void countBranches(Draft& draft, const StepTrace& trace);
    void finish(Draft& draft);
    void nameSources(Draft& draft) const;
    void sortVariants(Draft& draft);
    void placeDrafts();
    [[nodiscard]] Draft& draftOf(const catalog::SagaDefinition* definition);
    [[nodiscard]] bool isInside(const StepTrace& trace) const;
    [[nodiscard]] bool isEarlier(base::SagaId a, base::SagaId b) const;

    Population& m_population;
    std::optional<StartWindow> m_window;
    std::unordered_map<const catalog::SagaDefinition*, std::unique_ptr<Draft>> m_drafts;
    std::vector<Population::Stay> m_stays; ///< of the saga at hand
};

} // namespace sagascope::saga
