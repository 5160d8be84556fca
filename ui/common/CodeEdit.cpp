// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/CodeEdit.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>
#include <utility>

#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kGutterPadding = 8;

/// The strip with the numbers.
class Gutter : public QWidget
{
public:
    explicit Gutter(CodeEdit& edit) : QWidget(&edit), m_edit(edit) {}
    [[nodiscard]] QSize sizeHint() const override { return {m_edit.gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { m_edit.paintGutter(event->rect()); }

private:
    CodeEdit& m_edit;
};

} // namespace

CodeEdit::CodeEdit(QWidget* parent) : QPlainTextEdit(parent), m_gutter(new Gutter(*this))
{
    setObjectName(QStringLiteral("document"));
    setProperty("mono", true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEdit::arrangeGutter);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this](const QRect&, int) { m_gutter->update(); });
    connect(&Theme::current(), &Theme::changed, this, &CodeEdit::decorate);
    arrangeGutter();
}

void CodeEdit::showText(const QString& text)
{
    const QString now = toPlainText();
    if (now == text)
        return;
    const auto shorter = std::min(now.size(), text.size());
    qsizetype front = 0;
    while (front < shorter && now[front] == text[front])
        ++front;
    qsizetype back = 0;
    while (back < shorter - front && now[now.size() - 1 - back] == text[text.size() - 1 - back])
        ++back;
    const QSignalBlocker blocker(this);
    QTextCursor cursor(document());
    cursor.setPosition(int(front));
    cursor.setPosition(int(now.size() - back), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(front, text.size() - front - back));
    arrangeGutter();
}

void CodeEdit::setMarks(std::vector<Mark> marks)
{
    m_marks = std::move(marks);
    decorate();
    m_gutter->update();
}

void CodeEdit::showPart(int start, int end, bool isScrolling)
{
    m_partStart = start;
    m_partEnd = end;
    decorate();
    if (start < 0 || !isScrolling)
        return;
    const QTextBlock first = document()->findBlock(start);
    const QRectF place = blockBoundingGeometry(first).translated(contentOffset());
    if (place.top() < 0 || place.bottom() > viewport()->height())
        verticalScrollBar()->setValue(std::max(0, first.blockNumber() - 3));
}

void CodeEdit::goTo(int offset)
{
    QTextCursor cursor(document());
    cursor.setPosition(std::clamp(offset, 0, std::max(0, document()->characterCount() - 1)));
    setTextCursor(cursor);
    centerCursor();
}

void CodeEdit::decorate()
{
    const Palette& colours = Theme::current().palette();
    QList<QTextEdit::ExtraSelection> selections;
    const int end = std::max(0, document()->characterCount() - 1);
    if (m_partStart >= 0) {
        QColor tint = colours.accent;
        tint.setAlpha(28);
        for (QTextBlock block = document()->findBlock(std::min(m_partStart, end)); block.isValid() && block.position() < m_partEnd; block = block.next()) {
            QTextEdit::ExtraSelection line;
            line.cursor = QTextCursor(block);
            line.format.setBackground(tint);
            line.format.setProperty(QTextFormat::FullWidthSelection, true);
            selections.append(line);
        }
    }
    for (const Mark& mark : m_marks) {
        QTextEdit::ExtraSelection wave;
        wave.cursor = QTextCursor(document());
        wave.cursor.setPosition(std::clamp(mark.offset, 0, end));
        wave.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        wave.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave.format.setUnderlineColor(colours.danger);
        selections.append(wave);
    }
    setExtraSelections(selections);
}

int CodeEdit::gutterWidth() const
{
    const int digits = std::max(3, int(QString::number(std::max(1, blockCount())).size()));
    return fontMetrics().horizontalAdvance(u'9') * digits + 2 * kGutterPadding;
}

void CodeEdit::arrangeGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), gutterWidth(), inside.height());
}

void CodeEdit::paintGutter(const QRect& area)
{
    const Palette& colours = Theme::current().palette();
    QPainter painter(m_gutter);
    painter.setFont(font());
    painter.fillRect(area, colours.panel);
    QTextBlock block = firstVisibleBlock();
    for (qreal top = blockBoundingGeometry(block).translated(contentOffset()).top(); block.isValid() && top <= area.bottom(); block = block.next()) {
        const qreal height = blockBoundingRect(block).height();
        const int start = block.position();
        const bool isWrong = std::any_of(m_marks.begin(), m_marks.end(), [&](const Mark& mark) {
            return mark.offset >= start && mark.offset < start + block.length();
        });
        painter.setPen(isWrong ? colours.danger : colours.muted);
        const QRectF place(0, top, m_gutter->width() - kGutterPadding, height);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, (isWrong ? QStringLiteral("✗") : QString()) + QString::number(block.blockNumber() + 1));
        top += height;
    }
}

const CodeEdit::Mark* CodeEdit::markAt(int offset) const
{
    const int line = document()->findBlock(offset).blockNumber();
    const auto found = std::find_if(m_marks.begin(), m_marks.end(),
                                    [&](const Mark& mark) { return document()->findBlock(mark.offset).blockNumber() == line; });
    return found == m_marks.end() ? nullptr : &*found;
}

bool CodeEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const Mark* mark = markAt(cursorForPosition(help->pos() - QPoint(gutterWidth(), 0)).position());
        QToolTip::showText(help->globalPos(), mark != nullptr ? mark->text : QString(), this);
        return true;
    }
    return QPlainTextEdit::event(event);
}

void CodeEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    arrangeGutter();
}

void CodeEdit::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        setTabStopDistance(2 * fontMetrics().horizontalAdvance(u' '));
        arrangeGutter();
    }
}

/// A new line begins where the one above does, two further after a bracket.
void CodeEdit::breakLine()
{
    const QString line = textCursor().block().text().left(textCursor().positionInBlock());
    qsizetype indent = 0;
    while (indent < line.size() && line[indent] == u' ')
        ++indent;
    const QString before = line.trimmed();
    if (before.endsWith(u'{') || before.endsWith(u'['))
        indent += 2;
    textCursor().insertText(u'\n' + QString(indent, u' '));
    ensureCursorVisible();
}

void CodeEdit::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        return breakLine();
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace sagascope::ui
