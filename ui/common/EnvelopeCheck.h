// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/Rule.h"
#include "core/event/Event.h"
#include "core/store/EventStore.h"

namespace sagascope::ui {

enum class MemberState : std::uint8_t {
    Valid,
    Odd,     ///< it is there, and breaks a rule
    Missing, ///< it should be there
    NotSent, ///< it may be left out, and is
};

struct MemberRule
{
    base::Rule rule = base::Rule{};
    QString detail;

    friend bool operator==(const MemberRule&, const MemberRule&) = default;
};

/// What is to be said of one member of the envelope, and the rules that say so.
struct MemberCheck
{
    QString name;
    MemberState state = MemberState::Valid;
    std::vector<MemberRule> rules;

    friend bool operator==(const MemberCheck&, const MemberCheck&) = default;
};

/// The nine members of the specification's BaseEvent, in its order. `hits` are the findings of the event itself; what only its
/// saga shows is no matter of the envelope. Pure; any thread.
[[nodiscard]] std::vector<MemberCheck> checkEnvelope(const event::Event& event, const store::EventStore::View& events,
                                                     std::span<const store::StoredHit> hits);

/// `✓ valid`, `✗ missing`, …; GUI thread (translates).
[[nodiscard]] QString memberStateLabel(MemberState state);
/// The sentences of its rules with their details, a paragraph each; GUI thread.
[[nodiscard]] QString memberExplanation(const MemberCheck& check);

} // namespace sagascope::ui
