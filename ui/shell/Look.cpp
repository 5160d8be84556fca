// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Look.h"

#include <QSettings>

#include "ui/shell/Language.h"

namespace sagascope::ui {
namespace {

const QLatin1StringView kThemeKey("window/theme");
const QLatin1StringView kLanguageKey("window/language");

} // namespace

Look Look::remembered()
{
    const QSettings settings;
    const bool isLight = settings.value(kThemeKey).toString() == QLatin1StringView("light");
    return {isLight ? ThemeKind::Light : ThemeKind::Dark, settings.value(kLanguageKey).toString()};
}

void Look::putOn(QApplication& app) const
{
    Theme::current().apply(app, theme);
    Language::current().apply(language);
}

void Look::remember(ThemeKind theme)
{
    QSettings().setValue(kThemeKey, theme == ThemeKind::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
}

void Look::remember(const QString& language)
{
    QSettings().setValue(kLanguageKey, language);
}

} // namespace sagascope::ui
