// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/ProfileConnector.h"

#include <QPointer>

#include "ui/common/CodeText.h"
#include "ui/connect/ProfilesDialog.h"
#include "ui/connect/SecretsPrompt.h"

namespace sagascope::ui {

ProfileConnector::ProfileConnector(ProfileShelf& shelf, QWidget* window) : QObject(window), m_shelf(shelf), m_window(window) {}

std::function<void(const QString&)> ProfileConnector::unkeptTeller()
{
    return [self = QPointer(this)](const QString& name) {
        if (self)
            Q_EMIT self->secretUnkept(name);
    };
}

void ProfileConnector::openDialog()
{
    ProfilesDialog dialog(m_shelf, unkeptTeller(), m_window);
    run(dialog);
}

void ProfileConnector::openTest(const QString& cluster)
{
    ProfilesDialog dialog(m_shelf, unkeptTeller(), m_window);
    dialog.chooseOrAdd(cluster.toStdString());
    dialog.test();
    run(dialog);
}

void ProfileConnector::run(ProfilesDialog& dialog)
{
    if (dialog.exec() == QDialog::Accepted && dialog.connected())
        connectTo(*dialog.connected());
}

void ProfileConnector::connectTo(const profile::ClusterProfile& profile)
{
    if (profile::neededSecrets(profile).areIn({}))
        return connectWith(profile, {});
    m_shelf.findSecrets(profile.name, [self = QPointer(this), profile](const profile::Secrets& known) {
        if (self)
            self->connectWith(profile, known);
    });
}

void ProfileConnector::connectWith(const profile::ClusterProfile& profile, const profile::Secrets& known)
{
    if (profile::neededSecrets(profile).areIn(known)) {
        Q_EMIT wanted(profile::toKafka(profile, known), profile.scope);
        return;
    }
    SecretsPrompt prompt(profile, known, m_window);
    if (prompt.exec() != QDialog::Accepted)
        return;
    const profile::Secrets secrets = prompt.secrets();
    if (prompt.isLasting())
        m_shelf.keepSecrets(profile.name, secrets, [tell = unkeptTeller(), name = toQString(profile.name)](bool isKept) {
            if (!isKept)
                tell(name);
        });
    else
        m_shelf.rememberSecrets(profile.name, secrets);
    Q_EMIT wanted(profile::toKafka(profile, secrets), profile.scope);
}

} // namespace sagascope::ui
