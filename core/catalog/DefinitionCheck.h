// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/catalog/PayloadSchema.h"
#include "core/catalog/SagaDefinition.h"

namespace sagascope::catalog {

/// What a definition says wrong; the ui puts it into a sentence with `DefinitionFlaw::argument`.
enum class DefinitionProblem : std::uint8_t {
    Shape,             ///< the JSON Schema forbids it: see DefinitionFlaw::shape
    TooLong,           ///< longer or deeper than any definition; argument: elements of the longest list
    StepTwice,         ///< argument: the name that two steps have
    NoSuchStep,        ///< argument: the name that no step has
    UndoesNothing,     ///< a compensation without the step that it undoes
    NotACompensation,  ///< it undoes a step, and its role is another
    AwaitsItself,      ///< by way of other steps, too; argument: its name
    UndoesItself,      ///< the same
    NoSuccess,         ///< it has an end, and no step completes it
    WeightsSum,        ///< the weights of inference don't add up to one; argument: their sum
    ToleranceTooLarge, ///< the clock tolerance exceeds the window
    InferenceNoStart,  ///< links are inferred, and any step may be first
    InferenceNoUser,   ///< links are inferred, and no field names the user
};

/// One fault and its place (RFC 6901). `message` is the English sentence for logs.
struct DefinitionFlaw
{
    std::string pointer;
    DefinitionProblem problem = DefinitionProblem::Shape;
    SchemaProblem shape = SchemaProblem::Other; ///< of a Shape
    std::string argument;
    std::string message;
};

/// A definition as far as it could be read, and all that is wrong with it.
struct CheckedDefinition
{
    std::optional<SagaDefinition> definition; ///< nothing as long as there are faults
    std::vector<DefinitionFlaw> faults;
};

/// What a JSON Schema can't say: a step named in one place must exist in another, none may wait for itself, and what
/// infers links must name what it compares. In the order of the steps, the first one first.
[[nodiscard]] std::vector<DefinitionFlaw> contradictionsOf(const SagaDefinition& definition);

/// Reads a definition and finds every fault: those of the schema, or else those of the references. Any JSON may be handed
/// in; what is far too deep or too long is told as the one fault.
[[nodiscard]] CheckedDefinition checkSagaDefinition(const nlohmann::json& document, const PayloadSchema& schema);

} // namespace sagascope::catalog
