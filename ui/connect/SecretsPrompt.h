// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/profile/ClusterProfile.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace sagascope::ui {

/// Asks for the secrets that a profile needs and nobody knows. GUI thread.
class SecretsPrompt : public QDialog
{
    Q_OBJECT

public:
    SecretsPrompt(const profile::ClusterProfile& profile, const profile::Secrets& known, QWidget* parent = nullptr);

    [[nodiscard]] profile::Secrets secrets() const; ///< what was known, with what was typed
    [[nodiscard]] bool isLasting() const;

private:
    QLineEdit* addField(const QString& label, bool isNeeded);
    void check();

    profile::NeededSecrets m_needed;
    profile::Secrets m_known;
    QLineEdit* m_password;
    QLineEdit* m_keyPassword;
    QCheckBox* m_lasting;
    QPushButton* m_connect;
};

} // namespace sagascope::ui
