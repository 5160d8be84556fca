// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::ui {

class DefinitionKeeper;
class Room;
class ViewState;

/// The rooms of the window, in the order of the rail. A room is hundreds of widgets and a start shows one room, so each is
/// made when it is first asked for; its name and title are known before. GUI thread. Whoever hears of roomMade() gives
/// the room a parent at once.
class Rooms : public QObject
{
    Q_OBJECT

public:
    using CatalogNow = std::function<std::shared_ptr<const catalog::Catalog>()>;

    /// Where `catalog` gives none, Compose waits for the one of the first session; without a keeper no definition can be
    /// saved.
    Rooms(ViewState& state, CatalogNow catalog, DefinitionKeeper* keeper = nullptr, QObject* parent = nullptr);
    ~Rooms() override;

    [[nodiscard]] int count() const { return int(m_entries.size()); }
    [[nodiscard]] QString name(int room) const;
    [[nodiscard]] QString title(int room) const;
    [[nodiscard]] int indexOf(const QString& name) const; ///< -1: there is none

    [[nodiscard]] Room& at(int room); ///< made now where it is not yet
    [[nodiscard]] std::vector<Room*> all(); ///< those that are missing are made now
    [[nodiscard]] std::vector<Room*> made() const;

Q_SIGNALS:
    void roomMade(sagascope::ui::Room* room);

private:
    struct Entry
    {
        QString name;
        std::function<QString()> title;
        std::function<Room*()> make;
        Room* room = nullptr;
    };

    std::vector<Entry> m_entries;
};

} // namespace sagascope::ui
