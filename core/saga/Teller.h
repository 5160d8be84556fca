// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "core/base/Time.h"
#include "core/identity/Identity.h"
#include "core/saga/Evaluation.h"
#include "core/saga/InferencePart.h"
#include "core/saga/Saga.h"
#include "core/saga/SagaLine.h"
#include "core/store/EventStore.h"

namespace sagascope::saga {

/// What a telling needs besides the members.
struct Moment
{
    const store::EventStore::View& events;
    const identity::Identity::View& ids;
    base::Timestamp now;
};

/// A group of events, as the identity reports it.
struct ChangedGroup
{
    identity::Identity::GroupId group = 0;
    identity::Identity::Members members; ///< null: it is dissolved
};

/// What was told of one group of events.
struct Told
{
    SagaSummary line; ///< not alive when the group is no saga
    std::optional<InferencePart> part;
    base::Timestamp nextDeadline = base::kNoTime;
};

/// Works out the lines of sagas, one after the other. What it says depends on what it is asked only, so several, each on a
/// thread of its own, may share the work; each must live as long as the lines' keys are read, or somebody hold keys().
class Teller
{
public:
    using Members = identity::Identity::Members;

    explicit Teller(const catalog::Catalog& catalog) : m_evaluation(catalog) {}

    /// Each group by itself; nothing of those that are dissolved or, as `isLeft` says, told elsewhere. Both are as long.
    void tell(std::span<const ChangedGroup> groups, std::span<Told> told, const Moment& at,
              const std::function<bool(const Members&)>& isLeft);
    /// A group by itself.
    [[nodiscard]] Told tell(const Members& members, const Moment& at);
    /// A group with what inference says of it, which may be null.
    [[nodiscard]] Told tell(const Members& members, std::shared_ptr<const Inferred> inferred, const Moment& at);

    [[nodiscard]] bool isSaga(std::span<const base::EventIndex> members, const Moment& at);
    [[nodiscard]] RepeatIndex& repeats() { return m_evaluation.repeats(); }
    /// In which the keys of its lines lie that are nobody's identifiers.
    [[nodiscard]] std::shared_ptr<const void> keys() const { return m_texts.keys.view().bytes(); }

private:
    Evaluation m_evaluation;
    LineTexts m_texts;
};

} // namespace sagascope::saga
