// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaListView.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <numeric>

#include "ui/sagas/SagaDelegate.h"

namespace sagascope::ui {
namespace {

constexpr std::array<int, kSagaColumnCount> kWidths{124, 150, 112, 100, 76, 100, 58, 92, 220};
// What a wide list has to spare goes to the columns whose texts are cut.
constexpr std::array<int, kSagaColumnCount> kShares{15, 45, 5, 0, 0, 0, 0, 5, 30};
// Which saga, what became of it and why come first: a table that is cut on the right still tells them.
constexpr std::array kFirstColumns{SagaColumn::Key, SagaColumn::State, SagaColumn::Findings};

QString widthsKey()
{
    return QStringLiteral("sagas/columnWidths");
}

QString formKey()
{
    return QStringLiteral("sagas/isTable");
}

QString hiddenKey()
{
    return QStringLiteral("sagas/hiddenColumns");
}

} // namespace

SagaListView::SagaListView(SagaListModel& model, QWidget* parent)
    : QTableView(parent), m_model(model), m_delegate(new SagaDelegate(this)), m_widths(kWidths)
{
    m_isShown.fill(true);
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setupHeader();
    updateForm();
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        m_isFollowing = verticalScrollBar()->sliderPosition() == 0;
    });
}

void SagaListView::setupHeader()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setMinimumSectionSize(40);
    header->setStretchLastSection(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    for (int place = 0; place < int(kFirstColumns.size()); ++place)
        header->moveSection(header->visualIndex(int(kFirstColumns[std::size_t(place)])), place);
    connect(header, &QHeaderView::sectionClicked, this, &SagaListView::sortBy);
    connect(header, &QHeaderView::customContextMenuRequested, this, &SagaListView::showColumnMenu);
    connect(header, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (m_isArranging || m_hasCards || width == 0)
            return;
        m_hasChosenWidths = true;
        m_widths[std::size_t(section)] = width;
    });
}

int SagaListView::rowHeight() const
{
    return m_hasCards ? SagaDelegate::kCardHeight : SagaDelegate::kRowHeight;
}

void SagaListView::updateForm()
{
    const QScopedValueRollback guard(m_isArranging, true);
    m_hasCards = wantsCards();
    m_delegate->setCards(m_hasCards);
    verticalHeader()->setMinimumSectionSize(rowHeight());
    verticalHeader()->setDefaultSectionSize(rowHeight());
    verticalScrollBar()->setSingleStep(rowHeight());
    horizontalHeader()->setVisible(!m_hasCards);
    setHorizontalScrollBarPolicy(m_hasCards ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    constexpr int kCardColumn = int(SagaColumn::Key);
    for (int column = 0; column < kSagaColumnCount; ++column)
        setColumnHidden(column, m_hasCards ? column != kCardColumn : !m_isShown[std::size_t(column)]);
    shareWidth();
    showOrder();
}

void SagaListView::shareWidth()
{
    const QScopedValueRollback guard(m_isArranging, true);
    if (m_hasCards) {
        setColumnWidth(int(SagaColumn::Key), viewport()->width());
        return;
    }
    int used = 0;
    int shares = 0;
    for (std::size_t column = 0; column < m_widths.size(); ++column) {
        used += m_isShown[column] ? m_widths[column] : 0;
        shares += m_isShown[column] ? kShares[column] : 0;
    }
    const int spare = m_hasChosenWidths || shares == 0 ? 0 : std::max(0, viewport()->width() - used);
    for (std::size_t column = 0; column < m_widths.size(); ++column)
        setColumnWidth(int(column), m_widths[column] + (shares == 0 ? 0 : spare * kShares[column] / shares));
}

void SagaListView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (wantsCards() == m_hasCards)
        return shareWidth();
    changeForm();
}

/// What was on top stays there.
void SagaListView::changeForm()
{
    const int top = verticalScrollBar()->value() / rowHeight();
    const bool wasInView = isCurrentInView();
    updateForm();
    verticalScrollBar()->setValue(top * rowHeight());
    if (wasInView)
        scrollTo(currentIndex(), EnsureVisible);
}

bool SagaListView::wantsCards() const
{
    return m_form == Form::Fitting && width() < kWideEnough;
}

void SagaListView::setForm(Form form)
{
    m_form = form;
    if (wantsCards() != m_hasCards)
        changeForm();
}

void SagaListView::setColumnShown(SagaColumn column, bool isShown)
{
    m_isShown[std::size_t(column)] = isShown;
    updateForm();
}

