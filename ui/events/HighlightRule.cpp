// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/HighlightRule.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

#include "ui/theme/Colour.h"

namespace sagascope::ui {
namespace {

struct NamedColour
{
    unsigned rgb;
    const char* name;
};

constexpr std::array<NamedColour, kHighlightColours> kColours{{
    {0xf0a63a, QT_TRANSLATE_NOOP("HighlightRule", "amber")},
    {0x5b9cf5, QT_TRANSLATE_NOOP("HighlightRule", "blue")},
    {0x3fb27f, QT_TRANSLATE_NOOP("HighlightRule", "green")},
    {0xe5534b, QT_TRANSLATE_NOOP("HighlightRule", "red")},
    {0x9b7cf6, QT_TRANSLATE_NOOP("HighlightRule", "violet")},
    {0xea6fae, QT_TRANSLATE_NOOP("HighlightRule", "pink")},
    {0x2bb8a3, QT_TRANSLATE_NOOP("HighlightRule", "teal")},
    {0x8aa0b8, QT_TRANSLATE_NOOP("HighlightRule", "grey")},
}};

const NamedColour& colourOf(int colour)
{
    return kColours[std::size_t(std::clamp(colour, 0, kHighlightColours - 1))];
}

QString rulesKey()
{
    return QStringLiteral("events/highlights");
}

} // namespace

QColor highlightColour(int colour)
{
    return QColor::fromRgb(colourOf(colour).rgb);
}

QString highlightColourName(int colour)
{
    return QCoreApplication::translate("HighlightRule", colourOf(colour).name);
}

QColor highlightTint(const Palette& colours, int colour)
{
    constexpr double kStrongest = 0.26;
    constexpr double kStep = 0.02;
    QColor tint = colours.panel;
    for (double share = kStrongest; share > 0; share -= kStep) {
        tint = mix(colours.panel, highlightColour(colour), share);
        if (std::min(contrastRatio(colours.text, tint), contrastRatio(colours.muted, tint)) >= kTextContrast)
            break;
    }
    return tint;
}

QColor highlightInk(int colour)
{
    const QColor ground = highlightColour(colour);
    return contrastRatio(Qt::black, ground) >= contrastRatio(Qt::white, ground) ? Qt::black : Qt::white;
}

HighlightRules readHighlightRules(const QSettings& settings)
{
    HighlightRules rules;
    const int count = std::min(settings.value(rulesKey() + QStringLiteral("/size")).toInt(), kMostHighlightRules);
    for (int i = 1; i <= count; ++i) {
        const auto value = [&](const char* member) {
            return settings.value(QStringLiteral("%1/%2/%3").arg(rulesKey()).arg(i).arg(QLatin1StringView(member)));
        };
        rules.push_back({value("query").toString(), value("colour").toInt(), value("on").toBool()});
    }
    return rules;
}

void writeHighlightRules(QSettings& settings, const HighlightRules& rules)
{
    settings.remove(rulesKey());
    settings.beginWriteArray(rulesKey(), int(rules.size()));
    for (std::size_t i = 0; i < rules.size(); ++i) {
        settings.setArrayIndex(int(i));
        settings.setValue(QStringLiteral("query"), rules[i].query);
        settings.setValue(QStringLiteral("colour"), rules[i].colour);
        settings.setValue(QStringLiteral("on"), rules[i].isOn);
    }
    settings.endArray();
}

} // namespace sagascope::ui
