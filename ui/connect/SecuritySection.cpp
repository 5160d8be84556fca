// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/SecuritySection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include <array>

#include "ui/common/CodeText.h"
#include "ui/connect/ProfileWords.h"

namespace sagascope::ui {
namespace {

using profile::SaslMechanism;

constexpr std::array kMechanisms{SaslMechanism::None, SaslMechanism::Plain, SaslMechanism::ScramSha256,
                                 SaslMechanism::ScramSha512, SaslMechanism::OAuthBearer};

} // namespace

SecuritySection::SecuritySection(QWidget* parent)
    : ProfileSection(tr("Security"), parent), m_tls(addCheck(tr("&TLS: encrypt, and check who answers"))),
      m_ca(addFile(tr("C&A file"), tr("PEM; empty: what this system trusts"), tr("Certificates (*.pem *.crt *.cer);;All files (*)"))),
      m_hostname(addCheck(tr("The certificate must be made for the &host's name"))),
      m_certificate(addFile(tr("Client &certificate"), tr("PEM or PKCS#12; empty: none"),
                            tr("Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)"))),
      m_key(addFile(tr("Client &key"), tr("PEM; empty: in the file of the certificate"), tr("Keys (*.pem *.key);;All files (*)"))),
      m_keyPassword(addSecret(tr("Password of the ke&y"))), m_mechanism(addChoice(tr("&Login (SASL)"))),
      m_user(addLine(tr("&User or client id"))), m_endpoint(addLine(tr("Token endpoint"), tr("https://…; empty: the token is given below"))),
      m_scope(addLine(tr("Token scope"))), m_password(addSecret(tr("&Password"))),
      m_lasting(addCheck(tr("Keep passwords in the system's keychain")))
{
    for (const SaslMechanism mechanism : kMechanisms)
        m_mechanism->addItem(mechanismLabel(mechanism), int(mechanism));
    connect(this, &ProfileSection::edited, this, &SecuritySection::updateRows);
}

QLineEdit* SecuritySection::addSecret(const QString& label)
{
    QLineEdit* line = addLine(label, tr("as kept, or asked for when connecting"), false);
    line->setEchoMode(QLineEdit::Password);
    return line;
}

SaslMechanism SecuritySection::mechanism() const
{
    return SaslMechanism(m_mechanism->currentData().toInt());
}

void SecuritySection::updateRows()
{
    const bool isTls = m_tls->isChecked();
    const bool isSasl = mechanism() != SaslMechanism::None;
    const bool isToken = mechanism() == SaslMechanism::OAuthBearer;
    const bool hasCertificate = isTls && !m_certificate->text().isEmpty();
    for (QWidget* field : std::initializer_list<QWidget*>{m_ca, m_hostname, m_certificate})
        setRowVisible(field, isTls);
    setRowVisible(m_key, hasCertificate);
    setRowVisible(m_keyPassword, hasCertificate);
    setRowVisible(m_user, isSasl && (!isToken || !m_endpoint->text().isEmpty()));
    setRowVisible(m_endpoint, isToken);
    setRowVisible(m_scope, isToken && !m_endpoint->text().isEmpty());
    setRowVisible(m_password, isSasl);
    setRowVisible(m_lasting, isSasl || hasCertificate);
}

void SecuritySection::load(const ProfileDraft& draft)
{
    const profile::Security& security = draft.profile.security;
    m_tls->setChecked(security.isTls);
    m_ca->setText(toQString(security.caFile));
    m_hostname->setChecked(security.isHostnameChecked);
    m_certificate->setText(toQString(security.certificateFile));
    m_key->setText(toQString(security.keyFile));
    m_keyPassword->setText(toQString(draft.typed.keyPassword));
    m_mechanism->setCurrentIndex(m_mechanism->findData(int(security.mechanism)));
    m_user->setText(toQString(security.user));
    m_endpoint->setText(toQString(security.tokenEndpoint));
    m_scope->setText(toQString(security.tokenScope));
    m_password->setText(toQString(draft.typed.password));
    m_lasting->setChecked(draft.isLasting);
    updateRows();
}

void SecuritySection::store(ProfileDraft& draft) const
{
    const auto text = [](const QLineEdit* line) { return line->text().trimmed().toStdString(); };
    draft.profile.security = {m_tls->isChecked(), text(m_ca),   text(m_certificate), text(m_key),  m_hostname->isChecked(),
                              mechanism(),        text(m_user), text(m_endpoint),    text(m_scope)};
    draft.typed = {m_password->text().toStdString(), m_keyPassword->text().toStdString()};
    draft.isLasting = m_lasting->isChecked();
}

QWidget* SecuritySection::inputFor(const std::string& member) const
{
    if (member == "user")
        return m_user;
    if (member == "password")
        return m_password;
    if (member == "keyPassword")
        return m_keyPassword;
    return member == "certificateFile" ? m_certificate : nullptr;
}

} // namespace sagascope::ui
