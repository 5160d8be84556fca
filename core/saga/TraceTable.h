// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "core/base/TextPool.h"
#include "core/saga/StepTrace.h"

namespace sagascope::saga {

/// Asked now and then by long work; true ends it early.
using ShouldStop = std::function<bool()>;
/// Told now and then how much of the work is done.
using ShowProgress = std::function<void(std::size_t done, std::size_t total)>;

/// The traces of all sagas. Reads only sagas that changed since the last update, so following live traffic is cheap.
/// Not thread-safe: it travels to a worker and back. Feed it snapshots of one session in order; views are immutable
/// and hold what they were made from.
class TraceTable
{
public:
    class View
    {
    public:
        /// Every living saga, in slot order.
        template <typename Visit> void forEach(Visit visit) const
        {
            for (const auto& chunk : m_chunks) {
                for (std::size_t i = 0; i < chunk->size(); ++i)
                    visit((*chunk)[i]);
            }
        }
        [[nodiscard]] std::size_t chunkCount() const { return m_chunks.size(); }
        [[nodiscard]] const TraceChunk& chunk(std::size_t i) const { return *m_chunks[i]; }
        /// An empty trace (no definition, no steps, invalid saga) when the saga is not alive.
        [[nodiscard]] StepTrace of(base::SagaId saga) const;
        [[nodiscard]] std::string_view type(std::uint32_t textId) const { return m_types[base::TextId(textId)]; }
        [[nodiscard]] const RecordedSagas& source() const { return m_source; }

    private:
        friend class TraceTable;
        std::vector<std::shared_ptr<const TraceChunk>> m_chunks;
        base::TextPool::View m_types;
        RecordedSagas m_source;
    };

    /// Stopped early, the view is incomplete, and the next update does again what this one left.
    [[nodiscard]] View update(const RecordedSagas& source, const ShouldStop& shouldStop = {},
                              const ShowProgress& showProgress = {});

private:
    [[nodiscard]] std::vector<std::size_t> changedChunks(const SagaTracker::View& now) const;

    std::vector<std::shared_ptr<const TraceChunk>> m_chunks;
    base::TextPool m_types;
    SagaTracker::View m_last;
};

} // namespace sagascope::saga
