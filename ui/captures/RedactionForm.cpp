// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/RedactionForm.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/common/CodeText.h"

namespace sagascope::ui {
namespace {

QString settingsKey()
{
    return QStringLiteral("captures/redactedFields");
}

} // namespace

RedactionForm::RedactionForm(QWidget* parent)
    : QWidget(parent), m_kinds{new QCheckBox(tr("Secrets and card numbers")), new QCheckBox(tr("E-mail addresses")),
                               new QCheckBox(tr("Phone numbers")), new QCheckBox(tr("IP addresses"))},
      m_fields(new QLineEdit), m_fault(new QLabel)
{
    m_kinds[0]->setToolTip(tr("Values called like a secret (resetToken, password, cvv, …), web tokens, credentials and card numbers"));
    m_fields->setPlaceholderText(QStringLiteral("userId, /payload/contact/address"));
    m_fields->setToolTip(tr("Names of members and headers, and JSON pointers, apart by commas"));
    m_fault->setObjectName(QStringLiteral("problem"));
    m_fault->setWordWrap(true);
    auto* label = new QLabel(tr("Also these &fields:"));
    label->setBuddy(m_fields);
    m_fields->setAccessibleName(tr("Also these fields"));
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    for (int i = 0; i < int(m_kinds.size()); ++i)
        grid->addWidget(m_kinds[std::size_t(i)], i / 2, i % 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(grid);
    column->addWidget(label);
    column->addWidget(m_fields);
    column->addWidget(m_fault);
    for (QCheckBox* kind : m_kinds)
        connect(kind, &QCheckBox::toggled, this, &RedactionForm::readChoice);
    connect(m_fields, &QLineEdit::textChanged, this, &RedactionForm::readChoice);
    restore();
}

void RedactionForm::setRules(const session::RedactionRules& rules)
{
    {
        const std::array isTicked{rules.secrets, rules.emails, rules.phones, rules.addresses};
        const QSignalBlocker quietFields(m_fields);
        for (std::size_t i = 0; i < m_kinds.size(); ++i) {
            const QSignalBlocker quiet(m_kinds[i]);
            m_kinds[i]->setChecked(isTicked[i]);
        }
        QStringList fields;
        for (const std::string& field : rules.fields)
            fields << toQString(field);
        m_fields->setText(fields.join(QStringLiteral(", ")));
    }
    readChoice();
}

void RedactionForm::readChoice()
{
    const auto fields = session::readRedactedFields(m_fields->text().toStdString());
    m_isValid = fields.isOk();
    m_fault->setVisible(!m_isValid);
    m_fields->setProperty("invalid", !m_isValid);
    m_fields->style()->unpolish(m_fields);
    m_fields->style()->polish(m_fields);
    if (fields)
        m_rules = {m_kinds[0]->isChecked(), m_kinds[1]->isChecked(), m_kinds[2]->isChecked(), m_kinds[3]->isChecked(), *fields};
    else
        m_fault->setText(tr("“%1” is neither a member's name nor a JSON pointer, which begins with /.").arg(toQString(fields.error().subject)));
    Q_EMIT changed();
}

/// The fields are those of the last time. What is taken out by default is so every time: leaving it in is a choice for one file.
void RedactionForm::restore()
{
    const auto last = session::readRedactedFields(QSettings().value(settingsKey()).toString().toStdString());
    session::RedactionRules rules = session::RedactionRules::usual();
    if (last)
        rules.fields = *last;
    setRules(rules);
}

void RedactionForm::remember() const
{
    QSettings().setValue(settingsKey(), m_fields->text());
}

} // namespace sagascope::ui
