// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saga/Population.h"
#include "ui/common/LatestWins.h"
#include "ui/sagas/SagaView.h"
#include "ui/sagas/StepsModel.h"
#include "ui/state/ViewState.h"

class QLabel;
class QStackedWidget;
class QTableView;

namespace sagascope::ui {

class EmptyState;

/// The definition against reality: what became of each step, how long it took and how much of its limit that was, what
/// undoes what, how the other sagas did, and what is to be expected next. Sheets are written by a worker.
class StepsTab : public SagaView
{
    Q_OBJECT

public:
    explicit StepsTab(ViewState& state, QWidget* parent = nullptr);
    ~StepsTab() override;

    [[nodiscard]] static QString viewName() { return QStringLiteral("steps"); }
    [[nodiscard]] static QString viewTitle() { return tr("Steps"); }
    [[nodiscard]] QString name() const override { return viewName(); }
    [[nodiscard]] QString title() const override { return viewTitle(); }
    void setSaga(ToldSagaPtr told, bool isSame) override;
    /// What all sagas have in common, of this session; null when nothing is known.
    void setPopulation(saga::PopulationPtr population);
    [[nodiscard]] bool isSettled() const override { return !m_writer.isBusy(); }
    [[nodiscard]] QList<QToolButton*> tools() const override;
    [[nodiscard]] PictureSource picture() const override;

    [[nodiscard]] const StepsSheet& sheet() const { return m_model.sheet(); }

Q_SIGNALS:
    void definitionWanted(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupTable();
    void retranslate();
    void write(bool isSame);
    void showSheet(StepsSheet sheet);
    void showSelection();
    void fitColumns();
    [[nodiscard]] QString headText() const;   ///< rich text
    [[nodiscard]] QString expectedText() const; ///< plain lines
    [[nodiscard]] QString compensationText() const;

    ViewState& m_state;
    ToldSagaPtr m_told;
    saga::PopulationPtr m_population;
    StepsModel m_model;
    QStackedWidget* m_stack;
    EmptyState* m_message;
    QLabel* m_head;
    QTableView* m_table;
    QToolButton* m_definition;
    QLabel* m_expected;
    LatestWins<StepsSheet> m_writer;
};

} // namespace sagascope::ui
