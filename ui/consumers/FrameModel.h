// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include "ui/consumers/ConsumersFrame.h"

namespace sagascope::ui {

/// One part of a ConsumersFrame as a table: what it consists of says the subclass. While the rows stay the same, only their
/// values change, so that selection and scrolling stay, too.
class FrameModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setFrame(ConsumersFramePtr frame);
    [[nodiscard]] const ConsumersFrame* frame() const { return m_frame.get(); } ///< null before the first
    void retranslate();
    /// The row of that key; -1 where there is none.
    [[nodiscard]] int rowOf(const QString& key) const { return int(m_keys.indexOf(key)); }
    [[nodiscard]] QString keyAt(int row) const { return m_keys.value(row); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    /// Below: only called while a frame is there, and with rows and columns that exist.
    [[nodiscard]] virtual QStringList keysOf(const ConsumersFrame& frame) const = 0;
    [[nodiscard]] virtual QStringList columnsOf(const ConsumersFrame& frame) const = 0; ///< titles, translated
    [[nodiscard]] virtual QString text(int row, int column) const = 0;
    [[nodiscard]] virtual QString tip(int row, int column) const { return text(row, column); }
    [[nodiscard]] virtual bool isNumber(int column) const = 0;
    [[nodiscard]] virtual QVariant colour(int, int) const { return {}; }

private:
    ConsumersFramePtr m_frame;
    QStringList m_keys;
    QStringList m_columns;
};

} // namespace sagascope::ui
