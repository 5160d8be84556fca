// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "core/saga/Saga.h"
#include "ui/common/Panel.h"
#include "ui/sagas/ToldSaga.h"
#include "ui/state/ViewState.h"

class QTableView;

namespace sagascope::ui {

class FindingList;

/// The definition's steps and what became of them: mark, event type, who and what for, when.
class StepModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Type, Service, When, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setStory(const saga::Story& story, const session::SnapshotPtr& snapshot);
    void retranslate();
    [[nodiscard]] const saga::StoryStep& step(int row) const { return m_steps[std::size_t(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString serviceText(const saga::StoryStep& step) const;
    [[nodiscard]] QString whenText(std::size_t row) const;

    std::vector<saga::StoryStep> m_steps;
    std::vector<base::Duration> m_when; ///< since the saga's start; negative where nothing was seen
};

/// "Steps against definition" with the saga's findings below. Choosing a step selects its first event.
class StepsPanel : public Panel
{
    Q_OBJECT

public:
    explicit StepsPanel(ViewState& state, QWidget* parent = nullptr);

    void setSaga(const ToldSaga& told);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void setupTable();
    void chooseStep(const QModelIndex& index);
    void fitTable();
    ViewState& m_state;
    StepModel m_model;
    QTableView* m_table;
    FindingList* m_findings;
    QString m_definition;
    bool m_hasStory = false;
};

} // namespace sagascope::ui
