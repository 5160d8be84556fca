// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/copies/SagaCopier.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>
#include <iterator>
#include <utility>

#include "ui/common/CodeText.h"
#include "ui/shell/MessageBar.h"

namespace sagascope::ui {
namespace {

constexpr int kPatienceMilliseconds = 300;
constexpr int kFarewellMilliseconds = 5000;

QString folderKey()
{
    return QStringLiteral("sagas/copyFolder");
}

QString formKey()
{
    return QStringLiteral("sagas/copyForm");
}

/// The one used last, else the one for documents, else home: the first that is there.
QString folder()
{
    const QString places[] = {QSettings().value(folderKey()).toString(),
                              QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)};
    const auto isThere = [](const QString& place) { return !place.isEmpty() && QDir(place).exists(); };
    const auto found = std::find_if(std::begin(places), std::end(places), isThere);
    return found == std::end(places) ? QDir::homePath() : *found;
}

/// The form used last, where it can be.
CopyKind usualKind(const CopySubject& subject)
{
    const auto last = kindOfPath(QStringLiteral("x.") + QSettings().value(formKey()).toString());
    if (last && subject.canBe(*last))
        return *last;
    return subject.canBe(CopyKind::Png) ? CopyKind::Png : CopyKind::JsonLines;
}

} // namespace

bool CopySubject::canBe(CopyKind kind) const
{
    if (sagas.empty() || !snapshot)
        return false;
    return isPicture(kind) ? sagas.size() == 1 && picture : sagas.size() == 1 || isForSeveral(kind);
}

SagaCopier::SagaCopier(MessageBar& messages, QWidget* window)
    : QObject(window), m_messages(messages), m_window(window), m_worker([this](CopyOutcome outcome) { take(std::move(outcome)); })
{
    m_patience.setInterval(kPatienceMilliseconds);
    connect(&m_patience, &QTimer::timeout, this, &SagaCopier::showProgress);
    m_farewell.setSingleShot(true);
    m_farewell.setInterval(kFarewellMilliseconds);
    connect(&m_farewell, &QTimer::timeout, this, [this] { m_messages.clear(); });
}

void SagaCopier::toClipboard(CopyKind kind, const CopySubject& subject)
{
    if (subject.canBe(kind))
        add({kind, subject.snapshot, subject.sagas, subject.picture, {}});
}

void SagaCopier::save(CopyKind kind, const CopySubject& subject, const QString& path)
{
    if (subject.canBe(kind))
        add({kind, subject.snapshot, subject.sagas, subject.picture, path});
}

QString SagaCopier::proposal(const CopySubject& subject, CopyKind kind)
{
    const QString name = subject.sagas.size() == 1
                             ? copyName(toQString(subject.snapshot->sagas.saga(subject.sagas.front()).key), isPicture(kind) ? subject.view : QString())
                             : QStringLiteral("%1-sagas").arg(subject.sagas.size());
    return QDir(folder()).filePath(name + u'.' + copySuffix(kind));
}

void SagaCopier::saveAs(const CopySubject& subject)
{
    if (subject.sagas.empty() || !subject.snapshot)
        return;
    auto* dialog = new QFileDialog(m_window, tr("Save a copy"), folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const CopyKind kind : kCopyKinds)
        if (subject.canBe(kind))
            filters << copyFilter(kind);
    const CopyKind usual = usualKind(subject);
    dialog->setNameFilters(filters);
    dialog->selectNameFilter(copyFilter(usual));
    dialog->setDefaultSuffix(copySuffix(usual));
    dialog->selectFile(proposal(subject, usual));
    const auto kindOfFilter = [](const QString& filter) {
        const auto found = std::find_if(kCopyKinds.begin(), kCopyKinds.end(), [&](CopyKind kind) { return copyFilter(kind) == filter; });
        return found == kCopyKinds.end() ? CopyKind::Text : *found;
    };
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, subject, kindOfFilter](const QString& filter) {
        dialog->setDefaultSuffix(copySuffix(kindOfFilter(filter)));
        dialog->selectFile(QFileInfo(proposal(subject, kindOfFilter(filter))).fileName());
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, subject, kindOfFilter](const QString& path) {
        const auto named = kindOfPath(path); // what somebody typed goes before the list
        const CopyKind kind = named && subject.canBe(*named) ? *named : kindOfFilter(dialog->selectedNameFilter());
        QSettings().setValue(folderKey(), QFileInfo(path).absolutePath());
        QSettings().setValue(formKey(), copySuffix(kind));
        save(kind, subject, path);
    });
    dialog->open();
}

