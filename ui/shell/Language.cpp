// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace sagascope::ui {

Language& Language::current()
{
    static Language language;
    return language;
}

void Language::apply(const QString& name)
{
    const QString wanted = name.isEmpty() ? QLocale::system().name().left(2) : name;
    const QString known = wanted == QLatin1StringView("fr") ? QStringLiteral("fr") : QStringLiteral("en");
    const bool isOn = known == m_name; // then every widget speaks it already
    m_name = known;
    // Before the translators: widgets format numbers while they hear of the change.
    QLocale::setDefault(m_name == QLatin1StringView("fr") ? QLocale(QLocale::French) : QLocale(QLocale::English));
    if (isOn)
        return;
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_ours);
    if (m_qt.load(QStringLiteral("qtbase_") + m_name, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_ours.load(QStringLiteral(":/i18n/sagascope_%1.qm").arg(m_name)))
        QCoreApplication::installTranslator(&m_ours);
}

} // namespace sagascope::ui
