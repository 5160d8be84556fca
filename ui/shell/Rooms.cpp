// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Rooms.h"

#include <algorithm>
#include <utility>

#include "ui/compose/ComposeRoom.h"
#include "ui/consumers/ConsumersRoom.h"
#include "ui/events/EventsRoom.h"
#include "ui/metrics/MetricsRoom.h"
#include "ui/sagas/SagasRoom.h"
#include "ui/topology/TopologyRoom.h"

namespace sagascope::ui {

Rooms::Rooms(ViewState& state, CatalogNow catalog, DefinitionKeeper* keeper, QObject* parent) : QObject(parent)
{
    const auto add = [this]<typename Kind>(std::function<Kind*()> make) {
        m_entries.push_back({Kind::roomName(), &Kind::roomTitle, std::move(make)});
    };
    add(std::function([&state, catalog, keeper] { return new SagasRoom(state, catalog(), keeper); }));
    add(std::function([&state] { return new EventsRoom(state); }));
    add(std::function([&state] { return new TopologyRoom(state); }));
    add(std::function([&state] { return new MetricsRoom(state); }));
    add(std::function([&state] { return new ConsumersRoom(state); }));
    add(std::function([&state, catalog = std::move(catalog)] { return new ComposeRoom(state, catalog()); }));
}

Rooms::~Rooms() = default;

QString Rooms::name(int room) const
{
    return m_entries[std::size_t(room)].name;
}

QString Rooms::title(int room) const
{
    return m_entries[std::size_t(room)].title();
}

int Rooms::indexOf(const QString& name) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.name == name; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

Room& Rooms::at(int room)
{
    Entry& entry = m_entries[std::size_t(room)];
    if (entry.room == nullptr) {
        entry.room = entry.make();
        Q_EMIT roomMade(entry.room);
    }
    return *entry.room;
}

std::vector<Room*> Rooms::all()
{
    for (int room = 0; room < count(); ++room)
        (void)at(room);
    return made();
}

std::vector<Room*> Rooms::made() const
{
    std::vector<Room*> rooms;
    for (const Entry& entry : m_entries)
        if (entry.room != nullptr)
            rooms.push_back(entry.room);
    return rooms;
}

} // namespace sagascope::ui
