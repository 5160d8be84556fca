// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <optional>
#include <string>

namespace sagascope::ui {

/// Bytes, 16 a row: where the row begins, the bytes in hex, and those of them that are printable ASCII. Rows are written
/// when they are looked at, so a large value costs no more than what is on screen. GUI thread.
class HexModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Offset, Hex, Text, kColumns };
    static constexpr int kBytesPerRow = 16;

    using QAbstractTableModel::QAbstractTableModel;

    /// `marked` is a byte to point at.
    void setBytes(std::string bytes, std::optional<std::size_t> marked = std::nullopt);
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }
    /// The row of the byte that is pointed at; -1 without one.
    [[nodiscard]] int markedRow() const;
    void retranslate() { Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::string m_bytes;
    std::optional<std::size_t> m_marked;
};

} // namespace sagascope::ui
