// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/PayloadFieldDialog.h"

#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/session/PayloadFields.h"
#include "core/session/QueryPath.h"
#include "ui/common/CodeText.h"

namespace sagascope::ui {

PayloadFieldDialog::PayloadFieldDialog(const session::Snapshot& snapshot, QWidget* parent)
    : QDialog(parent), m_field(new QLineEdit), m_taken(new QLabel)
{
    setWindowTitle(tr("Show a field of the payload"));
    auto* intro = new QLabel(tr("Its path below the payload:"));
    intro->setBuddy(m_field);
    setupField(snapshot);
    m_taken->setObjectName(QStringLiteral("muted"));
    m_taken->setWordWrap(true);
    m_taken->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_taken->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_show = buttons->button(QDialogButtonBox::Ok);
    m_show->setText(tr("Show"));
    m_show->setObjectName(QStringLiteral("primary"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    for (QWidget* part : std::initializer_list<QWidget*>{intro, m_field, m_taken, buttons})
        column->addWidget(part);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_field, &QLineEdit::textChanged, this, &PayloadFieldDialog::explain);
    explain();
}

void PayloadFieldDialog::setupField(const session::Snapshot& snapshot)
{
    m_field->setProperty("mono", true);
    m_field->setPlaceholderText(QStringLiteral("items.0.sku"));
    m_field->setAccessibleName(tr("Path of the field"));
    m_field->setMinimumWidth(420);
    QStringList known;
    if (snapshot.catalog)
        for (const std::string& field : session::payloadFields(*snapshot.catalog))
            known << toQString(field).mid(1); // the leading dot says nothing
    auto* completer = new QCompleter(known, m_field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_field->setCompleter(completer);
}

std::vector<std::string> PayloadFieldDialog::path() const
{
    return session::readPayloadField(m_field->text().trimmed().toStdString()).value_or(std::vector<std::string>());
}

void PayloadFieldDialog::explain()
{
    const std::vector<std::string> steps = path();
    m_show->setEnabled(!steps.empty());
    if (!steps.empty())
        m_taken->setText(tr("The search language calls it payload%1.").arg(toQString(session::pathText(steps))));
    else if (m_field->text().trimmed().isEmpty())
        m_taken->setText(tr("amount, items.0.sku, items.sku for every element, or a JSON pointer: /payload/items/0/sku"));
    else
        m_taken->setText(tr("This is no whole path: a step is empty, a quote is not closed, or ~ stands alone."));
}

} // namespace sagascope::ui
