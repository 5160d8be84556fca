// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <functional>
#include <optional>
#include <vector>

#include "ui/connect/ProfileDraft.h"
#include "ui/connect/ProfileShelf.h"

namespace sagascope::ui {

/// The profiles on the table: as they were loaded, with what was done to them since. Nothing is kept before save().
/// GUI thread; the shelf outlives it.
class ProfileDrafts : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { EnvironmentRole = Qt::UserRole, ColourRole, ProblemRole };

    explicit ProfileDrafts(ProfileShelf& shelf, QObject* parent = nullptr);

    [[nodiscard]] base::Result<void> load();
    /// Writes them all and settles their secrets. Error: nothing was written. `onUnkept` is told the names whose secrets no
    /// keychain took, later.
    [[nodiscard]] base::Result<void> save(const std::function<void(const QString& name)>& onUnkept);

    [[nodiscard]] int count() const { return int(m_drafts.size()); }
    [[nodiscard]] const ProfileDraft& at(int row) const { return m_drafts[std::size_t(row)]; }
    void set(int row, ProfileDraft draft);
    int add(ProfileDraft draft); ///< under a name that nobody has; returns its row
    int duplicate(int row);
    void remove(int row);
    [[nodiscard]] bool canBringBack() const { return m_removed.has_value(); }
    [[nodiscard]] QString removedName() const;
    int bringBack(); ///< what was removed last
    [[nodiscard]] int rowOf(const std::string& name) const; ///< -1: nobody is called so

    /// What is wrong with one; nothing when it can be saved.
    [[nodiscard]] std::optional<base::Error> problem(int row) const;
    [[nodiscard]] int firstProblem() const; ///< -1: all can be saved
    [[nodiscard]] bool isChanged() const;
    /// Whether saving would tell anything about this one.
    [[nodiscard]] bool isChanged(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Removed
    {
        int row;
        ProfileDraft draft;
    };

    [[nodiscard]] std::string freeName(const std::string& wanted) const;
    void insert(int row, ProfileDraft draft);
    void keepSecrets(const ProfileDraft& draft, const std::function<void(const QString& name)>& onUnkept) const;

    ProfileShelf& m_shelf;
    std::vector<ProfileDraft> m_drafts;
    std::vector<profile::ClusterProfile> m_loaded;
    std::optional<Removed> m_removed;
};

} // namespace sagascope::ui
