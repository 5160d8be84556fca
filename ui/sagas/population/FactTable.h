// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QTableView>

#include <memory>
#include <optional>
#include <vector>

#include "core/base/Ids.h"
#include "core/catalog/SagaDefinition.h"
#include "core/saga/Saga.h"

class QLabel;
class QToolButton;

namespace sagascope::ui {

/// A step as a small coloured word.
struct StepPill
{
    QString text;
    QString domain;
    catalog::StepRole role = catalog::StepRole::Step;
};

/// One line of a table of facts: texts by column, and what else its first columns draw. A plain value.
struct FactRow
{
    enum class Tone { Plain, Muted, Heading, Good, Warning };

    QString key; ///< what it is about, the same in every update; empty for headings
    QStringList cells;
    QString toolTip;
    Tone tone = Tone::Plain;
    std::vector<StepPill> pills;          ///< drawn in the first column in place of its text
    std::optional<saga::SagaState> state; ///< a mark and the colour of the column that setStateColumn() names
    std::optional<double> share;          ///< drawn as a bar under the column after that
    base::SagaId saga;                    ///< what activating the line opens; invalid when nothing
};

/// The lines behind a FactTable.
class FactModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int kAllColumns = 1000;
    using QAbstractTableModel::QAbstractTableModel;

    void setTitles(const QStringList& titles);
    void setRows(std::vector<FactRow> rows);
    void setNumbers(int first, int end)
    {
        m_firstNumber = first;
        m_endNumber = end;
    }
    void setKeysFirst(bool areKeys) { m_areKeysFirst = areKeys; }
    [[nodiscard]] const FactRow& row(int index) const { return m_rows[std::size_t(index)]; }
    [[nodiscard]] int rowOf(const QString& key) const; ///< -1 when there is none

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QStringList m_titles;
    std::vector<FactRow> m_rows;
    bool m_areKeysFirst = false; ///< the first column holds ids
    [[nodiscard]] bool isNumber(int column) const { return column >= m_firstNumber && column < m_endNumber; }
    int m_firstNumber = 1; ///< columns of numbers: right, in digits of one width
    int m_endNumber = kAllColumns;
};

/// A dense table whose lines are replaced as a whole while the chosen line and the place stay. Enter or a double
/// click opens, Ctrl+C copies the line, and copyAll() everything, cells apart by tabs. GUI thread only.
class FactTable : public QTableView
{
    Q_OBJECT

public:
    explicit FactTable(QWidget* parent = nullptr);

    void setTitles(const QStringList& titles);
    /// Pixels of the columns after the first, which takes what is left. Fixed, so that live numbers don't make them jump.
    void setWidths(std::vector<int> widths);
    void setRows(std::vector<FactRow> rows);
    void setNumbers(int first, int end = FactModel::kAllColumns); ///< columns that hold numbers
    void setKeysFirst(bool areKeys); ///< ids in the first column: in letters of one width
    void setStateColumn(int column);
    [[nodiscard]] const FactModel& facts() const { return m_model; }
    [[nodiscard]] QString chosenKey() const; ///< empty when no line is chosen
    void choose(const QString& key);
    void copyAll() const;

Q_SIGNALS:
    void chosen(const QString& key); ///< by the person
    void opened(sagascope::base::SagaId saga);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    [[nodiscard]] QString lineText(int row) const;
    void open(const QModelIndex& index);

    void fitColumns();

    FactModel m_model;
    std::vector<int> m_widths;
    bool m_isQuiet = false;
};

/// A page of the population: a sentence with a copy button beside it, below them the table. Takes them over.
void layOutFacts(QWidget* page, QLabel* sentence, QToolButton* copy, FactTable* table);

} // namespace sagascope::ui
