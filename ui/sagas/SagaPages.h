// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>
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
/// Ctrl+Shift+2, … switch while the room is on screen. A page is made when it is first shown: most people need most of them
/// later or never. GUI thread only.
class SagaPages : public QWidget
{
    Q_OBJECT

public:
    explicit SagaPages(QWidget* parent = nullptr);

    /// What the switch says before there is a page, and how the page is made.
    struct Entry
    {
        QString name;
        std::function<QString()> title; ///< translated
        std::function<SagaPage*()> make;
    };

    void addPage(Entry entry);
    void showPage(const QString& name); ///< made now where it is not yet
    [[nodiscard]] SagaPage* current() const;
    [[nodiscard]] bool isSettled() const { return current()->isSettled(); }

Q_SIGNALS:
    void pageMade(sagascope::ui::SagaPage* page);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Slot
    {
        Entry entry;
        QToolButton* button;
        SagaPage* page = nullptr;
    };

    void choose(int index);
    void bringForward(int index);
    [[nodiscard]] SagaPage* made(Slot& slot);
    void retranslate();

    std::vector<Slot> m_slots;
    QButtonGroup* m_choice;
    QWidget* m_bar;
    QHBoxLayout* m_switch;
    QStackedWidget* m_stack;
};

} // namespace sagascope::ui
