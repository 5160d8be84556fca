// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/compose/JsonText.h"

// What is done to a definition as JSON. Pure functions; any thread.
namespace sagascope::ui {

/// Puts `value` at the pointer. A new member comes where definitions have it, not at the end.
void putInOrder(compose::Json& root, std::string_view pointer, compose::Json value);

/// Gives a step another name, also where the definition names it: what awaits, undoes or heals it, outcomes, invariants.
void renameStep(compose::Json& root, std::size_t index, const std::string& name);

void moveElement(compose::Json& list, std::size_t from, std::size_t to);

/// A definition with one step and one join; it has faults until it says what it is about.
[[nodiscard]] compose::Json emptyDefinition(const std::string& name);

/// A step for this definition that says nothing yet.
[[nodiscard]] compose::Json newStep(const compose::Json& root);

/// A name that is not taken: `base`, `base-2`, `base-3`, …
[[nodiscard]] std::string freeName(const std::string& base, const std::vector<std::string>& taken);

/// The texts of a list; empty where there is none.
[[nodiscard]] std::vector<std::string> textsOf(const compose::Json* list);
/// The text of a value: as it is for a text, JSON for anything else, empty for nothing.
[[nodiscard]] std::string textOf(const compose::Json* value);
/// A member's text, as textOf().
[[nodiscard]] std::string memberText(const compose::Json& object, const char* name);
/// Names of the definition's steps, in their order.
[[nodiscard]] std::vector<std::string> stepNames(const compose::Json& root);

} // namespace sagascope::ui
