// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/copies/CopyKind.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

#include "ui/common/SecretMask.h"

namespace sagascope::ui {

bool isPicture(CopyKind kind)
{
    return kind == CopyKind::Png || kind == CopyKind::Svg;
}

bool isForSeveral(CopyKind kind)
{
    return kind == CopyKind::Json || kind == CopyKind::JsonLines || kind == CopyKind::Text;
}

QString copyLabel(CopyKind kind)
{
    const auto words = [](const char* text) { return QCoreApplication::translate("CopyKind", text); };
    switch (kind) {
    case CopyKind::Png: return words(QT_TRANSLATE_NOOP("CopyKind", "PNG picture"));
    case CopyKind::Svg: return words(QT_TRANSLATE_NOOP("CopyKind", "SVG picture"));
    case CopyKind::Mermaid: return words(QT_TRANSLATE_NOOP("CopyKind", "Mermaid diagram"));
    case CopyKind::PlantUml: return words(QT_TRANSLATE_NOOP("CopyKind", "PlantUML diagram"));
    case CopyKind::Json: return words(QT_TRANSLATE_NOOP("CopyKind", "JSON, as the report has it"));
    case CopyKind::JsonLines: return words(QT_TRANSLATE_NOOP("CopyKind", "JSON lines, to import again"));
    case CopyKind::Text: break;
    }
    return words(QT_TRANSLATE_NOOP("CopyKind", "Text for a ticket, Markdown"));
}

QString copySuffix(CopyKind kind)
{
    switch (kind) {
    case CopyKind::Png: return QStringLiteral("png");
    case CopyKind::Svg: return QStringLiteral("svg");
    case CopyKind::Mermaid: return QStringLiteral("mmd");
    case CopyKind::PlantUml: return QStringLiteral("puml");
    case CopyKind::Json: return QStringLiteral("json");
    case CopyKind::JsonLines: return QStringLiteral("jsonl");
    case CopyKind::Text: break;
    }
    return QStringLiteral("md");
}

QString copyFilter(CopyKind kind)
{
    return QStringLiteral("%1 (*.%2)").arg(copyLabel(kind), copySuffix(kind));
}

std::optional<CopyKind> kindOfPath(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const auto found = std::find_if(kCopyKinds.begin(), kCopyKinds.end(), [&](CopyKind kind) { return copySuffix(kind) == suffix; });
    return found == kCopyKinds.end() ? std::nullopt : std::optional(*found);
}

QString copyName(const QString& key, const QString& view)
{
    constexpr qsizetype kLongest = 60;
    QString name;
    for (const QChar c : maskedText(key).left(kLongest)) {
        const bool isPlain = c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.';
        const bool isAfterPlain = !name.isEmpty() && !name.endsWith(u'-');
        if (isPlain || isAfterPlain)
            name += isPlain ? c : u'-';
    }
    while (name.startsWith(u'.') || name.startsWith(u'-'))
        name.remove(0, 1);
    while (name.endsWith(u'.') || name.endsWith(u'-'))
        name.chop(1);
    if (name.isEmpty())
        name = QStringLiteral("saga");
    return view.isEmpty() ? name : name + u'-' + view;
}

} // namespace sagascope::ui
