// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QHash>
#include <QRawFont>
#include <QStaticText>

class QPainter;

namespace sagascope::ui {

/// Draws one line of text into a cell, cut with "…" where room is short. Shaping text is what costs when thousands of
/// rows pass by: words that come again (topics, types) are kept shaped, and monospaced cells are set glyph by glyph.
/// GUI thread only.
class CellText
{
public:
    void setFonts(const QFont& words, const QFont& monospace);
    /// In the interface font, with the painter's pen; left-aligned. Returns the width drawn.
    double drawWords(QPainter* painter, const QRect& rect, const QString& text);
    /// In the monospaced font, with the painter's pen.
    void drawMonospace(QPainter* painter, const QRect& rect, const QString& text, Qt::Alignment alignment);
    /// Width of a monospaced text.
    [[nodiscard]] double monospaceWidth(const QString& text) const { return m_advance * double(text.size()); }

private:
    static constexpr qsizetype kMostKept = 4000;

    [[nodiscard]] quint32 glyphOf(QChar character);

    QFont m_words;
    QFont m_monospace;
    QRawFont m_glyphs;
    QHash<char16_t, quint32> m_glyphOf;
    double m_advance = 8;
    double m_ascent = 10;
    QHash<std::pair<QString, int>, QStaticText> m_kept; ///< by text and the width that it had to fit
};

} // namespace sagascope::ui
