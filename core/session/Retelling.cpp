// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Retelling.h"

#include <atomic>
#include <utility>
#include <variant>

namespace sagascope::session {

Retelling::Retelling(std::shared_ptr<const catalog::Catalog> catalog, const std::shared_ptr<base::ColumnSpace>& columns)
    : m_catalog(std::move(catalog)), m_identity(m_catalog, columns), m_tracker(std::make_unique<saga::SagaTracker>(m_catalog))
{
}

Retelling::Retelling(std::shared_ptr<const catalog::Catalog> catalog, identity::Identity::View described)
    : m_catalog(std::move(catalog)),
      m_identity(identity::Identity::replaying(std::move(described))),
      m_tracker(std::make_unique<saga::SagaTracker>(m_catalog)),
      m_isDescribed(true)
{
}

void Retelling::take(const store::EventStore::View& events, base::EventIndex event, bool takesPart)
{
    m_taken = event.value + 1;
    if (m_isDescribed && takesPart)
        m_identity.include(event);
    else if (!m_isDescribed && takesPart)
        describe(events, event);
    else if (!m_isDescribed)
        m_identity.append(event, nullptr, {}); // its place must be taken, so that the others keep theirs
}

void Retelling::describe(const store::EventStore::View& events, base::EventIndex event)
{
    const auto batch = events.record(event);
    if (!batch || batch->isEmpty()) {
        m_identity.append(event, nullptr, {});
        return;
    }
    const event::RawRecord& record = batch->records().front();
    const event::Decoded& decoded = m_decoder.decode(record);
    m_identity.append(event, std::get_if<event::Event>(&decoded), record.value.value_or(std::string_view()));
}

void Retelling::update(const store::EventStore::View& events, base::Timestamp now, saga::SagaTracker::Lag lag)
{
    m_tracker->update(m_identity, events, now, lag);
}

std::uint64_t nextNumbering()
{
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

} // namespace sagascope::session
