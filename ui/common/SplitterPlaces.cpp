// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/SplitterPlaces.h"

#include <QSettings>
#include <QSplitter>

namespace sagascope::ui {
namespace {

QString settingsKey(const QSplitter& splitter)
{
    return QStringLiteral("splitters/") + splitter.objectName();
}

} // namespace

void restoreSplitters(QWidget& part, const QSettings& settings)
{
    for (QSplitter* splitter : part.findChildren<QSplitter*>())
        if (!splitter->objectName().isEmpty())
            splitter->setProperty("isRestored", splitter->restoreState(settings.value(settingsKey(*splitter)).toByteArray()));
}

void saveSplitters(const QWidget& part, QSettings& settings)
{
    for (const QSplitter* splitter : part.findChildren<QSplitter*>())
        if (!splitter->objectName().isEmpty())
            settings.setValue(settingsKey(*splitter), splitter->saveState());
}

} // namespace sagascope::ui
