// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/ProfileDrafts.h"

#include <algorithm>
#include <utility>

#include "ui/common/CodeText.h"
#include "ui/connect/ProfileWords.h"

namespace sagascope::ui {

ProfileDrafts::ProfileDrafts(ProfileShelf& shelf, QObject* parent) : QAbstractListModel(parent), m_shelf(shelf) {}

base::Result<void> ProfileDrafts::load()
{
    auto profiles = m_shelf.load();
    if (!profiles)
        return profiles.error();
    beginResetModel();
    m_loaded = std::move(profiles).value();
    m_drafts.clear();
    for (const profile::ClusterProfile& profile : m_loaded) {
        m_drafts.push_back(ProfileDraft::of(profile));
        m_drafts.back().savedName = profile.name;
    }
    endResetModel();
    return {};
}

base::Result<void> ProfileDrafts::save(const std::function<void(const QString& name)>& onUnkept)
{
    std::vector<profile::ClusterProfile> profiles;
    for (const ProfileDraft& draft : m_drafts) {
        auto made = draft.made();
        if (!made)
            return made.error();
        profiles.push_back(std::move(made).value());
    }
    if (const auto saved = m_shelf.save(profiles); !saved)
        return saved;
    for (const ProfileDraft& draft : m_drafts)
        keepSecrets(draft, onUnkept);
    for (const profile::ClusterProfile& before : m_loaded) {
        if (rowOf(before.name) < 0)
            m_shelf.forgetSecrets(before.name);
    }
    return {};
}

void ProfileDrafts::keepSecrets(const ProfileDraft& draft, const std::function<void(const QString& name)>& onUnkept) const
{
    const std::string& name = draft.profile.name;
    const bool isRenamed = !draft.savedName.empty() && draft.savedName != name;
    if (draft.typed.isEmpty() && !isRenamed)
        return;
    const auto keep = [&shelf = m_shelf, name, typed = draft.typed, isLasting = draft.isLasting,
                       onUnkept](const profile::Secrets& known) {
        const profile::Secrets whole{typed.password.empty() ? known.password : typed.password,
                                     typed.keyPassword.empty() ? known.keyPassword : typed.keyPassword};
        if (whole.isEmpty())
            return;
        if (!isLasting)
            return shelf.rememberSecrets(name, whole);
        shelf.keepSecrets(name, whole, [name, onUnkept](bool isKept) {
            if (!isKept)
                onUnkept(toQString(name));
        });
    };
    if (draft.savedName.empty())
        keep({});
    else
        m_shelf.findSecrets(draft.savedName, keep);
}

void ProfileDrafts::set(int row, ProfileDraft draft)
{
    m_drafts[std::size_t(row)] = std::move(draft);
    Q_EMIT dataChanged(index(0), index(count() - 1)); // a name that two had may be free again
}

std::string ProfileDrafts::freeName(const std::string& wanted) const
{
    std::string name = wanted;
    for (int number = 2; rowOf(name) >= 0; ++number)
        name = wanted + ' ' + std::to_string(number);
    return name;
}

void ProfileDrafts::insert(int row, ProfileDraft draft)
{
    beginInsertRows({}, row, row);
    m_drafts.insert(m_drafts.begin() + row, std::move(draft));
    endInsertRows();
}

int ProfileDrafts::add(ProfileDraft draft)
{
    draft.profile.name = freeName(draft.profile.name);
    insert(count(), std::move(draft));
    return count() - 1;
}

int ProfileDrafts::duplicate(int row)
{
    ProfileDraft copy = at(row);
    copy.savedName.clear(); // its secrets stay with the one that they were given to
    copy.profile.name = freeName(copy.profile.name);
    insert(row + 1, std::move(copy));
    return row + 1;
}

void ProfileDrafts::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_removed = Removed{row, std::move(m_drafts[std::size_t(row)])};
    m_drafts.erase(m_drafts.begin() + row);
    endRemoveRows();
}

QString ProfileDrafts::removedName() const
{
    return m_removed ? toQString(m_removed->draft.profile.name) : QString();
}

int ProfileDrafts::bringBack()
{
    Removed removed = *std::exchange(m_removed, std::nullopt);
    const int row = std::min(removed.row, count());
    removed.draft.profile.name = freeName(removed.draft.profile.name);
    insert(row, std::move(removed.draft));
    return row;
}

int ProfileDrafts::rowOf(const std::string& name) const
{
    const auto found = std::find_if(m_drafts.begin(), m_drafts.end(),
                                    [&](const ProfileDraft& draft) { return draft.profile.name == name; });
    return found == m_drafts.end() ? -1 : int(found - m_drafts.begin());
}

std::optional<base::Error> ProfileDrafts::problem(int row) const
{
    const std::string& name = at(row).profile.name;
    const auto isSame = [&](const ProfileDraft& draft) { return draft.profile.name == name; };
    if (std::count_if(m_drafts.begin(), m_drafts.end(), isSame) > 1)
        return base::Error{base::ErrorCode::InvalidArgument, "nameTaken", name};
    const auto made = at(row).made();
    return made ? std::nullopt : std::optional(made.error());
}

int ProfileDrafts::firstProblem() const
{
    for (int row = 0; row < count(); ++row)
        if (problem(row))
            return row;
    return -1;
}

bool ProfileDrafts::isChanged(int row) const
{
    const ProfileDraft& draft = at(row);
    const auto made = draft.made();
    if (!made || !draft.typed.isEmpty())
        return true;
    profile::ClusterProfile kept = *made;
    kept.scope.search = {}; // is of one look, and never in the file
    return std::none_of(m_loaded.begin(), m_loaded.end(), [&](const profile::ClusterProfile& before) {
        return before.name == draft.savedName && before == kept;
    });
}

bool ProfileDrafts::isChanged() const
{
    if (m_drafts.size() != m_loaded.size())
        return true;
    for (int row = 0; row < count(); ++row)
        if (isChanged(row))
            return true;
    return false;
}

int ProfileDrafts::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ProfileDrafts::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const profile::ClusterProfile& shown = at(index.row()).profile;
    const auto fault = role == ProblemRole || role == Qt::ToolTipRole ? problem(index.row()) : std::nullopt;
    switch (role) {
    case Qt::DisplayRole: return shown.name.empty() ? tr("no name yet") : toQString(shown.name);
    case Qt::AccessibleTextRole: return toQString(shown.name) + QStringLiteral(", ") + environmentLabel(shown.environment);
    case EnvironmentRole: return environmentLabel(shown.environment);
    case ColourRole: return profileColour(shown.colour, shown.environment);
    case ProblemRole: return fault.has_value();
    case Qt::ToolTipRole: return fault ? profileProblem(*fault) : toQString(shown.bootstrap);
    default: return {};
    }
}

} // namespace sagascope::ui
