// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/saga/Population.h"
#include "core/session/Session.h"
#include "tests/support/History.h"
#include "ui/sagas/ToldSaga.h"

namespace sagascope::test {

/// A history as a snapshot, with its sagas told: what the views of a saga are given.
class StoryStage
{
public:
    explicit StoryStage(std::string_view lines, std::string_view now = "12:00:00.000")
        : StoryStage(History(lines).records(), now)
    {
    }

    explicit StoryStage(const std::vector<Record>& records, std::string_view now = "12:00:00.000")
        : m_snapshot(tellReport(records, moment("2026-03-02T" + std::string(now) + "Z")).snapshot)
    {
    }

    [[nodiscard]] const session::SnapshotPtr& snapshot() const { return m_snapshot; }

    /// The saga that the n-th record belongs to.
    [[nodiscard]] base::SagaId sagaOf(std::uint32_t record) const
    {
        return m_snapshot->sagas.sagaOf(base::EventIndex(record));
    }

    [[nodiscard]] ui::ToldSagaPtr told(std::uint32_t record) const
    {
        const base::SagaId saga = sagaOf(record);
        return std::make_shared<const ui::ToldSaga>(
            ui::ToldSaga{saga, m_snapshot, session::storyOf(*m_snapshot, saga)});
    }

    [[nodiscard]] saga::PopulationPtr population() const
    {
        saga::TraceTable table;
        return saga::Population::of(table.update({m_snapshot->events, m_snapshot->identity, m_snapshot->sagas}));
    }

private:
    session::SnapshotPtr m_snapshot;
};

} // namespace sagascope::test
