// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/compose/SentModel.h"

class QLabel;
class QStackedWidget;
class QTableView;

namespace sagascope::ui {

class Panel;
class ViewState;

/// The list of what was sent. Choosing a row selects its event everywhere; Return opens its saga. GUI thread.
class SentPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SentPanel(ViewState& state, QWidget* parent = nullptr);

    [[nodiscard]] SentModel& model() { return *m_model; }
    [[nodiscard]] QTableView* table() const { return m_table; }
    void follow(); ///< looks at the snapshot on screen

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setupTable();
    void retranslate();
    void showCount();
    void select(const QModelIndex& index);
    ViewState& m_state;
    SentModel* m_model;
    Panel* m_panel;
    QStackedWidget* m_stack;
    QLabel* m_empty;
    QTableView* m_table;
};

} // namespace sagascope::ui
