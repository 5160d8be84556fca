// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/FieldGrid.h"

#include <QGridLayout>

#include <algorithm>

namespace sagascope::ui {
namespace {

constexpr int kMostColumns = 3;

} // namespace

FieldGrid::FieldGrid(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(10);
    for (int i = 1; i < kMostColumns; ++i)
        m_fillers.push_back(new QWidget(this));
}

void FieldGrid::add(QWidget* field, bool isWide)
{
    m_entries.push_back({field, isWide});
    field->setParent(this);
    // The width comes from the grid alone: columns are equal, whatever stands in them.
    field->setSizePolicy(QSizePolicy::Ignored, field->sizePolicy().verticalPolicy());
    arrange();
}

void FieldGrid::clear()
{
    for (const Entry& entry : m_entries)
        delete entry.field;
    m_entries.clear();
    arrange();
}

void FieldGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int columns = std::clamp(width() / kNarrowest, 1, kMostColumns);
    if (columns != m_columns) {
        m_columns = columns;
        arrange();
    }
}

void FieldGrid::arrange()
{
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item;
    int row = 0;
    int column = 0;
    for (const Entry& entry : m_entries) {
        if (entry.isWide && column > 0) {
            ++row;
            column = 0;
        }
        m_grid->addWidget(entry.field, row, column, 1, entry.isWide ? m_columns : 1, Qt::AlignTop);
        entry.field->show();
        column = entry.isWide ? m_columns : column + 1;
        if (column >= m_columns) {
            ++row;
            column = 0;
        }
    }
    for (QWidget* filler : m_fillers)
        filler->setVisible(false);
    for (std::size_t i = 0; row == 0 && column > 0 && column < m_columns; ++column, ++i) {
        m_grid->addWidget(m_fillers[i], 0, column);
        m_fillers[i]->setVisible(true);
    }
    for (int i = 0; i < kMostColumns; ++i)
        m_grid->setColumnStretch(i, i < m_columns ? 1 : 0);
}

} // namespace sagascope::ui
