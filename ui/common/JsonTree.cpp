// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/JsonTree.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

#include "ui/theme/Theme.h"

namespace sagascope::ui {

void JsonModel::setDocument(JsonDocument document, std::vector<SchemaHint> hints)
{
    beginResetModel();
    m_document = std::move(document);
    m_hints = std::move(hints);
    m_hasSecrets = std::any_of(m_document.items.begin(), m_document.items.end(),
                               [](const JsonItem& item) { return item.isSecret; });
    endResetModel();
}

void JsonModel::setMasked(bool isMasked)
{
    if (isMasked == m_isMasked)
        return;
    m_isMasked = isMasked;
    const std::size_t count = m_document.items.size();
    for (std::size_t i = 1; i < count; ++i) {
        if (!m_document.items[i].isSecret)
            continue;
        const QModelIndex changed = createIndex(m_document.items[i].row, 1, quintptr(i));
        Q_EMIT dataChanged(changed, changed);
    }
}

int JsonModel::itemAt(const QModelIndex& index) const
{
    return index.isValid() ? int(index.internalId()) : 0;
}

QModelIndex JsonModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(m_document.items[std::size_t(itemAt(parent))].children[std::size_t(row)]));
}

QModelIndex JsonModel::parent(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const int parent = m_document.items[std::size_t(index.internalId())].parent;
    return parent <= 0 ? QModelIndex() : createIndex(m_document.items[std::size_t(parent)].row, 0, quintptr(parent));
}

int JsonModel::rowCount(const QModelIndex& parent) const
{
    if (m_document.items.empty() || parent.column() > 0)
        return 0;
    return int(m_document.items[std::size_t(itemAt(parent))].children.size());
}

int JsonModel::columnCount(const QModelIndex&) const
{
    return m_hints.empty() ? 2 : 3;
}

QString JsonModel::valueText(const JsonItem& item) const
{
    if (item.isMissing)
        return QStringLiteral("–");
    const auto isThere = [this](int child) { return !m_document.items[std::size_t(child)].isMissing; };
    switch (item.kind) {
    case event::JsonKind::Object: return QStringLiteral("{ %1 }").arg(std::count_if(item.children.begin(), item.children.end(), isThere));
    case event::JsonKind::Array: return QStringLiteral("[ %1 ]").arg(item.children.size());
    case event::JsonKind::Text:
        return u'"' + item.shown(m_isMasked) + u'"';
    default: return item.shown(m_isMasked);
    }
}

QVariant JsonModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.column() == 2)
        return hintData(std::size_t(index.internalId()), role);
    const JsonItem& item = m_document.items[std::size_t(index.internalId())];
    switch (role) {
    case Qt::DisplayRole: return index.column() == 0 ? item.name : valueText(item).replace(u'\n', u'⏎');
    case Qt::ToolTipRole: return index.column() == 1 && item.text.size() > 40 ? valueText(item) : QString();
    case Qt::FontRole: return Theme::current().monospace();
    case Qt::ForegroundRole: {
        const Palette& colours = Theme::current().palette();
        const bool isQuiet = index.column() == 0 || item.kind == event::JsonKind::Null || !item.children.empty();
        return isQuiet ? colours.muted : colours.text;
    }
    default: return {};
    }
}

QVariant JsonModel::hintData(std::size_t item, int role) const
{
    if (item >= m_hints.size())
        return {};
    const Palette& colours = Theme::current().palette();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return schemaHintText(m_hints[item]);
    case Qt::FontRole: return Theme::current().small();
    case Qt::ForegroundRole: return m_hints[item].isTrouble() ? colours.warning : colours.muted;
    default: return {};
    }
}

JsonTree::JsonTree(QWidget* parent) : QTreeView(parent), m_model(new JsonModel(this))
{
    setModel(m_model);
    setAccessibleName(tr("Payload"));
    setUniformRowHeights(true);
    setHeaderHidden(true);
    setIndentation(16);
    setEditTriggers(NoEditTriggers);
    header()->setStretchLastSection(true);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
}

void JsonTree::setDocument(JsonDocument document, std::vector<SchemaHint> hints)
{
    const bool isSmall = document.items.size() < 500;
    m_model->setDocument(std::move(document), std::move(hints));
    shareWidth();
    if (isSmall)
        expandAll();
    else
        expandToDepth(0);
}

// Values and what the schema says of them share what the names leave.
void JsonTree::shareWidth()
{
    if (m_model->columnCount() == 3)
        setColumnWidth(1, std::max(120, (viewport()->width() - columnWidth(0)) / 2));
}

void JsonTree::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    shareWidth();
}

void JsonTree::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    if (m_areColumnsOffered && currentIndex().isValid()) {
        menu.addAction(tr("Show as a column of the events"), this, &JsonTree::askForColumn);
        menu.addSeparator();
    }
    menu.addAction(tr("Copy value"), this, &JsonTree::copyValue);
    menu.addAction(tr("Copy JSON pointer"), this, &JsonTree::copyPointer);
    menu.addAction(tr("Copy everything as JSON"), this, &JsonTree::copyAll);
    menu.exec(event->globalPos());
}

void JsonTree::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copyValue();
    else if (event->keyCombination() == (Qt::CTRL | Qt::SHIFT | Qt::Key_P))
        askForColumn();
    else
        QTreeView::keyPressEvent(event);
}

void JsonTree::copyValue()
{
    const int item = m_model->itemAt(currentIndex());
    if (m_model->document().items.empty())
        return;
    const JsonItem& chosen = m_model->document().items[std::size_t(item)];
    if (chosen.isMissing)
        return;
    const bool isMasked = m_model->isMasked() && chosen.isSecret;
    QGuiApplication::clipboard()->setText(chosen.kind == event::JsonKind::Text && !isMasked
                                              ? chosen.text
                                              : toJsonText(m_model->document(), item, m_model->isMasked()));
}

void JsonTree::copyPointer()
{
    QGuiApplication::clipboard()->setText(pointerOf(m_model->document(), m_model->itemAt(currentIndex())));
}

void JsonTree::askForColumn()
{
    if (m_areColumnsOffered && currentIndex().isValid())
        Q_EMIT columnWanted(pointerOf(m_model->document(), m_model->itemAt(currentIndex())));
}

void JsonTree::copyAll()
{
    QGuiApplication::clipboard()->setText(toJsonText(m_model->document(), 0, m_model->isMasked()));
}

} // namespace sagascope::ui
