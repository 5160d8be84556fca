// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/StyleSheet.h"

#include <QFile>

#include <algorithm>
#include <utility>
#include <vector>

#include "ui/theme/Colour.h"

namespace sagascope::ui {
namespace {

using Token = std::pair<QString, QString>;

std::vector<Token> tokens(const Palette& palette, ThemeKind kind, const QFont& monospace)
{
    const auto colour = [](const QColor& c) { return c.name(); };
    std::vector<Token> list{
        {QStringLiteral("@background"), colour(palette.background)},
        {QStringLiteral("@panel"), colour(palette.panel)},
        {QStringLiteral("@raised"), colour(palette.raised)},
        {QStringLiteral("@hover"), colour(mix(palette.raised, palette.text, 0.06))},
        {QStringLiteral("@pressed"), colour(mix(palette.raised, palette.text, 0.12))},
        {QStringLiteral("@selected"), colour(mix(palette.panel, palette.accent, 0.18))},
        {QStringLiteral("@line"), colour(palette.line)},
        {QStringLiteral("@handle"), colour(mix(palette.panel, palette.muted, 0.45))},
        {QStringLiteral("@grid"), colour(palette.grid)},
        {QStringLiteral("@text"), colour(palette.text)},
        {QStringLiteral("@muted"), colour(palette.muted)},
        {QStringLiteral("@disabled"), colour(mix(palette.panel, palette.muted, 0.6))},
        {QStringLiteral("@accentText"), colour(palette.accentText)},
        {QStringLiteral("@accentHover"), colour(mix(palette.accent, palette.text, 0.15))},
        {QStringLiteral("@accent"), colour(palette.accent)},
        {QStringLiteral("@danger"), colour(palette.danger)},
        {QStringLiteral("@warning"), colour(palette.warning)},
        {QStringLiteral("@good"), colour(palette.good)},
        {QStringLiteral("@mono"), QStringLiteral("\"%1\"").arg(monospace.family())},
        {QStringLiteral("@icons"),
         kind == ThemeKind::Dark ? QStringLiteral(":/icons/dark") : QStringLiteral(":/icons/light")},
    };
    // Longest first, so that @accent does not eat the start of @accentText.
    std::sort(list.begin(), list.end(), [](const Token& a, const Token& b) { return a.first.size() > b.first.size(); });
    return list;
}

} // namespace

QString styleSheet(const Palette& palette, ThemeKind kind, const QFont& monospace)
{
    QFile file(QStringLiteral(":/themes/sagascope.qss"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the style sheet is missing from the program's resources");
    QString text = QString::fromUtf8(file.readAll());
    for (const auto& [name, value] : tokens(palette, kind, monospace))
        text.replace(name, value);
    return text;
}

} // namespace sagascope::ui
