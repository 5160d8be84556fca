// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;

namespace sagascope::ui {

/// Fields side by side in as many columns as the width allows, one to three; wide ones take a whole row. GUI thread.
class FieldGrid : public QWidget
{
    Q_OBJECT

public:
    explicit FieldGrid(QWidget* parent = nullptr);

    void add(QWidget* field, bool isWide = false); ///< takes ownership
    void clear();                                  ///< deletes the fields

    static constexpr int kNarrowest = 215; ///< width of a field before another column opens

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Entry
    {
        QWidget* field;
        bool isWide;
    };
    void arrange();
    QGridLayout* m_grid;
    std::vector<Entry> m_entries;
    std::vector<QWidget*> m_fillers; ///< hold the columns that a single short row leaves empty
    int m_columns = 2;
};

} // namespace sagascope::ui
