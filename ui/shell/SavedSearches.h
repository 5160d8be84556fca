// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QString>

#include <vector>

namespace sagascope::ui {

/// Searches that a person gave a name, in the settings; by name, whatever the case of its letters. GUI thread.
class SavedSearches
{
public:
    struct Search
    {
        QString name;
        QString query;
        friend bool operator==(const Search&, const Search&) = default;
    };

    [[nodiscard]] static std::vector<Search> all();
    /// Takes the place of the one that has the name.
    static void keep(const Search& search);
    static void forget(const QString& name);
};

/// The menu at the search field: the saved searches, and what is done with them. It is made anew whenever it opens.
class SavedSearchMenu : public QMenu
{
    Q_OBJECT

public:
    explicit SavedSearchMenu(QWidget* parent);

    /// What *Save* would save; empty when there is nothing that could be.
    void setCurrent(const QString& query) { m_current = query; }

Q_SIGNALS:
    void chosen(const QString& query);

private:
    void fill();
    void addSearch(const SavedSearches::Search& search);
    void askName();

    QString m_current;
};

} // namespace sagascope::ui
