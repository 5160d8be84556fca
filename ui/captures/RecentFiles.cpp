// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/RecentFiles.h"

#include <QDir>
#include <QFileInfo>
#include <QFontMetrics>
#include <QSettings>

#include <memory>

#include "ui/common/LatestWins.h"

namespace sagascope::ui {
namespace {

constexpr int kWidest = 420; ///< pixels of a path

QString settingsKey()
{
    return QStringLiteral("captures/recent");
}

QString whole(const QString& path)
{
    return QDir::cleanPath(QFileInfo(path).absoluteFilePath());
}

/// In a menu `&` marks a letter.
QString menuText(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

QStringList RecentFiles::all()
{
    return QSettings().value(settingsKey()).toStringList();
}

void RecentFiles::add(const QString& path)
{
    QStringList files = all();
    files.removeAll(whole(path));
    files.prepend(whole(path));
    QSettings().setValue(settingsKey(), QStringList(files.mid(0, kMost)));
}

void RecentFiles::forget(const QString& path)
{
    QStringList files = all();
    files.removeAll(whole(path));
    QSettings().setValue(settingsKey(), files);
}

void RecentFiles::clear()
{
    QSettings().remove(settingsKey());
}

class RecentFilesMenu::Look : public LatestWins<QStringList>
{
public:
    using LatestWins::LatestWins;
};

RecentFilesMenu::RecentFilesMenu(QWidget* parent)
    : QMenu(parent), m_look(std::make_unique<Look>([this](const QStringList& missing) { mark(missing); }))
{
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &RecentFilesMenu::fill);
    retranslate();
    fill();
}

RecentFilesMenu::~RecentFilesMenu() = default;

void RecentFilesMenu::retranslate()
{
    setTitle(tr("Open &recent"));
}

void RecentFilesMenu::fill()
{
    clear();
    const QStringList files = RecentFiles::all();
    for (const QString& path : files) {
        const QString folder = fontMetrics().elidedText(QDir::toNativeSeparators(QFileInfo(path).path()), Qt::ElideMiddle, kWidest);
        QAction* action = addAction(menuText(QFileInfo(path).fileName()) + u'\t' + menuText(folder));
        action->setData(path);
        action->setToolTip(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, action, path] {
            if (action->property("isMissing").toBool())
                Q_EMIT missingChosen(path);
            else
                Q_EMIT chosen(path);
        });
    }
    if (files.isEmpty())
        addAction(tr("No file was opened or saved yet"))->setEnabled(false);
    addSeparator();
    addAction(tr("&Clear this list"), this, [] { RecentFiles::clear(); })->setEnabled(!files.isEmpty());
    m_look->start([files](StopToken stop) {
        QStringList missing;
        for (const QString& path : files) {
            if (!stop.stopRequested() && !QFileInfo::exists(path))
                missing << path;
        }
        return missing;
    });
}

void RecentFilesMenu::mark(const QStringList& missing)
{
    for (QAction* action : actions()) {
        const QString path = action->data().toString();
        if (path.isEmpty() || !missing.contains(path))
            continue;
        action->setProperty("isMissing", true);
        action->setText(tr("%1 (missing)").arg(menuText(QFileInfo(path).fileName())) + u'\t' + action->text().section(u'\t', 1));
        action->setToolTip(tr("%1 is no longer there").arg(QDir::toNativeSeparators(path)));
    }
}

} // namespace sagascope::ui
