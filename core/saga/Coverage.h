// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/saga/Population.h"

namespace sagascope::saga {

enum class CoverageKind : std::uint8_t {
    Step,
    Failure,      ///< a step that makes the saga fail
    Compensation, ///< a step that undoes another
    Branch,       ///< this type follows that type
    Healing,      ///< a failure after which the step succeeded after all
    Outcome,      ///< a state that the definition can lead to
};
[[nodiscard]] std::string_view coverageKindName(CoverageKind kind); ///< "step", …, "outcome"

/// One thing that a definition provides for, and who did it.
struct CoverageItem
{
    CoverageKind kind = CoverageKind::Step;
    std::string name; ///< a step, "effect<-cause", "failure>healer" or the name of a state
    std::string note; ///< event type of a step; the step that a compensation undoes goes before it: "created <- type"
    std::size_t sagas = 0;
    std::vector<base::SagaId> examples; ///< the first few, by start

    [[nodiscard]] bool isExercised() const { return sagas > 0; }
};

/// Which parts of a definition the traffic has exercised, and which never.
struct Coverage
{
    std::string definition;
    std::vector<CoverageItem> items; ///< by kind, then as the definition lists them

    [[nodiscard]] std::size_t exercised() const;
};

/// Definitions that no saga follows have a coverage, too: nothing of them is exercised.
[[nodiscard]] Coverage coverageOf(const catalog::SagaDefinition& definition, const Population& population);

/// One line per item under a head line: `definition,kind,name,note,sagas,examples`, the examples as keys apart by
/// blanks. Fields are quoted as RFC 4180 says, and never begin with what a spreadsheet takes for a formula.
[[nodiscard]] std::string coverageCsv(const Coverage& coverage, const Population& population);

} // namespace sagascope::saga