void SagaCopier::add(CopyOrder order)
{
    m_waiting.push_back(std::move(order));
    if (!m_worker.isBusy())
        next();
}

void SagaCopier::next()
{
    if (m_waiting.empty())
        return;
    CopyOrder order = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_current = order.path.isEmpty() ? tr("the copy") : QFileInfo(order.path).fileName();
    m_done = std::make_shared<std::atomic<std::size_t>>(0);
    m_stop = StopSource();
    m_isTold = false;
    m_patience.start();
    m_worker.start([order = std::move(order), done = m_done, stopped = m_stop.token()](StopToken ended) {
        return runCopy(order, *done, [&] { return stopped.stopRequested() || ended.stopRequested(); });
    });
}

void SagaCopier::showProgress()
{
    const std::size_t done = *m_done;
    const QString sentence = done == 0 ? tr("Writing %1…").arg(m_current)
                                       : tr("Writing %1… %2 events so far").arg(m_current, QLocale().toString(qulonglong(done)));
    if (std::exchange(m_isTold, true))
        return m_messages.amend(sentence);
    m_farewell.stop();
    m_messages.tell(MessageBar::Kind::Notice, sentence, {{tr("Stop"), [this] { m_stop.requestStop(); }}});
}

void SagaCopier::take(CopyOutcome outcome)
{
    m_patience.stop();
    if (outcome.trouble == CopyTrouble::None && outcome.order.path.isEmpty()) {
        if (outcome.image.isNull())
            QGuiApplication::clipboard()->setText(outcome.text);
        else
            QGuiApplication::clipboard()->setImage(outcome.image);
    }
    tell(outcome);
    Q_EMIT finished(outcome);
    next();
}

void SagaCopier::tell(const CopyOutcome& outcome)
{
    if (outcome.trouble != CopyTrouble::None)
        return tellTrouble(outcome);
    const QString& path = outcome.order.path;
    QStringList sentences{path.isEmpty() ? tr("Copied as %1; secrets are masked.").arg(copyLabel(outcome.order.kind))
                                         : tr("Saved %1; secrets are masked.").arg(QDir::toNativeSeparators(path))};
    if (outcome.order.kind == CopyKind::Png && outcome.scale < 1)
        sentences << tr("The picture is scaled down to %1 %; save it as SVG to see every detail.")
                         .arg(QLocale().toString(outcome.scale * 100, 'f', 0));
    if (outcome.isCut)
        sentences << tr("It shows the beginning only; JSON lines hold the whole saga.");
    const bool isPlain = path.isEmpty() && sentences.size() == 1;
    std::vector<MessageBar::Fix> fixes;
    if (!path.isEmpty())
        fixes.push_back({tr("Show in folder"), [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); }});
    m_messages.tell(MessageBar::Kind::Notice, sentences.join(u' '), fixes);
    if (isPlain)
        m_farewell.start();
    else
        m_farewell.stop();
}

void SagaCopier::tellTrouble(const CopyOutcome& outcome)
{
    m_farewell.stop();
    const CopySubject subject{outcome.order.snapshot, outcome.order.sagas, {}, outcome.order.picture};
    const MessageBar::Fix again{tr("Save as…"), [this, subject] { saveAs(subject); }};
    switch (outcome.trouble) {
    case CopyTrouble::None: break;
    case CopyTrouble::Stopped: m_messages.tell(MessageBar::Kind::Notice, tr("Stopped. Nothing was copied.")); break;
    case CopyTrouble::NothingThere:
        m_messages.tell(MessageBar::Kind::Warning, tr("There is nothing to copy: the saga is gone, or its view is empty. Choose it again."));
        break;
    case CopyTrouble::TooLarge:
        m_messages.tell(MessageBar::Kind::Error, tr("There is not enough memory for this picture. Save it as SVG or as JSON lines instead."), {again});
        break;
    case CopyTrouble::NotWritten:
        m_messages.tell(MessageBar::Kind::Error,
                        tr("%1 could not be written: %2. Choose another folder, or make room on the disk.")
                            .arg(QDir::toNativeSeparators(outcome.order.path), outcome.detail),
                        {again});
        break;
    }
}

} // namespace sagascope::ui
