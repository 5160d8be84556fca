// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SampledSource.h"

#include <algorithm>
#include <utility>

namespace sagascope::session {

SampledSource::SampledSource(std::unique_ptr<EventSource> source, const std::shared_ptr<const catalog::Catalog>& catalog,
                             SampleOptions options)
    : m_source(std::move(source)), m_sample(catalog, std::move(options))
{
}

/// An empty batch is what a source hands over last: a batch of which nothing was chosen must not look like it.
base::Result<event::RecordBatch> SampledSource::poll(std::size_t max, std::chrono::milliseconds timeout)
{
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        auto batch = m_source->poll(max, std::max(left, std::chrono::milliseconds(0)));
        if (!batch)
            return batch;
        if (batch->isEmpty() && m_source->isFinished())
            m_sample.finish();
        event::RecordBatch chosen = m_sample.choose(*batch);
        if (!chosen.isEmpty() || batch->isEmpty())
            return chosen;
        if (std::chrono::steady_clock::now() >= deadline && !m_source->isFinished())
            return chosen;
    }
}

ConnectionStatus SampledSource::status() const
{
    ConnectionStatus status = m_source->status();
    status.sample = m_sample.counts();
    return status;
}

} // namespace sagascope::session
