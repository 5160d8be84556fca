// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/LatestWins.h"
#include "ui/sagas/CompareModel.h"
#include "ui/sagas/SagaView.h"
#include "ui/state/ViewState.h"

class QLabel;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace sagascope::ui {

class ElidedLabel;
class EmptyState;
class StateLabel;

/// Two sagas side by side. The saga that is selected when the view opens is pinned as the left one; the next one
/// selected is the right one. Esc unpins and closes.
class CompareTab : public SagaView
{
    Q_OBJECT

public:
    explicit CompareTab(ViewState& state, QWidget* parent = nullptr);
    ~CompareTab() override;

    [[nodiscard]] static QString viewName() { return QStringLiteral("compare"); }
    [[nodiscard]] static QString viewTitle() { return tr("Compare"); }
    [[nodiscard]] QString name() const override { return viewName(); }
    [[nodiscard]] QString title() const override { return viewTitle(); }
    void setSaga(ToldSagaPtr told, bool isSame) override;
    [[nodiscard]] bool isSettled() const override { return !m_comparison.isBusy(); }

    void pin(base::SagaId left); ///< an invalid one unpins; the saga selected next is pinned then
    [[nodiscard]] base::SagaId pinned() const { return m_left; }
    [[nodiscard]] const CompareSheet& sheet() const { return m_model.sheet(); }

Q_SIGNALS:
    void closed(); ///< by Esc: show the view that was there before

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// One end of the comparison, named above the table.
    struct Head
    {
        QLabel* side;
        ElidedLabel* key;
        StateLabel* state;
        ElidedLabel* facts;
    };

    void setupTools();
    void setupTables();
    QWidget* makeHeads();
    Head makeHead(QWidget* parent);
    void retranslate();
    void compare(bool isSame);
    void showSheet(CompareSheet sheet);
    void fitColumns();
    void showHead(const Head& head, const CompareSide& side, const QString& name);
    void showFields();
    void showSelection();
    void swapSides();
    void copy() const;
    [[nodiscard]] QString verdict() const;

    ViewState& m_state;
    ToldSagaPtr m_told;
    base::SagaId m_left;
    CompareModel m_model;
    FieldChangeModel m_fieldModel;
    QStackedWidget* m_stack;
    EmptyState* m_message;
    Head m_leftHead;
    Head m_rightHead;
    QLabel* m_verdict;
    QTableView* m_rows;
    QTableView* m_fields;
    QLabel* m_fieldsNote;
    QSplitter* m_split;
    QToolButton* m_swap;
    QToolButton* m_unpin;
    QToolButton* m_copy;
    LatestWins<CompareSheet> m_comparison;
};

} // namespace sagascope::ui
