// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "ui/common/Panel.h"
#include "ui/sagas/SagaView.h"

class QButtonGroup;
class QHBoxLayout;
class QStackedWidget;
class QToolButton;

namespace sagascope::ui {

/// The panel of the selected saga: one button per view, the view's own tools, and the view. Alt+1, Alt+2, … switch. Where the
/// buttons would leave too little for the saga's name, they take a row of their own.
/// Remembers the view that was used last. A view is made when it is first shown.
class SagaViews : public Panel
{
    Q_OBJECT

public:
    explicit SagaViews(QWidget* parent = nullptr);

    /// What the switch says before there is a view, and how the view is made.
    struct Entry
    {
        QString name;
        std::function<QString()> title; ///< translated
        std::function<SagaView*()> make;
    };

    void addView(Entry entry);
    void setSaga(ToldSagaPtr told, bool isSame);
    void showView(const QString& name);
    void showPrevious(); ///< the view that was on screen before this one
    /// Stands in place of the views while it has something to say that none of them can; takes ownership.
    void setCover(QWidget* cover);
    void setCovered(bool isCovered);
    [[nodiscard]] SagaView* current() const;
    [[nodiscard]] bool isSettled() const { return current()->isSettled(); }

Q_SIGNALS:
    void viewChanged();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Slot
    {
        Entry entry;
        QToolButton* button;
        SagaView* view = nullptr;
        ToldSagaPtr shown; ///< what the view was last told
    };

    void choose(int index);
    void bringForward(int index);
    void showTools();
    [[nodiscard]] SagaView* made(Slot& slot);
    void bringUpToDate();
    void retranslate();
    void arrange();

    std::vector<Slot> m_slots;
    int m_current = 0;
    int m_previous = 0;
    ToldSagaPtr m_told;
    QButtonGroup* m_choice;
    QHBoxLayout* m_tools;
    QHBoxLayout* m_switch;
    QWidget* m_toolBox;
    QWidget* m_switchBox;
    QWidget* m_secondRow;
    QStackedWidget* m_body; ///< the views, and what covers them
    QStackedWidget* m_stack;
};

} // namespace sagascope::ui
