// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "ui/sagas/definitions/FormSection.h"

class QTableView;
class QToolButton;

namespace sagascope::ui {

/// The elements of a list as lines of texts.
class ElementModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    struct Line
    {
        QStringList cells;
        bool isWrong = false;
        QString toolTip;
        friend bool operator==(const Line&, const Line&) = default;
    };

    void setTitles(const QStringList& titles);
    void setLines(std::vector<Line> lines);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_titles;
    std::vector<Line> m_lines;
};

/// What the elements of a list look like as lines of a table, and what a new one holds.
struct ElementShape
{
    QStringList (*columns)();
    QStringList (*cells)(const compose::Json& element);
    compose::Json (*fresh)(const compose::Json& definition);
};

/// A list of the definition: its elements as a table with buttons that add, remove and move them, and below it the
/// inputs of the element that is chosen. Insert adds, Delete removes, Alt+Up and Alt+Down move.
class ListSection : public FormSection
{
    Q_OBJECT

public:
    ListSection(const FormContext& context, std::string list, ElementShape shape, QWidget* parent = nullptr);

    [[nodiscard]] bool shows(std::string_view pointer) const override;
    void retranslate() override;
    void load() override;
    void reveal(const std::string& pointer) override;
    void setEvidence(const std::vector<PartEvidence>& evidence) override;
    void choose(int element);
    [[nodiscard]] int chosen() const { return m_chosen; }
    [[nodiscard]] QTableView* table() const { return m_table; }
    void addElement();
    void removeElement();
    void moveElement(int by);

protected:
    /// Inputs of the chosen element; its pointer is put in front of theirs.
    [[nodiscard]] FieldGrid* detail() const { return m_detail; }
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setupTable();
    void setupButtons();
    void showElements();
    void fitColumns();
    void showChosen();
    [[nodiscard]] int count() const;
    [[nodiscard]] std::string elementPointer(int element) const;

    std::string m_list;
    ElementShape m_shape;
    ElementModel m_model;
    QTableView* m_table;
    FieldGrid* m_detail;
    QToolButton* m_add;
    QToolButton* m_remove;
    QToolButton* m_up;
    QToolButton* m_down;
    int m_chosen = -1;
};

} // namespace sagascope::ui
