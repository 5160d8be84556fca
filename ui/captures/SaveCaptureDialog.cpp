// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/SaveCaptureDialog.h"

#include <QDate>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <utility>

#include "core/capture/CaptureFile.h"
#include "ui/captures/RedactionForm.h"
#include "ui/common/CodeText.h"
#include "ui/common/HeightKeeper.h"
#include "ui/common/Separator.h"
#include "ui/sagas/copies/CopyKind.h"
#include "ui/shell/HelpPanel.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kPauseMs = 250;
constexpr int kProgressMs = 200;
constexpr int kFormWidth = 560;
constexpr int kHelpWidth = 320;

QString folderKey()
{
    return QStringLiteral("captures/folder");
}

/// The one used last, else the one for documents, else home: the first that is there.
QString folder()
{
    for (const QString& place : {QSettings().value(folderKey()).toString(), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}) {
        if (!place.isEmpty() && QDir(place).exists())
            return place;
    }
    return QDir::homePath();
}

/// Named after the source and the day; never a file that is there.
QString proposal(const session::Snapshot& snapshot)
{
    const QString suffix = toQString(capture::kCaptureSuffix);
    QString source = toQString(snapshot.connection.name);
    if (source.endsWith(suffix))
        source.chop(suffix.size());
    const QString name = copyName(source.isEmpty() ? QStringLiteral("sagascope") : source, QDate::currentDate().toString(Qt::ISODate));
    const QDir where(folder());
    QString path = where.filePath(name + suffix);
    for (int i = 2; QFileInfo::exists(path); ++i)
        path = where.filePath(QStringLiteral("%1-%2%3").arg(name).arg(i).arg(suffix));
    return path;
}

QString number(std::uint64_t value)
{
    return QLocale().toString(qulonglong(value));
}

QLabel* muted(const QString& text)
{
    auto* label = new QLabel(text);
    label->setObjectName(QStringLiteral("muted"));
    label->setWordWrap(true);
    return label;
}

} // namespace

