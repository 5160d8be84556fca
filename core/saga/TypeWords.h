// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/catalog/SagaDefinition.h"

namespace sagascope::saga {

/// What the words of an event type say of the step: "payment.partial.refund" is about `payment.partial` and does `refund`.
/// English, as event types are. Views into the type.
struct TypeWords
{
    std::string_view stem;   ///< empty where the type is a single word
    std::string_view action; ///< the last word

    [[nodiscard]] static TypeWords of(std::string_view type);
    /// Something went wrong ("failed"), something is undone ("cancelled"), or neither.
    [[nodiscard]] catalog::StepRole role() const;
    /// Whether the action is what one of these undoes: cancelled a created, refunded a completed. The smaller the better;
    /// kNeverUndone when it is not.
    [[nodiscard]] int undoneBy(std::string_view undoing) const;
    static constexpr int kNeverUndone = 100;
};

/// Whether the type tells people or machines beside the story, such as a notification: what follows from it is no step.
[[nodiscard]] bool isSideEffect(std::string_view type);

/// Whether a field of this name holds an identifier: `bookingId`, `confirmationNumber`, `reference`.
[[nodiscard]] bool isIdentifierName(std::string_view field);
/// The identifier kind that the name of a field suggests; "entity" when none.
[[nodiscard]] std::string_view kindByName(std::string_view field);

} // namespace sagascope::saga
