// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SavedSearches.h"

#include <QInputDialog>
#include <QSettings>

#include <algorithm>

namespace sagascope::ui {
namespace {

constexpr int kWidestQuery = 48; // letters; the whole of it is in the tool tip

bool isCalled(const SavedSearches::Search& search, const QString& name)
{
    return search.name.compare(name, Qt::CaseInsensitive) == 0;
}

void write(const std::vector<SavedSearches::Search>& searches)
{
    QSettings settings;
    settings.remove(QStringLiteral("search/saved"));
    settings.beginWriteArray(QStringLiteral("search/saved"), int(searches.size()));
    for (std::size_t i = 0; i < searches.size(); ++i) {
        settings.setArrayIndex(int(i));
        settings.setValue(QStringLiteral("name"), searches[i].name);
        settings.setValue(QStringLiteral("query"), searches[i].query);
    }
    settings.endArray();
}

/// In a menu `&` marks a letter and a tab begins the next column.
QString menuText(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&")).replace(QLatin1Char('\t'), QLatin1Char(' '));
}

} // namespace

std::vector<SavedSearches::Search> SavedSearches::all()
{
    QSettings settings;
    std::vector<Search> searches;
    const int count = settings.beginReadArray(QStringLiteral("search/saved"));
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        searches.push_back({settings.value(QStringLiteral("name")).toString(), settings.value(QStringLiteral("query")).toString()});
    }
    settings.endArray();
    return searches;
}

void SavedSearches::keep(const Search& search)
{
    std::vector<Search> searches = all();
    std::erase_if(searches, [&](const Search& other) { return isCalled(other, search.name); });
    searches.push_back(search);
    std::sort(searches.begin(), searches.end(),
              [](const Search& a, const Search& b) { return a.name.localeAwareCompare(b.name) < 0; });
    write(searches);
}

void SavedSearches::forget(const QString& name)
{
    std::vector<Search> searches = all();
    std::erase_if(searches, [&](const Search& search) { return isCalled(search, name); });
    write(searches);
}

SavedSearchMenu::SavedSearchMenu(QWidget* parent) : QMenu(parent)
{
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &SavedSearchMenu::fill);
}

void SavedSearchMenu::fill()
{
    clear();
    const std::vector<SavedSearches::Search> searches = SavedSearches::all();
    for (const SavedSearches::Search& search : searches)
        addSearch(search);
    addSeparator();
    addAction(tr("&Save this search…"), this, &SavedSearchMenu::askName)->setEnabled(!m_current.isEmpty());
    QMenu* forget = addMenu(tr("&Forget"));
    forget->setEnabled(!searches.empty());
    for (const SavedSearches::Search& search : searches)
        forget->addAction(menuText(search.name), this, [name = search.name] { SavedSearches::forget(name); });
}

void SavedSearchMenu::addSearch(const SavedSearches::Search& search)
{
    const bool isLong = search.query.size() > kWidestQuery;
    const QString shown = isLong ? search.query.left(kWidestQuery - 1) + QChar(0x2026) : search.query;
    QAction* action = addAction(menuText(search.name) + QLatin1Char('\t') + menuText(shown));
    action->setToolTip(search.query);
    connect(action, &QAction::triggered, this, [this, query = search.query] { Q_EMIT chosen(query); });
}

void SavedSearchMenu::askName()
{
    auto* dialog = new QInputDialog(parentWidget()->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save search"));
    dialog->setLabelText(tr("A name for %1").arg(m_current));
    dialog->setOkButtonText(tr("Save"));
    dialog->setCancelButtonText(tr("Cancel"));
    connect(dialog, &QInputDialog::textValueSelected, this, [query = m_current](const QString& name) {
        if (!name.trimmed().isEmpty())
            SavedSearches::keep({name.trimmed(), query});
    });
    dialog->open();
}

} // namespace sagascope::ui
