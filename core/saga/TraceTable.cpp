// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/TraceTable.h"

#include <algorithm>

namespace sagascope::saga {
namespace {

constexpr std::size_t kChunk = 256;

const std::shared_ptr<const TraceChunk>& emptyChunk()
{
    static const auto empty = std::make_shared<const TraceChunk>();
    return empty;
}

} // namespace

StepTrace TraceTable::View::of(base::SagaId saga) const
{
    const std::size_t at = saga.value / kChunk;
    if (!saga.isValid() || at >= m_chunks.size())
        return {};
    const TraceChunk& chunk = *m_chunks[at];
    std::size_t low = 0;
    std::size_t high = chunk.size();
    while (low < high) { // slots ascend inside a chunk
        const std::size_t middle = (low + high) / 2;
        if (chunk[middle].saga < saga)
            low = middle + 1;
        else
            high = middle;
    }
    return low < chunk.size() && chunk[low].saga == saga ? chunk[low] : StepTrace{};
}

std::vector<std::size_t> TraceTable::changedChunks(const SagaTracker::View& now) const
{
    std::vector<std::size_t> changed;
    now.forEachChanged(m_last, [&](std::size_t first, std::size_t end) {
        for (std::size_t chunk = first / kChunk; chunk * kChunk < end; ++chunk) {
            if (changed.empty() || changed.back() < chunk)
                changed.push_back(chunk);
        }
    });
    return changed;
}

TraceTable::View TraceTable::update(const RecordedSagas& source, const ShouldStop& shouldStop,
                                    const ShowProgress& showProgress)
{
    const std::size_t slots = source.sagas.slotCount();
    m_chunks.resize((slots + kChunk - 1) / kChunk, emptyChunk());
    StepTracer tracer(source, m_types);
    const std::vector<std::size_t> changed = changedChunks(source.sagas);
    bool isWhole = true;
    for (std::size_t done = 0; done < changed.size() && isWhole; ++done) {
        auto chunk = std::make_shared<TraceChunk>();
        const std::size_t first = changed[done] * kChunk;
        for (std::size_t slot = first; slot < std::min(first + kChunk, slots); ++slot)
            tracer.trace(base::SagaId(std::uint32_t(slot)), *chunk);
        m_chunks[changed[done]] = std::move(chunk);
        if (showProgress)
            showProgress(done + 1, changed.size());
        isWhole = !(shouldStop && shouldStop());
    }
    if (isWhole)
        m_last = source.sagas;
    View view;
    view.m_chunks = m_chunks;
    view.m_types = m_types.view();
    view.m_source = source;
    return view;
}

} // namespace sagascope::saga
