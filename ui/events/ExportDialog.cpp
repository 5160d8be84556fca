// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/ExportDialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/common/TightLayout.h"

namespace sagascope::ui {
namespace {

QString folderKey()
{
    return QStringLiteral("events/exportFolder");
}

QString formKey()
{
    return QStringLiteral("events/exportForm");
}

QString suffix(session::ExportForm form)
{
    return form == session::ExportForm::Csv ? QStringLiteral("csv") : QStringLiteral("jsonl");
}

/// The one used last, else the one for documents, else home: the first that is there.
QString folder()
{
    for (const QString& place : {QSettings().value(folderKey()).toString(), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)})
        if (!place.isEmpty() && QDir(place).exists())
            return place;
    return QDir::homePath();
}

} // namespace

ExportDialog::ExportDialog(std::size_t events, bool isUnfinished, QWidget* parent)
    : QDialog(parent), m_intro(new QLabel), m_csv(new QRadioButton), m_lines(new QRadioButton), m_path(new QLineEdit), m_browse(new QPushButton),
      m_replaced(new QLabel), m_masked(new QCheckBox), m_masking(new QLabel)
{
    setupParts(events, isUnfinished);
    setupColumn();
    proposePath();
    connect(m_csv, &QRadioButton::toggled, this, &ExportDialog::changeForm);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::explain);
    connect(m_masked, &QCheckBox::toggled, this, &ExportDialog::explain);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(this, &QDialog::accepted, this, &ExportDialog::remember);
    explain();
}

void ExportDialog::setupParts(std::size_t events, bool isUnfinished)
{
    setWindowTitle(tr("Export events"));
    const int count = int(events);
    m_intro->setText(isUnfinished ? tr("The %Ln event(s) that the search has found so far, in the order of the table. "
                                       "It goes on; export again when it is done.", nullptr, count)
                                  : tr("All %Ln event(s) that pass the filter, in the order of the table.", nullptr, count));
    m_csv->setText(tr("&CSV: the columns of the table, for spreadsheets"));
    m_lines->setText(tr("&JSON lines: whole records, as kcat -J prints them; can be opened again"));
    const bool wasCsv = QSettings().value(formKey()).toString() == suffix(session::ExportForm::Csv);
    QRadioButton* usual = wasCsv ? m_csv : m_lines;
    usual->setChecked(true);
    usual->setFocus();
    m_path->setAccessibleName(tr("File"));
    m_path->setMinimumWidth(420);
    m_browse->setText(tr("&Browse…"));
    m_masked->setText(tr("&Mask secrets"));
    m_masked->setChecked(true);
    m_replaced->setObjectName(QStringLiteral("warning"));
    for (QLabel* text : {m_intro, m_masking}) {
        text->setWordWrap(true);
        text->setMinimumHeight(2 * fontMetrics().lineSpacing());
        text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    }
    m_masking->setMinimumHeight(4 * fontMetrics().lineSpacing());
}

void ExportDialog::setupColumn()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_export = buttons->button(QDialogButtonBox::Ok);
    m_export->setText(tr("Export"));
    m_export->setObjectName(QStringLiteral("primary"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* file = tightRow(nullptr, 8);
    file->addWidget(m_path, 1);
    file->addWidget(m_browse);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    for (QWidget* part : std::initializer_list<QWidget*>{m_intro, m_csv, m_lines})
        column->addWidget(part);
    column->addLayout(file);
    for (QWidget* part : std::initializer_list<QWidget*>{m_replaced, m_masked, m_masking, buttons})
        column->addWidget(part);
}

session::ExportForm ExportDialog::form() const
{
    return m_csv->isChecked() ? session::ExportForm::Csv : session::ExportForm::JsonLines;
}

QString ExportDialog::path() const
{
    const QString typed = m_path->text().trimmed();
    return typed.isEmpty() ? QString() : QDir(folder()).absoluteFilePath(typed);
}

bool ExportDialog::isMasked() const
{
    return m_masked->isChecked();
}

void ExportDialog::proposePath()
{
    m_path->setText(QDir::toNativeSeparators(QDir(folder()).filePath(QStringLiteral("events.") + suffix(form()))));
}

void ExportDialog::browse()
{
    auto* dialog = new QFileDialog(this, tr("Export events"), QFileInfo(path()).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // this dialog says so below the field
    dialog->setDefaultSuffix(suffix(form()));
    dialog->selectFile(QFileInfo(path()).fileName());
    connect(dialog, &QFileDialog::fileSelected, m_path, [this](const QString& chosen) { m_path->setText(QDir::toNativeSeparators(chosen)); });
    dialog->open();
}

/// A name that somebody gave stays; only its end follows the form.
void ExportDialog::changeForm()
{
    const QString typed = m_path->text().trimmed();
    const auto other = form() == session::ExportForm::Csv ? session::ExportForm::JsonLines : session::ExportForm::Csv;
    const QString end = u'.' + suffix(other);
    if (typed.endsWith(end))
        m_path->setText(typed.chopped(end.size()) + u'.' + suffix(form()));
    explain();
}

void ExportDialog::explain()
{
    const QFileInfo file(path());
    m_replaced->setVisible(file.isFile() || file.isDir() || path().isEmpty());
    m_replaced->setText(path().isEmpty() ? tr("Name a file.")
                        : file.isDir()   ? tr("This is a folder. Name a file in it.")
                                         : tr("This file is there already; it will be replaced."));
    m_export->setEnabled(!path().isEmpty() && !file.isDir());
    m_masking->setObjectName(isMasked() ? QStringLiteral("muted") : QStringLiteral("warning"));
    m_masking->style()->unpolish(m_masking);
    m_masking->style()->polish(m_masking);
    const bool isCsv = form() == session::ExportForm::Csv;
    if (!isMasked())
        m_masking->setText(tr("Nothing is masked: whoever has the file can read tokens, passwords and card numbers in it."));
    else
        m_masking->setText(tr("Masked are the values of members and headers called like a secret (token, password, card number, …), "
                              "and card numbers, web tokens and what stands behind “Bearer” wherever they are.")
                           + (isCsv ? QString() : u' ' + tr("A payload that is no JSON is left out whole.")));
}

void ExportDialog::remember()
{
    QSettings().setValue(folderKey(), QFileInfo(path()).absolutePath());
    QSettings().setValue(formKey(), suffix(form()));
}

} // namespace sagascope::ui
