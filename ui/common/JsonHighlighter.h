// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace sagascope::ui {

/// Colours JSON while it is edited: names, texts, and numbers and words apart. Follows the theme. GUI thread; owned by
/// its document.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit JsonHighlighter(QTextDocument* document);

protected:
    void highlightBlock(const QString& text) override;
};

} // namespace sagascope::ui
