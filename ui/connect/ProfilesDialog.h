// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>
#include <optional>

#include "core/profile/ProfileImport.h"
#include "ui/connect/ProfileDrafts.h"

class QLabel;
class QListView;
class QMenu;
class QPushButton;
class QToolButton;

namespace sagascope::ui {

class CheckPanel;
class EstimatePanel;
class HelpPanel;
class MessageBar;
class Panel;
class ProfileForm;

/// Clusters and how to reach them: the list at the left, one as a form at the right, the connection test or the estimate of what would be read below. Changes
/// count when they are saved or connected with. GUI thread; the shelf outlives it.
class ProfilesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `onUnkept` is told the profiles whose secrets no keychain took; it may be called after the dialog's end.
    ProfilesDialog(ProfileShelf& shelf, std::function<void(const QString& name)> onUnkept, QWidget* parent = nullptr);

    void choose(const std::string& name); ///< where there is one
    /// The same; a cluster that is known by its hosts only comes onto the list.
    void chooseOrAdd(const std::string& nameOrHosts);
    void choose(int row);
    void test();
    void estimate();
    /// Adds what a file or the environment tells, with the remarks about the rest.
    void add(const profile::ImportedProfile& imported);
    /// The one to connect to, once the dialog was accepted by its button; nothing when it only saved.
    [[nodiscard]] const std::optional<profile::ClusterProfile>& connected() const { return m_connected; }

    void reject() override;

private:
    Panel* makeList();
    QWidget* makeFooter();
    void toggleHelp();
    void setupMenu();
    void connectParts();
    void load();
    [[nodiscard]] int current() const;
    void takeEdits();
    void refresh();
    void addNew();
    void duplicate();
    void remove();
    void importFile();
    void importVariables();
    void take(base::Result<profile::ImportedProfile> imported);
    /// Goes on with the chosen one and its secrets, or asks for what is missing.
    void withSecrets(std::function<void(const profile::ClusterProfile& profile, const profile::Secrets& secrets)> go);
    bool save();
    void saveAndClose();
    void connectTo();

    ProfileShelf& m_shelf;
    std::function<void(const QString& name)> m_onUnkept;
    ProfileDrafts m_drafts;
    QListView* m_list;
    QMenu* m_menu;
    QToolButton* m_new;
    QToolButton* m_more;
    QAction* m_duplicate;
    QAction* m_remove;
    MessageBar* m_messages;
    ProfileForm* m_form;
    CheckPanel* m_check;
    EstimatePanel* m_estimate;
    HelpPanel* m_help;
    QLabel* m_problem;
    QPushButton* m_test;
    QPushButton* m_howMuch;
    QPushButton* m_save;
    QPushButton* m_connect;
    std::optional<profile::ClusterProfile> m_connected;
    bool m_isEdited = false;
    bool m_isKept = true; ///< false: what is saved can't be read, and must not be overwritten
};

} // namespace sagascope::ui
