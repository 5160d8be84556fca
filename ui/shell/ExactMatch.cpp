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

} // namespace

ExactMatch findExact(const session::Snapshot& snapshot, std::string_view text)
{
    const std::string_view value = withoutKind(text);
    if (value.empty())
        return {};
    for (std::size_t slot = snapshot.sagas.slotCount(); slot-- > 0;) {
        const base::SagaId saga(static_cast<std::uint32_t>(slot));
        if (snapshot.sagas.saga(saga).isAlive && snapshot.sagas.saga(saga).key == value)
            return {{}, saga};
    }
    const base::IdHash hash = base::idHash(value);
    ExactMatch best;
    for (std::size_t i = snapshot.events.size(); i-- > 0;) {
        const base::EventIndex event(static_cast<std::uint32_t>(i));
        if (snapshot.isLater(event))
            continue;
        const store::EventRow& row = snapshot.events.row(event);
        if (row.eventId == hash)
            return {event, snapshot.sagas.sagaOf(event)};
        if (!best.isFound() && (row.correlationId == hash || carries(snapshot, event, value))) {
            const base::SagaId saga = snapshot.sagas.sagaOf(event);
            best = {saga.isValid() ? base::EventIndex() : event, saga};
        }
    }
    return best;
}

} // namespace sagascope::ui
