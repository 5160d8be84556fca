// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/population/FactTable.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

#include "ui/common/TightLayout.h"
#include "ui/sagas/population/FactDelegate.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kWidth = 90;
constexpr int kLeastFirst = 130;

} // namespace

void FactModel::setTitles(const QStringList& titles)
{
    beginResetModel();
    m_titles = titles;
    endResetModel();
}

void FactModel::setRows(std::vector<FactRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int FactModel::rowOf(const QString& key) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const FactRow& row) { return row.key == key; });
    return found == m_rows.end() || key.isEmpty() ? -1 : int(found - m_rows.begin());
}

int FactModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FactModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

QVariant FactModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_titles.value(section);
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags FactModel::flags(const QModelIndex& index) const
{
    const bool isHeading = index.isValid() && row(index.row()).tone == FactRow::Tone::Heading;
    return isHeading ? Qt::ItemIsEnabled : QAbstractTableModel::flags(index);
}

QVariant FactModel::data(const QModelIndex& index, int role) const
{
    const FactRow& fact = row(index.row());
    const Theme& theme = Theme::current();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return fact.cells.value(index.column());
    case Qt::ToolTipRole: return fact.toolTip.isEmpty() ? fact.cells.value(index.column()) : fact.toolTip;
    case Qt::TextAlignmentRole:
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole: {
        const bool isMono = isNumber(index.column()) || (index.column() == 0 && m_areKeysFirst);
        return fact.tone != FactRow::Tone::Heading && isMono ? QVariant(theme.monospace()) : QVariant();
    }
    case Qt::ForegroundRole:
        switch (fact.tone) {
        case FactRow::Tone::Plain: return {};
        case FactRow::Tone::Muted:
        case FactRow::Tone::Heading: return theme.palette().muted;
        case FactRow::Tone::Good: return theme.palette().good;
        case FactRow::Tone::Warning: return theme.palette().warning;
        }
        return {};
    default: return {};
    }
}

FactTable::FactTable(QWidget* parent) : QTableView(parent)
{
    setModel(&m_model);
    setItemDelegate(new FactDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(Theme::kRowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(40);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setMouseTracking(true);
    connect(this, &QTableView::doubleClicked, this, &FactTable::open);
    connect(&Theme::current(), &Theme::changed, this, [this] { viewport()->update(); });
}

void FactTable::setTitles(const QStringList& titles)
{
    m_model.setTitles(titles);
    fitColumns();
}

void FactTable::setWidths(std::vector<int> widths)
{
    m_widths = std::move(widths);
    fitColumns();
}

void FactTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void FactTable::fitColumns()
{
    int rest = viewport()->width();
    for (int column = 1; column < m_model.columnCount(); ++column) {
        const int width = m_widths.empty() ? kWidth : m_widths[std::min(m_widths.size(), std::size_t(column)) - 1];
        setColumnWidth(column, width);
        rest -= width;
    }
    setColumnWidth(0, std::max(kLeastFirst, rest));
}

void FactTable::setKeysFirst(bool areKeys)
{
    m_model.setKeysFirst(areKeys);
}

void FactTable::setNumbers(int first, int end)
{
    m_model.setNumbers(first, end);
}

void FactTable::setStateColumn(int column)
{
    static_cast<FactDelegate*>(itemDelegate())->setStateColumn(column);
}

void FactTable::setRows(std::vector<FactRow> rows)
{
    const QString key = chosenKey();
    const int place = verticalScrollBar()->value();
    m_isQuiet = true;
    m_model.setRows(std::move(rows));
    setHorizontalScrollBarPolicy(m_model.rowCount() == 0 ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    horizontalHeader()->setVisible(m_model.rowCount() > 0); // titles of nothing
    clearSpans();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.row(row).tone == FactRow::Tone::Heading)
            setSpan(row, 0, 1, m_model.columnCount());
    }
    choose(key);
    verticalScrollBar()->setValue(place);
    m_isQuiet = false;
}

QString FactTable::chosenKey() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() && index.row() < m_model.rowCount() ? m_model.row(index.row()).key : QString();
}

void FactTable::choose(const QString& key)
{
    const int row = m_model.rowOf(key);
    const bool wasQuiet = std::exchange(m_isQuiet, true);
    if (row >= 0)
        setCurrentIndex(m_model.index(row, 0));
    m_isQuiet = wasQuiet;
}

void FactTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_isQuiet && current.isValid() && current.row() != previous.row())
        Q_EMIT chosen(chosenKey());
}

void FactTable::open(const QModelIndex& index)
{
    if (index.isValid() && m_model.row(index.row()).saga.isValid())
        Q_EMIT opened(m_model.row(index.row()).saga);
}

void FactTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid())
        QApplication::clipboard()->setText(lineText(currentIndex().row()));
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        open(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

QString FactTable::lineText(int row) const
{
    return m_model.row(row).cells.join(QLatin1Char('\t'));
}

void FactTable::copyAll() const
{
    QStringList lines;
    QStringList titles;
    for (int column = 0; column < m_model.columnCount(); ++column)
        titles << m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    lines << titles.join(QLatin1Char('\t'));
    for (int row = 0; row < m_model.rowCount(); ++row)
        lines << lineText(row);
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void layOutFacts(QWidget* page, QLabel* sentence, QToolButton* copy, FactTable* table)
{
    sentence->setWordWrap(true);
    copy->setObjectName(QStringLiteral("flat"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 8, 4);
    head->addWidget(sentence, 1);
    head->addWidget(copy);
    auto* column = tightColumn(page);
    column->addLayout(head);
    column->addWidget(table, 1);
    page->setFocusProxy(table);
}

} // namespace sagascope::ui
