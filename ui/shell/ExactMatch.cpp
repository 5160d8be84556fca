// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ExactMatch.h"

#include <algorithm>

#include "core/base/Hash.h"
#include "core/identity/Identifier.h"

namespace sagascope::ui {
namespace {

std::string_view withoutKind(std::string_view text)
{
    const std::size_t colon = text.find(':');
    const bool isKind = colon != std::string_view::npos && identity::kindFromName(text.substr(0, colon)).has_value();
    return isKind ? text.substr(colon + 1) : text;
}

bool carries(const session::Snapshot& snapshot, base::EventIndex event, std::string_view value)
{
    const auto links = snapshot.identity.linksOf(event);
    return std::any_of(links.begin(), links.end(),
                       [&](const identity::Link& link) { return snapshot.identity.value(link.id()) == value; });
}

/// A saga that no identifier names is called by where its first event lies, and only the list of sagas knows it.
ExactMatch sagaAt(const session::Snapshot& snapshot, std::string_view place)
{
    if (place.find("]@") == std::string_view::npos)
        return {};
    for (std::size_t slot = snapshot.sagas.slotCount(); slot-- > 0;) {
        const base::SagaId saga(static_cast<std::uint32_t>(slot));
        if (snapshot.sagas.saga(saga).isAlive && snapshot.sagas.saga(saga).key == place)
            return {{}, saga};
    }
    return {};
}

/// Looks at the events that may carry an id, from the latest on: for the saga that is called so, else for the event with
/// that id, else for whatever carries it.
class Search
{
public:
    Search(const session::Snapshot& snapshot, std::string_view value) : m_snapshot(snapshot), m_value(value), m_hash(base::idHash(value)) {}

    ExactMatch run()
    {
        constexpr std::size_t kStretch = session::IdSieve::kStretch;
        const std::size_t size = m_snapshot.events.size();
        for (std::size_t stretch = (size + kStretch - 1) / kStretch; stretch-- > 0 && !m_saga.isFound();) {
            if (m_snapshot.idSieve.mayHold(std::uint32_t(stretch), m_hash))
                look(stretch * kStretch, std::min(size, (stretch + 1) * kStretch));
        }
        return m_saga.isFound() ? m_saga : m_event.isFound() ? m_event : m_carrier;
    }

private:
    void look(std::size_t first, std::size_t end)
    {
        for (std::size_t i = end; i-- > first && !m_saga.isFound();)
            look(base::EventIndex(static_cast<std::uint32_t>(i)));
    }

    void look(base::EventIndex event)
    {
        if (m_snapshot.isLater(event))
            return;
        const store::EventRow& row = m_snapshot.events.row(event);
        const bool isIt = row.eventId == m_hash;
        if (!isIt && row.correlationId != m_hash && !carries(m_snapshot, event, m_value))
            return;
        const base::SagaId saga = m_snapshot.sagas.sagaOf(event);
        if (saga.isValid() && m_snapshot.sagas.saga(saga).key == m_value)
            m_saga = {{}, saga};
        else if (isIt && !m_event.isFound())
            m_event = {event, saga};
        else if (!isIt && !m_carrier.isFound())
            m_carrier = {saga.isValid() ? base::EventIndex() : event, saga};
    }

    const session::Snapshot& m_snapshot;
    const std::string_view m_value;
    const base::IdHash m_hash;
    ExactMatch m_saga;
    ExactMatch m_event;
    ExactMatch m_carrier;
};

} // namespace

ExactMatch findExact(const session::Snapshot& snapshot, std::string_view text)
{
    const std::string_view value = withoutKind(text);
    if (value.empty())
        return {};
    const ExactMatch placed = sagaAt(snapshot, value);
    return placed.isFound() ? placed : Search(snapshot, value).run();
}

} // namespace sagascope::ui
