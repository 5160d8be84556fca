// SPDX-License-Identifier: GPL-3.0-or-later
// How the saga list is walked through by keys, and how its groups open and close.
#include <QDateTime>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>

#include "core/session/QueryText.h"
#include "ui/sagas/SagaListView.h"

namespace sagascope::ui {
namespace {

constexpr qint64 kTypingPauseMs = 1000;

} // namespace

void SagaListView::toggleGroup(int groupRow)
{
    const QScopedValueRollback quiet(m_isQuiet, true);
    m_model.setCollapsed(groupRow, !m_model.isCollapsed(groupRow));
    goToRow(groupRow);
}

void SagaListView::mousePressEvent(QMouseEvent* event)
{
    // The menu is about the saga under the pointer, and the open one stays: the two may be what is to be compared.
    if (event->button() == Qt::RightButton)
        return;
    const int row = indexAt(event->position().toPoint()).row();
    QTableView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && m_model.isGroup(row))
        toggleGroup(row);
}

/// Left closes the group or goes to its row, Right opens it or goes into it, Enter and Space turn it round.
bool SagaListView::foldByKey(int key)
{
    const int row = currentIndex().row();
    const int groupRow = m_model.groupRowOf(row);
    if (groupRow < 0)
        return key == Qt::Key_Left || key == Qt::Key_Right; // there are no cells to walk through
    const bool isOnGroup = groupRow == row;
    const bool isCollapsed = m_model.isCollapsed(row);
    if (key == Qt::Key_Left && !isOnGroup)
        return goToRow(groupRow), true;
    if (key == Qt::Key_Right && isOnGroup && !isCollapsed)
        return goToRow(row + 1), true;
    const bool turns = isOnGroup && ((key == Qt::Key_Left && !isCollapsed) || (key == Qt::Key_Right && isCollapsed) ||
                                     key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space);
    if (turns)
        toggleGroup(groupRow);
    return turns || key == Qt::Key_Left || key == Qt::Key_Right;
}

void SagaListView::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool hasRows = m_model.rowCount() > 0;
    if (event->matches(QKeySequence::Copy))
        copyKey(m_model.sagaAt(currentIndex().row()));
    else if (isPlain && hasRows && event->key() == Qt::Key_Home)
        goToRow(0);
    else if (isPlain && hasRows && event->key() == Qt::Key_End)
        goToRow(m_model.rowCount() - 1);
    else if (!isPlain || !foldByKey(event->key()))
        QTableView::keyPressEvent(event);
}

/// Goes to the next saga whose key begins with what was typed.
void SagaListView::keyboardSearch(const QString& typed)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_typed = now - m_typedAt < kTypingPauseMs ? m_typed + typed : typed;
    m_typedAt = now;
    const std::string wanted = session::toLowerAscii(m_typed.toStdString());
    const int count = m_model.rowCount();
    // The same letter again goes on to the next; more letters may stay where they are.
    const int start = std::max(currentIndex().row(), 0) + (m_typed.size() == 1 ? 1 : 0);
    for (int i = 0; i < count; ++i) {
        const int row = (start + i) % count;
        if (m_model.isGroup(row))
            continue;
        const std::string_view key = m_model.summaryAt(row).key;
        if (key.size() >= wanted.size() && session::toLowerAscii(key.substr(0, wanted.size())) == wanted)
            return goToRow(row);
    }
}

} // namespace sagascope::ui
