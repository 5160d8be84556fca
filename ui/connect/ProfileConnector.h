// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

#include "ui/connect/ProfileShelf.h"

class QWidget;

namespace sagascope::ui {

class ProfilesDialog;

/// From a saved cluster to one that can be connected to: shows the dialog, finds the secrets or asks for them. GUI
/// thread; the shelf outlives it.
class ProfileConnector : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of what it shows.
    ProfileConnector(ProfileShelf& shelf, QWidget* window);

    /// Lets a person choose and edit.
    void openDialog();
    /// The same with this cluster in front, known by its name or its hosts, and tested at once.
    void openTest(const QString& cluster);
    /// Its secrets are those that are kept, or asked for.
    void connectTo(const profile::ClusterProfile& profile);

Q_SIGNALS:
    void wanted(const sagascope::kafka::Profile& profile, const sagascope::profile::Scope& scope);
    void secretUnkept(const QString& name); ///< there is no keychain: known for this run only

private:
    void run(ProfilesDialog& dialog);
    void connectWith(const profile::ClusterProfile& profile, const profile::Secrets& known);
    [[nodiscard]] std::function<void(const QString&)> unkeptTeller();

    ProfileShelf& m_shelf;
    QWidget* m_window;
};

} // namespace sagascope::ui
