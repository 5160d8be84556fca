// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventTable.h"

#include <QHeaderView>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <array>

#include "ui/events/EventRowDelegate.h"
#include "ui/events/EventTableHeader.h"
#include "ui/events/EventTableModel.h"

namespace sagascope::ui {

EventTable::EventTable(QWidget* parent)
    : QTableView(parent), m_delegate(new EventRowDelegate(this)), m_header(new EventTableHeader(this)), m_jump(new QPushButton(viewport()))
{
    setItemDelegate(m_delegate);
    setHorizontalHeader(m_header);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    viewport()->setAttribute(Qt::WA_Hover);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(EventRowDelegate::kRowHeight);
    verticalHeader()->setDefaultSectionSize(EventRowDelegate::kRowHeight);

    m_jump->setObjectName(QStringLiteral("primary"));
    m_jump->setFocusPolicy(Qt::NoFocus); // End does the same from the keyboard
    m_jump->hide();
    connect(m_jump, &QPushButton::clicked, this, [this] { setFollowing(true); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &EventTable::onScrolled);
}

void EventTable::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { onRowsInserted(first, last); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_missed = 0;
        updateJumpButton();
        if (m_isFollowing)
            scrollToTail();
    });
    setupColumns();
}

void EventTable::setupColumns()
{
    QHeaderView* header = horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionsMovable(true);
    for (int column = 0; column < EventTableModel::BuiltInCount; ++column)
        setColumnHidden(column, !isShownAtFirst(column));
    shareWidth();
    connect(header, &QHeaderView::sectionMoved, this, &EventTable::shareWidth); // the first one has digits to hold
    connect(header, &QHeaderView::sectionResized, this, [this](int, int before, int after) {
        const bool isHiding = before == 0 || after == 0;
        m_hasChosenWidths = m_hasChosenWidths || (!m_isSharingWidth && !isHiding);
    });
}

bool EventTable::isShownAtFirst(int column)
{
    return column <= EventTableModel::Marks || EventTableModel::isPayload(column);
}

int EventTable::defaultWidth(int column) const
{
    static constexpr std::array<int, EventTableModel::BuiltInCount> kWidths{104, 252, 52,  72,  176, 128, 172, 128, 72,
                                                                            84,  120, 120, 150, 150, 150, 104, 104, 80, 80};
    if (!EventTableModel::isPayload(column))
        return kWidths[std::size_t(column)];
    constexpr int kPadding = 30;
    const QString title = model()->headerData(column, Qt::Horizontal).toString();
    return qBound(96, horizontalHeader()->fontMetrics().horizontalAdvance(title) + kPadding, 260);
}

// What a wide window has to spare goes to the columns whose texts are cut most often.
void EventTable::shareWidth()
{
    static constexpr std::array<int, EventTableModel::BuiltInCount> kShares{0, 30, 0,  0,  25, 0, 20, 10, 0,
                                                                            0, 15, 10, 15, 15, 15, 0, 0,  0,  0};
    constexpr int kShareOfPayload = 10;
    if (m_hasChosenWidths || !model())
        return;
    const QScopedValueRollback guard(m_isSharingWidth, true);
    const auto shareOf = [](int column) {
        return EventTableModel::isPayload(column) ? kShareOfPayload : kShares[std::size_t(column)];
    };
    const QList<int> columns = shownColumns();
    const auto leastOf = [&](int column) {
        return defaultWidth(column) + (column == columns.first() ? m_delegate->roomForDigits() : 0);
    };
    int spare = viewport()->width();
    int shares = 0;
    for (const int column : columns) {
        spare -= leastOf(column);
        shares += shareOf(column);
    }
    for (const int column : columns)
        setColumnWidth(column, leastOf(column) + (shares == 0 ? 0 : std::max(0, spare) * shareOf(column) / shares));
}

void EventTable::setColumnShown(int column, bool isShown)
{
    const bool isNew = isShown && (isColumnHidden(column) || EventTableModel::isPayload(column));
    setColumnHidden(column, !isShown);
    if (isNew && m_hasChosenWidths)
        setColumnWidth(column, defaultWidth(column));
    shareWidth();
}

void EventTable::setHasDigits(bool hasDigits)
{
    m_delegate->setHasDigits(hasDigits);
    m_header->setIndent(m_delegate->roomForDigits());
    shareWidth();
    viewport()->update();
}

