// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sagascope::ui {

/// A column on `parent` (null: for another layout) that ends at its edges and leaves nothing between its parts: what stands
/// there brings its own air.
inline QVBoxLayout* tightColumn(QWidget* parent = nullptr)
{
    auto* column = new QVBoxLayout(parent);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

/// The same side by side.
inline QHBoxLayout* tightRow(QWidget* parent = nullptr, int spacing = 0)
{
    auto* row = new QHBoxLayout(parent);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    return row;
}

} // namespace sagascope::ui