void SagaListView::showOrder()
{
    const SagaOrder& order = m_model.order();
    horizontalHeader()->setSortIndicator(int(order.column), order.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void SagaListView::sortBy(int section)
{
    const auto column = static_cast<SagaColumn>(section);
    SagaOrder order = m_model.order();
    const bool isSame = order.column == column;
    // Times and numbers are looked for from the large end, words from A.
    const bool isWord = column == SagaColumn::Definition || column == SagaColumn::Key || column == SagaColumn::State;
    order.isDescending = isSame ? !order.isDescending : !isWord;
    order.column = column;
    showOrder(); // the click has turned the arrow; it follows when the list does
    Q_EMIT orderChosen(order);
}

void SagaListView::showColumnMenu(const QPoint& at)
{
    QMenu menu(this);
    for (int i = 0; i < kSagaColumnCount; ++i) {
        const auto column = static_cast<SagaColumn>(i);
        QAction* action = menu.addAction(SagaListModel::columnTitle(column), this,
                                         [this, column](bool isShown) { setColumnShown(column, isShown); });
        action->setCheckable(true);
        action->setChecked(isColumnShown(column));
        action->setEnabled(column != SagaColumn::Key); // what a saga is called stays
    }
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

void SagaListView::save(QSettings& settings) const
{
    QVariantList widths;
    QVariantList hidden;
    for (std::size_t column = 0; column < m_widths.size(); ++column) {
        widths << m_widths[column];
        if (!m_isShown[column])
            hidden << int(column);
    }
    settings.setValue(widthsKey(), m_hasChosenWidths ? widths : QVariantList());
    settings.setValue(hiddenKey(), hidden);
    settings.setValue(formKey(), m_form == Form::Table);
}

void SagaListView::restore(const QSettings& settings)
{
    const QVariantList widths = settings.value(widthsKey()).toList();
    m_hasChosenWidths = widths.size() == kSagaColumnCount;
    for (int column = 0; m_hasChosenWidths && column < kSagaColumnCount; ++column)
        m_widths[std::size_t(column)] = qBound(40, widths[column].toInt(), 2000);
    const QVariantList hidden = settings.value(hiddenKey()).toList();
    for (int column = 0; column < kSagaColumnCount; ++column)
        m_isShown[std::size_t(column)] = column == int(SagaColumn::Key) || !hidden.contains(column);
    m_form = settings.value(formKey()).toBool() ? Form::Table : Form::Fitting;
    updateForm();
}

void SagaListView::retranslate()
{
    setAccessibleName(tr("Sagas"));
    Q_EMIT m_model.headerDataChanged(Qt::Horizontal, 0, kSagaColumnCount - 1);
    viewport()->update();
}

bool SagaListView::isCurrentInView() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() && viewport()->rect().intersects(visualRect(current));
}

bool SagaListView::mustHold() const
{
    return verticalScrollBar()->value() > 0 || underMouse() || (isCurrentInView() && !m_isProposed);
}

void SagaListView::apply(SagaDelta delta)
{
    const QScopedValueRollback quiet(m_isQuiet, true);
    const bool isWhole = delta.isWhole;
    const bool isHeld = mustHold() && !isWhole;
    const bool wasInView = isCurrentInView();
    const int top = verticalScrollBar()->value() / rowHeight();
    const int within = verticalScrollBar()->value() % rowHeight();
    const int anchorRow = isHeld ? m_model.sagaRowFrom(top) : -1;
    const base::SagaId anchor = m_model.sagaAt(anchorRow);
    const bool isReset = m_model.apply(std::move(delta));
    if (isReset && !isWhole)
        showSaga(m_shown, m_isProposed); // a reset forgets it; where that scrolled to is put right now
    if (isHeld) {
        const int row = m_model.rowOf(anchor);
        if (row >= 0 && (row != anchorRow || isReset)) {
            updateGeometries(); // the range of the scroll bar must know the new rows first
            verticalScrollBar()->setValue((top + row - anchorRow) * rowHeight() + within);
        }
    } else if (isReset && !isWhole) {
        verticalScrollBar()->setValue(0);
    }
    if (!isWhole)
        return;
    showOrder();
    showSaga(m_shown, m_isProposed);
    if (!currentIndex().isValid())
        verticalScrollBar()->setValue(0); // another list than before: it is read from its top
    else if (wasInView)
        scrollTo(currentIndex(), EnsureVisible);
}

void SagaListView::showSaga(base::SagaId saga, bool isProposed)
{
    m_shown = saga;
    m_isProposed = isProposed;
    const QScopedValueRollback quiet(m_isQuiet, true);
    const int row = m_model.rowOf(saga);
    if (row < 0) {
        setCurrentIndex({});
        clearSelection();
        return;
    }
    if (currentIndex().row() == row)
        return;
    goToRow(row);
}

void SagaListView::goToRow(int row)
{
    const QModelIndex index = m_model.index(row, int(SagaColumn::Key));
    setCurrentIndex(index);
    scrollTo(index, EnsureVisible);
}

void SagaListView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (m_isQuiet || !current.isValid())
        return;
    const base::SagaId saga = m_model.sagaAt(current.row());
    if (!saga.isValid())
        return; // a group's row
    m_shown = saga;
    m_isProposed = false;
    Q_EMIT sagaChosen(m_shown);
}

void SagaListView::leaveEvent(QEvent* event)
{
    QTableView::leaveEvent(event);
    if (m_isFollowing && !isCurrentInView())
        verticalScrollBar()->setValue(0);
}

} // namespace sagascope::ui
