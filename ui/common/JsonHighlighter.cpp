// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/JsonHighlighter.h"

#include <QRegularExpression>

#include "ui/theme/Theme.h"

namespace sagascope::ui {

JsonHighlighter::JsonHighlighter(QTextDocument* document) : QSyntaxHighlighter(document)
{
    connect(&Theme::current(), &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void JsonHighlighter::highlightBlock(const QString& text)
{
    // A text never crosses a line in JSON, so each line stands for itself.
    static const QRegularExpression token(
        QStringLiteral("(\"(?:[^\"\\\\]|\\\\.)*\")\\s*:|(\"(?:[^\"\\\\]|\\\\.)*\"?)|(-?\\d[\\d.eE+-]*|\\b(?:true|false|null)\\b)"));
    const Palette& colours = Theme::current().palette();
    const QColor byGroup[] = {colours.accent, colours.good, colours.warning};
    for (auto match = token.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        for (int group = 1; group <= 3; ++group)
            if (found.capturedLength(group) > 0)
                setFormat(int(found.capturedStart(group)), int(found.capturedLength(group)), byGroup[group - 1]);
    }
}

} // namespace sagascope::ui
