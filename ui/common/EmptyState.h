// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QGridLayout;
class QHBoxLayout;
class QLabel;

namespace sagascope::ui {

/// What an empty room shows: what would be here, and the action that fills it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const QString& title = {}, const QString& text = {}, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& text);
    /// A button. QWidget has templates of this name, which would take a lambda and show nothing: they stay hidden.
    void addAction(const QString& text, std::function<void()> run, bool isPrimary = true);
    /// Below the text: a name, what is to be said of it, and what can be done about it. `spoken` names the button to ears.
    void addLine(const QString& name, const QString& text, const QString& action, const QString& spoken, std::function<void()> run);
    void clearActions(); ///< lines too

private:
    QLabel* m_title;
    QLabel* m_text;
    QGridLayout* m_lines;
    int m_lineCount = 0;
    QHBoxLayout* m_actions;
};

} // namespace sagascope::ui
