// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace sagascope::ui {

class ElidedLabel;

/// A label row (name, required mark, hint) above an input with its small buttons. A problem takes the hint's place, so
/// that nothing moves while people type. GUI thread.
class FieldBox : public QWidget
{
    Q_OBJECT

public:
    explicit FieldBox(QWidget* parent = nullptr);

    void setName(const QString& name, bool isRequired = false);
    void setHint(const QString& hint);
    void setProblem(const QString& problem); ///< empty: none
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString hint() const;
    void setDescription(const QString& text); ///< tooltip of name and input
    void setInput(QWidget* input);            ///< takes ownership
    [[nodiscard]] QWidget* input() const { return m_input; }
    QToolButton* addButton(const QString& text, std::function<void()> run); ///< right of the input
    QToolButton* addHeaderButton(const QString& text, std::function<void()> run);
    void addBeside(QWidget* widget);          ///< right of the input; takes ownership

private:
    void nameInput();
    QLabel* m_name;
    QLabel* m_mark;
    ElidedLabel* m_hint;
    ElidedLabel* m_problem;
    QHBoxLayout* m_header;
    QHBoxLayout* m_row;
    QVBoxLayout* m_column;
    QWidget* m_input = nullptr;
};

} // namespace sagascope::ui
