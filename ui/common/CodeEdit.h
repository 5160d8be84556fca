// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

#include <vector>

namespace sagascope::ui {

/// A text editor with numbered lines and marks where something is wrong. It has no undo of its own: whoever owns the
/// text does that. GUI thread.
class CodeEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    struct Mark
    {
        int offset = 0; ///< into the text
        QString text;   ///< what is wrong there
    };

    explicit CodeEdit(QWidget* parent = nullptr);

    /// Takes over another text and touches only what differs, so that cursor and place stay. Tells nobody.
    void showText(const QString& text);
    void setMarks(std::vector<Mark> marks);
    /// Tints the lines of this part and brings them into view; nothing when both are negative.
    void showPart(int start, int end, bool isScrolling = true);
    void goTo(int offset);
    [[nodiscard]] const std::vector<Mark>& marks() const { return m_marks; }

    void paintGutter(const QRect& area);
    [[nodiscard]] int gutterWidth() const;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void decorate();
    void arrangeGutter();
    void breakLine();
    [[nodiscard]] const Mark* markAt(int offset) const;

    QWidget* m_gutter;
    std::vector<Mark> m_marks;
    int m_partStart = -1;
    int m_partEnd = -1;
};

} // namespace sagascope::ui