SaveCaptureDialog::SaveCaptureDialog(session::SnapshotPtr snapshot, std::size_t notes, QWidget* parent)
    : QDialog(parent), m_snapshot(std::move(snapshot)), m_path(new QLineEdit), m_place(new QLabel), m_redaction(new RedactionForm),
      m_count(muted({})), m_help(new HelpPanel), m_counter([this](const Count& count) { showCount(count); })
{
    setWindowTitle(tr("Save capture as"));
    buildLayout(notes);
    new HeightKeeper(*this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    m_progress.setInterval(kProgressMs);
    connect(&m_pause, &QTimer::timeout, this, &SaveCaptureDialog::count);
    connect(&m_progress, &QTimer::timeout, this, &SaveCaptureDialog::showProgress);
    connect(m_path, &QLineEdit::textChanged, this, &SaveCaptureDialog::judgePath);
    connect(m_redaction, &RedactionForm::changed, this, &SaveCaptureDialog::judge);
    auto* help = new QShortcut(Qt::Key_F1, this);
    connect(help, &QShortcut::activated, this, &SaveCaptureDialog::toggleHelp);
    setPath(proposal(*m_snapshot));
    judge();
}

void SaveCaptureDialog::buildLayout(std::size_t notes)
{
    m_place->setObjectName(QStringLiteral("warning"));
    m_place->setWordWrap(true);
    m_count->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_count->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* title = new QLabel(tr("Take out before saving"));
    title->setObjectName(QStringLiteral("panelTitle"));
    auto* form = new QWidget;
    form->setMinimumWidth(kFormWidth);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(muted(tr("Everything read so far, %1 records, goes into a new capture.").arg(number(m_snapshot->events.size()))
                            + (notes > 0 ? u' ' + tr("%n note(s) and bookmark(s) go along.", nullptr, int(notes)) : QString())));
    for (QWidget* part : std::initializer_list<QWidget*>{pathRow(), m_place, new Separator, title, m_redaction,
                                                         muted(tr("The same value becomes the same other value everywhere, so the sagas stay the same.")),
                                                         m_count})
        column->addWidget(part);
    column->addStretch(1);
    column->addWidget(buttonRow());
    m_help->setRoom(QStringLiteral("captures"));
    m_help->setFixedWidth(kHelpWidth);
    m_help->hide();
    auto* sides = new QHBoxLayout(this);
    sides->setContentsMargins(16, 16, 16, 16);
    sides->setSpacing(Theme::kGap);
    sides->addWidget(form, 1);
    sides->addWidget(m_help);
}

QDialogButtonBox* SaveCaptureDialog::buttonRow()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel | QDialogButtonBox::Help);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setObjectName(QStringLiteral("primary"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    buttons->button(QDialogButtonBox::Help)->setText(tr("Help (F1)"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::helpRequested, this, &SaveCaptureDialog::toggleHelp);
    return buttons;
}

void SaveCaptureDialog::toggleHelp()
{
    const bool isShown = m_help->isHidden();
    const int before = width(); // the layout may want more at once
    m_help->setVisible(isShown);
    const int room = kHelpWidth + Theme::kGap; // beside the form, not instead of it
    resize(before + (isShown ? room : -room), height());
}

QWidget* SaveCaptureDialog::pathRow()
{
    auto* label = new QLabel(tr("&File:"));
    label->setBuddy(m_path);
    m_path->setAccessibleName(tr("File"));
    auto* choose = new QPushButton(tr("Choose…"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &SaveCaptureDialog::choosePath);
    auto* whole = new QWidget;
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    return whole;
}

QString SaveCaptureDialog::path() const
{
    const QString typed = m_path->text().trimmed();
    if (typed.isEmpty())
        return {};
    const QString whole = QDir::cleanPath(QDir(folder()).absoluteFilePath(QDir::fromNativeSeparators(typed)));
    return QFileInfo(whole).suffix().isEmpty() && !QFileInfo(whole).isDir() ? whole + toQString(capture::kCaptureSuffix) : whole;
}

void SaveCaptureDialog::setPath(const QString& path)
{
    m_path->setText(QDir::toNativeSeparators(path));
    m_path->setCursorPosition(0);
    judgePath();
}

void SaveCaptureDialog::choosePath()
{
    // What it replaces is asked here, below the name, whichever way the name came.
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Save capture as"), path(), tr("Captures (*.sagascope)"), nullptr,
                                                        QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty())
        setPath(chosen);
}

void SaveCaptureDialog::judgePath()
{
    const QFileInfo file(path());
    const QString shownFolder = QDir::toNativeSeparators(file.absolutePath());
    QString words;
    m_isPathGood = false;
    if (path().isEmpty())
        words = tr("Give the file a name.");
    else if (file.isDir())
        words = tr("This is a folder. Add a name.");
    else if (!QFileInfo(file.absolutePath()).isDir())
        words = tr("There is no folder %1.").arg(shownFolder);
    else if (!QFileInfo(file.absolutePath()).isWritable())
        words = tr("The folder %1 cannot be written to. Choose another one.").arg(shownFolder);
    else
        m_isPathGood = true;
    m_replaces = m_isPathGood && file.exists();
    if (m_replaces)
        words = tr("There is a file of this name. It is replaced once the new one is whole.");
    m_save->setText(m_replaces ? tr("Replace") : tr("Save"));
    m_place->setText(words);
    m_place->setVisible(!words.isEmpty());
    m_save->setEnabled(m_isPathGood && m_redaction->isValid());
}

void SaveCaptureDialog::judge()
{
    m_save->setEnabled(m_isPathGood && m_redaction->isValid());
    m_counter.cancel();
    m_progress.stop();
    m_pause.stop();
    if (!m_redaction->isValid())
        m_count->clear();
    else if (m_redaction->rules().isNone())
        m_count->setText(tr("Nothing is taken out: the capture holds every record as it was read, secrets too."));
    else
        m_pause.start();
}

void SaveCaptureDialog::count()
{
    m_done = std::make_shared<std::atomic<std::uint64_t>>(0);
    m_counter.start([snapshot = m_snapshot, rules = m_redaction->rules(), done = m_done](StopToken stop) {
        const auto counted = session::countRedacted(*snapshot, rules, [&](const session::CaptureProgress& progress) {
            *done = progress.total == 0 ? 0 : 100 * progress.done / progress.total;
            return !stop.stopRequested();
        });
        return Count{counted ? std::optional(*counted) : std::nullopt};
    });
    m_progress.start();
}

void SaveCaptureDialog::showProgress()
{
    m_count->setText(tr("Counting what that changes… %1 %").arg(number(*m_done)));
}

void SaveCaptureDialog::showCount(const Count& count)
{
    m_progress.stop();
    if (!count.counts) {
        m_count->setText(tr("What that changes could not be counted: a record cannot be read."));
        return;
    }
    const std::uint64_t all = m_snapshot->events.size();
    QString words = tr("Changes %1 of %2 records.").arg(number(count.counts->changed), number(all));
    if (count.counts->leftOut > 0)
        words += u' ' + tr("Of %n of them the value is left out whole: it is no JSON, so nobody can tell what is in it.", nullptr,
                           int(count.counts->leftOut));
    m_count->setText(words);
}

session::CaptureOrder SaveCaptureDialog::order() const
{
    session::CaptureOrder order;
    order.snapshot = m_snapshot;
    order.path = std::filesystem::path(path().toStdU16String());
    order.mayReplace = m_replaces;
    order.redaction = m_redaction->rules();
    return order;
}

void SaveCaptureDialog::accept()
{
    QSettings().setValue(folderKey(), QFileInfo(path()).absolutePath());
    m_redaction->remember();
    m_counter.cancel();
    QDialog::accept();
}

} // namespace sagascope::ui
