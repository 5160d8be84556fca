// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <utility>
#include <vector>

#include "ui/topology/GraphPainter.h"

namespace sagascope::ui {

/// One line that says what the strokes of a graph mean.
class GraphLegend : public QWidget
{
    Q_OBJECT

public:
    using Entry = std::pair<EdgeStyle, QString>;

    explicit GraphLegend(QWidget* parent = nullptr);
    void setEntries(std::vector<Entry> entries);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Entry> m_entries;
};

} // namespace sagascope::ui
