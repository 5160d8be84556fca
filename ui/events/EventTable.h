// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <optional>

class QPushButton;

namespace sagascope::ui {

class EventRowDelegate;
class EventTableHeader;

/// A table that can follow its tail: while it does, new rows keep the end in view. Scrolling up stops it, and a button
/// over the last rows says how many have come since and leads back. Rows must only be appended or reset.
/// Until somebody drags a column wider, what the window has to spare is shared out among those that are shown.
class EventTable : public QTableView
{
    Q_OBJECT

public:
    explicit EventTable(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    void setFollowing(bool isFollowing);
    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    [[nodiscard]] int missedCount() const { return m_missed; }
    /// Brings a row into view, amid its neighbours where it was out of it, without it counting as the person's scrolling.
    void reveal(const QModelIndex& index);

    void setColumnShown(int column, bool isShown);
    void revealColumn(int column);
    /// From left to right, as they stand on screen.
    [[nodiscard]] QList<int> shownColumns() const;
    [[nodiscard]] static bool isShownAtFirst(int column);
    /// Whether widths are a person's; they stay as they are then.
    [[nodiscard]] bool hasChosenWidths() const { return m_hasChosenWidths; }
    /// Letters look for nothing: every row would have to be written out, of millions. The search field is for that.
    void keyboardSearch(const QString& /*typed*/) override {}
    void setHasDigits(bool hasDigits); ///< rows begin with room for a highlight's digit
    void setWidthsChosen(bool areChosen);
    [[nodiscard]] int widthToKeep(int column) const; ///< also of one that is not shown

Q_SIGNALS:
    void followingChanged(bool isFollowing);

protected:
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index, const QEvent* event = nullptr) const override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void setupColumns();
    void shareWidth();
    [[nodiscard]] int defaultWidth(int column) const;
    void onRowsInserted(int first, int last);
    void onScrolled(int value);
    [[nodiscard]] bool isInView(const QModelIndex& index, int height) const;
    void scrollToTail();
    void placeJumpButton();
    void setPointerAt(std::optional<int> y);
    void updateJumpButton();

    EventRowDelegate* m_delegate;
    EventTableHeader* m_header;
    QPushButton* m_jump;
    int m_missed = 0;
    bool m_isFollowing = true;
    bool m_isScrollingItself = false;
    bool m_hasChosenWidths = false; ///< somebody dragged a column: widths are theirs from then on
    bool m_isSharingWidth = false;
};

} // namespace sagascope::ui