void EventTable::setWidthsChosen(bool areChosen)
{
    m_hasChosenWidths = areChosen;
    shareWidth();
}

int EventTable::widthToKeep(int column) const
{
    return isColumnHidden(column) ? defaultWidth(column) : columnWidth(column);
}

QList<int> EventTable::shownColumns() const
{
    return m_header->shownSections();
}

void EventTable::revealColumn(int column)
{
    const int row = rowAt(0);
    if (row >= 0)
        reveal(model()->index(row, column));
}

void EventTable::setFollowing(bool isFollowing)
{
    const bool isChanged = isFollowing != m_isFollowing;
    m_isFollowing = isFollowing;
    m_missed = 0;
    updateJumpButton();
    if (isFollowing)
        scrollToTail();
    if (isChanged)
        Q_EMIT followingChanged(isFollowing);
}

void EventTable::reveal(const QModelIndex& index)
{
    const QScopedValueRollback guard(m_isScrollingItself, true);
    scrollTo(index, isInView(index, viewport()->height()) ? EnsureVisible : PositionAtCenter);
}

bool EventTable::isInView(const QModelIndex& index, int height) const
{
    const QRect place = visualRect(index);
    return place.isValid() && place.top() >= 0 && place.bottom() < height;
}

void EventTable::onRowsInserted(int first, int last)
{
    if (m_isFollowing) {
        scrollToTail();
        return;
    }
    m_missed += last - first + 1;
    updateJumpButton();
}

void EventTable::onScrolled(int value)
{
    if (m_isScrollingItself)
        return;
    const bool isAtTail = value >= verticalScrollBar()->maximum();
    if (isAtTail != m_isFollowing)
        setFollowing(isAtTail);
}

void EventTable::scrollToTail()
{
    const QScopedValueRollback guard(m_isScrollingItself, true);
    scrollToBottom();
}

// The details tell of the current row. Qt would move it by Ctrl and a key without selecting it, so that another row stood out.
QItemSelectionModel::SelectionFlags EventTable::selectionCommand(const QModelIndex& index, const QEvent* event) const
{
    const auto command = QTableView::selectionCommand(index, event);
    const bool isLeftBehind = event != nullptr && event->type() == QEvent::KeyPress && command == QItemSelectionModel::NoUpdate;
    return isLeftBehind ? QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows : command;
}

void EventTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_End && event->modifiers() == Qt::NoModifier) {
        setFollowing(true);
        return;
    }
    QTableView::keyPressEvent(event);
}

// The details that open with a selection take their room from the rows, and must not take the selected one away.
void EventTable::resizeEvent(QResizeEvent* event)
{
    const QScopedValueRollback guard(m_isScrollingItself, true); // a new height moves the range, not the person
    const bool wasInView = isInView(currentIndex(), event->oldSize().height());
    QTableView::resizeEvent(event);
    shareWidth();
    if (m_isFollowing)
        scrollToBottom();
    else if (wasInView && !isInView(currentIndex(), viewport()->height()))
        scrollTo(currentIndex(), PositionAtCenter);
    placeJumpButton();
}

bool EventTable::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverMove)
        setPointerAt(static_cast<QHoverEvent*>(event)->position().toPoint().y());
    if (event->type() == QEvent::HoverLeave)
        setPointerAt({});
    return QTableView::viewportEvent(event);
}

// Qt shows the cell under the pointer. What a click selects is the row.
void EventTable::setPointerAt(std::optional<int> y)
{
    const auto rowUnder = [this](std::optional<int> at) { return at ? rowAt(*at) : -1; };
    const int before = rowUnder(m_delegate->pointerAt());
    m_delegate->setPointerAt(y);
    if (before != rowUnder(y))
        viewport()->update();
}

void EventTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        updateJumpButton();
}

void EventTable::updateJumpButton()
{
    m_jump->setVisible(!m_isFollowing && m_missed > 0);
    if (m_missed > 0)
        m_jump->setText(tr("%Ln new — jump to tail", nullptr, m_missed));
    placeJumpButton();
}

void EventTable::placeJumpButton()
{
    m_jump->adjustSize();
    m_jump->move((viewport()->width() - m_jump->width()) / 2, viewport()->height() - m_jump->height() - 12);
}

} // namespace sagascope::ui
