// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStyledItemDelegate>

#include <optional>

#include "ui/events/CellText.h"

namespace sagascope::ui {

/// Paints the cells of the live table straight from the model, without the style's per-cell measuring: thousands of
/// rows pass by each second. Domains, states and severities get a mark of their own shape beside their word. A highlighted row is
/// tinted, and carries the digit of its rule at its beginning.
class EventRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit EventRowDelegate(QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    static constexpr int kRowHeight = 22;
    /// Whether room is kept for digits: in all rows, so that texts stay in line.
    void setHasDigits(bool hasDigits) { m_hasDigits = hasDigits; }
    [[nodiscard]] int roomForDigits() const { return m_hasDigits ? kDigit : 0; }
    /// The height of the pointer over the viewport: the row there is lit, all of it.
    void setPointerAt(std::optional<int> y) { m_pointer = y; }
    [[nodiscard]] std::optional<int> pointerAt() const { return m_pointer; }

private:
    static constexpr int kDigit = 14; ///< width of the tag

    void readTheme();
    void paintBackground(QPainter* painter, const QStyleOptionViewItem& option, int rule, int colour) const;
    void paintDigit(QPainter* painter, const QRect& row, int rule, int colour) const;
    [[nodiscard]] bool isFirst(const QStyleOptionViewItem& option, int column) const;
    void paintTopic(QPainter* painter, const QRect& cell, const QModelIndex& index) const;
    void paintSaga(QPainter* painter, const QRect& cell, const QModelIndex& index) const;
    void paintFindings(QPainter* painter, const QRect& cell, const QModelIndex& index) const;
    void paintMarks(QPainter* painter, const QRect& cell, const QModelIndex& index) const;

    // Asking the font database for every cell would cost more than drawing it.
    QFont m_small;
    bool m_hasDigits = false;
    std::optional<int> m_pointer;
    mutable CellText m_text; // remembers shaped words, while paint() is const by Qt's decree
};

} // namespace sagascope::ui
