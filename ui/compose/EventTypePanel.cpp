// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/EventTypePanel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include "ui/common/Panel.h"
#include "ui/common/TightLayout.h"
#include "ui/compose/EventTypeDelegate.h"

namespace sagascope::ui {

EventTypePanel::EventTypePanel(QWidget* parent)
    : QWidget(parent), m_panel(new Panel), m_filter(new QLineEdit), m_list(new QListView), m_model(new EventTypeModel(this))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EventTypeDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->installEventFilter(this);
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(0);
    auto* margin = new QVBoxLayout;
    margin->setContentsMargins(8, 8, 8, 2);
    margin->addWidget(m_filter);
    column->addLayout(margin);
    column->addWidget(m_list, 1);
    m_panel->setBody(body);
    auto* whole = tightColumn(this);
    whole->addWidget(m_panel);
    setMinimumWidth(190);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        const QScopedValueRollback guard(m_isShowing, true);
        m_model->setFilter(text);
        m_list->setCurrentIndex(m_model->indexOf(m_current));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &EventTypePanel::choose);
    retranslate();
}

void EventTypePanel::setCatalog(std::shared_ptr<const catalog::Catalog> catalog)
{
    const QScopedValueRollback guard(m_isShowing, true);
    m_model->setCatalog(std::move(catalog));
    m_panel->setSubtitle(QString::number(m_model->typeCount()));
    m_list->setCurrentIndex(m_model->indexOf(m_current));
}

void EventTypePanel::setCurrent(const QString& eventType)
{
    m_current = eventType;
    const QScopedValueRollback guard(m_isShowing, true);
    const QModelIndex index = m_model->indexOf(eventType);
    m_list->setCurrentIndex(index);
    if (index.isValid())
        m_list->scrollTo(index);
}

void EventTypePanel::choose(const QModelIndex& index)
{
    if (m_isShowing || !index.isValid())
        return;
    m_current = index.data(EventTypeModel::TypeRole).toString();
    Q_EMIT typeChosen(m_current);
}

bool EventTypePanel::filterKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        m_list->setFocus();
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model->firstType());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_list->setCurrentIndex(m_model->firstType());
        return true;
    case Qt::Key_Escape:
        m_filter->clear();
        return true;
    default: return false;
    }
}

bool EventTypePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_filter)
        return filterKey(key->key());
    const bool isText = !key->text().isEmpty() && key->text().front().isPrint() && key->modifiers() == Qt::NoModifier;
    if (isText || key->key() == Qt::Key_Backspace) {
        m_filter->setFocus();
        m_filter->setText(isText ? m_filter->text() + key->text() : m_filter->text().chopped(qMin(1, int(m_filter->text().size()))));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void EventTypePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EventTypePanel::retranslate()
{
    m_panel->setTitle(tr("Event types"));
    m_filter->setPlaceholderText(tr("Filter, or any type name"));
    m_filter->setAccessibleName(tr("Filter event types"));
    m_list->setAccessibleName(tr("Event types"));
}

} // namespace sagascope::ui
