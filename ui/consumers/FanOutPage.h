// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/consumers/GroupModels.h"

class QLabel;
class QStackedWidget;
class QTableView;

namespace sagascope::ui {

class EmptyState;
class ViewState;

/// The selected event: which groups have passed it, and how long after it was written.
class FanOutPage : public QWidget
{
    Q_OBJECT

public:
    explicit FanOutPage(const ViewState& state, QWidget* parent = nullptr);

    void setFrame(const ConsumersFramePtr& frame);
    void retranslate();

private:
    void tellEvent();
    const ViewState& m_state;
    PassageModel m_model;
    QLabel* m_event;
    QTableView* m_table;
    QLabel* m_note;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
};

} // namespace sagascope::ui
