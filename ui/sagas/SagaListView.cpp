// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaListView.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include "ui/common/CodeText.h"
#include "ui/sagas/SagaDelegate.h"

namespace sagascope::ui {

SagaListView::SagaListView(SagaListModel& model, QWidget* parent) : QListView(parent), m_model(model)
{
    setModel(&model);
    setItemDelegate(new SagaDelegate(this));
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setAccessibleName(tr("Sagas"));
    verticalScrollBar()->setSingleStep(SagaDelegate::kHeight);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        m_isFollowing = verticalScrollBar()->sliderPosition() == 0;
    });
}

bool SagaListView::mustHold() const
{
    const QModelIndex current = currentIndex();
    const bool isCurrentInView = current.isValid() && viewport()->rect().intersects(visualRect(current));
    return verticalScrollBar()->value() > 0 || underMouse() || isCurrentInView;
}

void SagaListView::apply(SagaDelta delta)
{
    const QScopedValueRollback quiet(m_isQuiet, true);
    const bool isWhole = delta.isWhole;
    const bool isHeld = mustHold() && !isWhole;
    const int top = verticalScrollBar()->value() / SagaDelegate::kHeight;
    const int within = verticalScrollBar()->value() % SagaDelegate::kHeight;
    const base::SagaId anchor = isHeld ? m_model.sagaAt(top) : base::SagaId();
    m_model.apply(std::move(delta));
    if (isHeld) {
        const int row = m_model.rowOf(anchor);
        if (row >= 0 && row != top) {
            doItemsLayout();
            verticalScrollBar()->setValue(row * SagaDelegate::kHeight + within);
        }
    }
    if (isWhole)
        showSaga(m_shown);
}

void SagaListView::showSaga(base::SagaId saga)
{
    m_shown = saga;
    const QScopedValueRollback quiet(m_isQuiet, true);
    const int row = m_model.rowOf(saga);
    if (row < 0) {
        setCurrentIndex({});
        return;
    }
    if (currentIndex().row() == row)
        return;
    setCurrentIndex(m_model.index(row));
    scrollTo(m_model.index(row), EnsureVisible);
}

void SagaListView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (m_isQuiet || !current.isValid())
        return;
    m_shown = m_model.sagaAt(current.row());
    Q_EMIT sagaChosen(m_shown);
}

void SagaListView::leaveEvent(QEvent* event)
{
    QListView::leaveEvent(event);
    const QModelIndex current = currentIndex();
    const bool isCurrentInView = current.isValid() && viewport()->rect().intersects(visualRect(current));
    if (m_isFollowing && !isCurrentInView)
        verticalScrollBar()->setValue(0);
}

void SagaListView::copyKey() const
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(toQString(m_model.summaryAt(currentIndex().row()).key));
}

void SagaListView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copyKey();
    else
        QListView::keyPressEvent(event);
}

void SagaListView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("Copy the saga's key"), QKeySequence::Copy, this, [this] { copyKey(); });
    menu.exec(event->globalPos());
}

} // namespace sagascope::ui
