// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/CellText.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>

namespace sagascope::ui {

void CellText::setFonts(const QFont& words, const QFont& monospace)
{
    m_words = words;
    m_monospace = monospace;
    m_glyphs = QRawFont::fromFont(monospace);
    m_advance = QFontMetricsF(monospace).horizontalAdvance(QLatin1Char('0'));
    m_ascent = QFontMetricsF(monospace).ascent() - QFontMetricsF(monospace).height() / 2;
    m_glyphOf.clear();
    m_kept.clear();
}

double CellText::drawWords(QPainter* painter, const QRect& rect, const QString& text)
{
    if (text.isEmpty() || rect.width() <= 0)
        return 0;
    const std::pair key(text, rect.width());
    auto kept = m_kept.find(key);
    if (kept == m_kept.end()) {
        if (m_kept.size() >= kMostKept)
            m_kept.clear();
        QStaticText shaped(QFontMetrics(m_words).elidedText(text, Qt::ElideRight, rect.width()));
        shaped.setTextFormat(Qt::PlainText);
        shaped.prepare({}, m_words);
        kept = m_kept.insert(key, shaped);
    }
    const QSizeF size = kept->size();
    painter->setFont(m_words);
    painter->drawStaticText(QPointF(rect.left(), rect.top() + (rect.height() - size.height()) / 2), *kept);
    return size.width();
}

quint32 CellText::glyphOf(QChar character)
{
    const auto known = m_glyphOf.constFind(character.unicode());
    if (known != m_glyphOf.constEnd())
        return *known;
    const QList<quint32> glyphs = m_glyphs.glyphIndexesForString(QString(character));
    const quint32 glyph = glyphs.size() == 1 && !character.isSurrogate() ? glyphs.front() : 0;
    m_glyphOf.insert(character.unicode(), glyph);
    return glyph;
}

void CellText::drawMonospace(QPainter* painter, const QRect& rect, const QString& text, Qt::Alignment alignment)
{
    if (text.isEmpty() || rect.width() < m_advance)
        return;
    const auto room = qsizetype(rect.width() / m_advance);
    const QString shown = text.size() <= room ? text : text.left(room - 1) + QChar(0x2026);
    QList<quint32> glyphs;
    QList<QPointF> positions;
    for (const QChar character : shown) {
        const quint32 glyph = glyphOf(character);
        if (glyph == 0) { // not in this font: let the text engine find another
            painter->setFont(m_monospace);
            painter->drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
            return;
        }
        positions.append({m_advance * double(glyphs.size()), 0});
        glyphs.append(glyph);
    }
    QGlyphRun run;
    run.setRawFont(m_glyphs);
    run.setGlyphIndexes(glyphs);
    run.setPositions(positions);
    const double left = alignment & Qt::AlignRight ? rect.right() + 1 - monospaceWidth(shown) : rect.left();
    painter->drawGlyphRun({left, std::round(rect.top() + rect.height() / 2.0 + m_ascent)}, run);
}

} // namespace sagascope::ui
