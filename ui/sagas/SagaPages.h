// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QButtonGroup;
class QHBoxLayout;
class QStackedWidget;
class QToolButton;

namespace sagascope::ui {

/// One way to look at all sagas, as a page of the Sagas room. It does work only while it is visible.
class SagaPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString name() const = 0;  ///< stable and untranslated: settings use it
    [[nodiscard]] virtual QString title() const = 0; ///< translated, one word
    [[nodiscard]] virtual bool isSettled() const { return true; }

Q_SIGNALS:
    void pageRequested(const QString& name); ///< "show me this in the list"
};

/// The pages of the Sagas room with a switch above them; remembers the page that was used last. Ctrl+Shift+1,
/// Ctrl+Shift+2, … switch while the room is on screen. GUI thread only.
class SagaPages : public QWidget
{
    Q_OBJECT

public:
    explicit SagaPages(QWidget* parent = nullptr);

    void addPage(SagaPage* page); ///< takes ownership
    void showPage(const QString& name);
    [[nodiscard]] SagaPage* current() const;
    [[nodiscard]] bool isSettled() const { return current()->isSettled(); }

protected:
    void changeEvent(QEvent* event) override;

private:
    void choose(int index);
    void retranslate();

    std::vector<SagaPage*> m_pages;
    std::vector<QToolButton*> m_buttons;
    QButtonGroup* m_choice;
    QWidget* m_bar;
    QHBoxLayout* m_switch;
    QStackedWidget* m_stack;
};

} // namespace sagascope::ui
