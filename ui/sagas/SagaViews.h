// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
/// Remembers the view that was used last.
class SagaViews : public Panel
{
    Q_OBJECT

public:
    explicit SagaViews(QWidget* parent = nullptr);

    void addView(SagaView* view); ///< takes ownership
    void setSaga(ToldSagaPtr told, bool isSame);
    void showView(const QString& name);
    void showPrevious(); ///< the view that was on screen before this one
    /// Stands in place of the views while it has something to say that none of them can; takes ownership.
    void setCover(QWidget* cover);
    void setCovered(bool isCovered);
    [[nodiscard]] SagaView* current() const;
    [[nodiscard]] const std::vector<SagaView*>& views() const { return m_views; }
    [[nodiscard]] bool isSettled() const { return current()->isSettled(); }

Q_SIGNALS:
    void viewChanged();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void choose(int index);
    void bringUpToDate();
    void retranslate();
    void arrange();

    std::vector<SagaView*> m_views;
    int m_previous = 0;
    std::vector<QToolButton*> m_buttons;
    std::vector<ToldSagaPtr> m_shown; ///< per view: what it was last told
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
