// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

#include "core/compose/JsonText.h"
#include "core/saga/Mining.h"
#include "ui/sagas/definitions/FormSection.h"

// Why a proposed definition is as it is, in words. GUI thread (translations are looked up).
namespace sagascope::ui {

/// What speaks for each part that still stands in the document, whatever its place is by now.
[[nodiscard]] std::vector<PartEvidence> evidenceOf(const saga::Proposal& proposal, const compose::Json& root);

/// What it was made from, what was left out, and what is unclear.
[[nodiscard]] QString proposalSentence(const saga::Proposal& proposal);

} // namespace sagascope::ui
