// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/GoToDialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/session/EventAddress.h"
#include "ui/common/CodeText.h"

namespace sagascope::ui {

GoToDialog::GoToDialog(QWidget* parent)
    : QDialog(parent), m_field(new QLineEdit), m_taken(new QLabel)
{
    setWindowTitle(tr("Go to event"));
    auto* intro = new QLabel(tr("A link, coordinates, an id or a time:"));
    intro->setBuddy(m_field);
    m_field->setPlaceholderText(QStringLiteral("dreamscape.payment.failed[1]@88214"));
    m_field->setAccessibleName(tr("Link, coordinates, id or time"));
    m_field->setMinimumWidth(460);
    m_taken->setObjectName(QStringLiteral("muted"));
    m_taken->setWordWrap(true);
    m_taken->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_taken->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_go = buttons->button(QDialogButtonBox::Ok);
    m_go->setText(tr("Go"));
    m_go->setObjectName(QStringLiteral("primary"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    for (QWidget* part : std::initializer_list<QWidget*>{intro, m_field, m_taken, buttons})
        column->addWidget(part);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_field, &QLineEdit::textChanged, this, &GoToDialog::explain);
    takeClipboard();
    explain();
}

QString GoToDialog::text() const
{
    return m_field->text().trimmed();
}

void GoToDialog::setText(const QString& text)
{
    m_field->setText(text);
    m_field->selectAll();
}

void GoToDialog::takeClipboard()
{
    const QString text = QGuiApplication::clipboard()->text().left(2000).trimmed();
    const auto aim = text.contains(u'\n') ? std::nullopt : session::readEventAim(text.toStdString());
    if (aim && std::holds_alternative<session::EventAddress>(*aim))
        setText(text);
}

void GoToDialog::explain()
{
    const auto aim = session::readEventAim(text().toStdString());
    m_go->setEnabled(aim.has_value());
    QString words;
    if (!aim)
        words = text().isEmpty() ? tr("Times are read as in the search field: 10:24, 10m (ago), 2026-11-23T10:24.")
                                 : tr("This link is cut off or damaged. Copy it once more, whole.");
    else if (const auto* address = std::get_if<session::EventAddress>(&*aim))
        words = tr("The record at offset %1 of partition %2 of %3.")
                    .arg(QLocale().toString(qlonglong(address->offset)), QString::number(address->partition),
                         toQString(address->topic));
    else if (std::holds_alternative<session::QueryTime>(*aim))
        words = tr("The first event shown that the broker received then or later.");
    else
        words = tr("The event with this id, or the saga that it names.");
    m_taken->setText(words);
}

} // namespace sagascope::ui
