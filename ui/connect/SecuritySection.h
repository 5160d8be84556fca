// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connect/ProfileSection.h"

namespace sagascope::ui {

/// TLS and SASL. Passwords are shown only as they are typed here, and never as they are kept.
class SecuritySection : public ProfileSection
{
    Q_OBJECT

public:
    explicit SecuritySection(QWidget* parent = nullptr);

    void load(const ProfileDraft& draft) override;
    void store(ProfileDraft& draft) const override;
    [[nodiscard]] QWidget* inputFor(const std::string& member) const override;

private:
    QLineEdit* addSecret(const QString& label);
    [[nodiscard]] profile::SaslMechanism mechanism() const;
    void updateRows();

    QCheckBox* m_tls;
    QLineEdit* m_ca;
    QCheckBox* m_hostname;
    QLineEdit* m_certificate;
    QLineEdit* m_key;
    QLineEdit* m_keyPassword;
    QComboBox* m_mechanism;
    QLineEdit* m_user;
    QLineEdit* m_endpoint;
    QLineEdit* m_scope;
    QLineEdit* m_password;
    QCheckBox* m_lasting;
};

} // namespace sagascope::ui
