// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/SecretsPrompt.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "ui/common/CodeText.h"

namespace sagascope::ui {

SecretsPrompt::SecretsPrompt(const profile::ClusterProfile& profile, const profile::Secrets& known, QWidget* parent)
    : QDialog(parent), m_needed(profile::neededSecrets(profile)), m_known(known)
{
    setWindowTitle(tr("Connect to %1").arg(toQString(profile.name)));
    auto* form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 16);
    form->setVerticalSpacing(10);
    auto* who = new QLabel(profile.security.user.empty()
                               ? tr("%1 asks who is there.").arg(toQString(profile.bootstrap))
                               : tr("%1 asks %2 for a password.").arg(toQString(profile.bootstrap), toQString(profile.security.user)));
    who->setWordWrap(true);
    form->addRow(who);
    const bool isToken = profile.security.mechanism == profile::SaslMechanism::OAuthBearer && profile.security.tokenEndpoint.empty();
    m_password = addField(isToken ? tr("&Token") : tr("&Password"), m_needed.password && m_known.password.empty());
    m_keyPassword = addField(tr("Password of the &key"), m_needed.keyPassword && m_known.keyPassword.empty());
    m_lasting = new QCheckBox(tr("Keep in the system's &keychain"));
    m_lasting->setChecked(true);
    form->addRow(QString(), m_lasting);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_connect = buttons->button(QDialogButtonBox::Ok);
    m_connect->setText(tr("Connect"));
    m_connect->setObjectName(QStringLiteral("primary"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

QLineEdit* SecretsPrompt::addField(const QString& label, bool isNeeded)
{
    auto* field = new QLineEdit(this);
    field->setEchoMode(QLineEdit::Password);
    field->setMinimumWidth(280);
    field->setAccessibleName(QString(label).remove(u'&'));
    field->setVisible(isNeeded);
    connect(field, &QLineEdit::textChanged, this, &SecretsPrompt::check);
    if (isNeeded)
        static_cast<QFormLayout*>(layout())->addRow(label, field);
    return field;
}

void SecretsPrompt::check()
{
    m_connect->setEnabled(m_needed.areIn(secrets()));
}

profile::Secrets SecretsPrompt::secrets() const
{
    const auto typedOr = [](const QLineEdit* field, const std::string& known) {
        return field->text().isEmpty() ? known : field->text().toStdString();
    };
    return {typedOr(m_password, m_known.password), typedOr(m_keyPassword, m_known.keyPassword)};
}

bool SecretsPrompt::isLasting() const
{
    return m_lasting->isChecked();
}

} // namespace sagascope::ui
