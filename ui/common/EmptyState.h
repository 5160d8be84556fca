// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

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
    void addAction(const QString& text, std::function<void()> run, bool isPrimary = true);
    void clearActions();
    using QWidget::addAction;

private:
    QLabel* m_title;
    QLabel* m_text;
    QHBoxLayout* m_actions;
};

} // namespace sagascope::ui
