// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/DefinitionList.h"

#include <QEvent>
#include <QListView>
#include <QMenu>
#include <QToolButton>

#include "ui/common/TwoLineDelegate.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

DefinitionList::DefinitionList(const DefinitionShelf& shelf, QWidget* parent)
    : Panel({}, parent), m_shelf(shelf), m_model(shelf), m_view(new QListView), m_new(new QToolButton), m_more(new QToolButton),
      m_menu(new QMenu(this))
{
    m_view->setModel(&m_model);
    auto* delegate = new TwoLineDelegate(DefinitionListModel::OriginRole, m_view);
    delegate->setDots({}, [](const QModelIndex& index) { // for what is not saved
        return index.data(DefinitionListModel::IsModifiedRole).toBool() ? Theme::current().palette().warning : QColor();
    });
    m_view->setItemDelegate(delegate);
    m_view->setUniformItemSizes(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    setupMenu();
    addAction(m_new);
    addAction(m_more);
    setBody(m_view);
    setFocusProxy(m_view);
    connect(m_new, &QToolButton::clicked, this, &DefinitionList::newWanted);
    connect(m_view, &QListView::customContextMenuRequested, this, [this](const QPoint& at) {
        updateActions();
        m_menu->popup(m_view->viewport()->mapToGlobal(at));
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (now.isValid() && !m_isQuiet)
            Q_EMIT chosen(now.row());
    });
    retranslate();
}

void DefinitionList::setupMenu()
{
    m_newAction = m_menu->addAction(QString(), this, &DefinitionList::newWanted);
    m_duplicate = m_menu->addAction(QString(), this, [this] { Q_EMIT duplicateWanted(current()); });
    m_propose = m_menu->addAction(QString(), this, &DefinitionList::proposeWanted);
    m_menu->addSeparator();
    m_import = m_menu->addAction(QString(), this, &DefinitionList::importWanted);
    m_export = m_menu->addAction(QString(), this, [this] { Q_EMIT exportWanted(current()); });
    m_menu->addSeparator();
    m_remove = m_menu->addAction(QString(), this, [this] { Q_EMIT removeWanted(current()); });
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setText(QStringLiteral("…"));
    connect(m_menu, &QMenu::aboutToShow, this, &DefinitionList::updateActions);
}

void DefinitionList::updateActions()
{
    const bool hasOne = current() >= 0;
    m_duplicate->setEnabled(hasOne);
    m_export->setEnabled(hasOne);
    const bool isBuiltIn = hasOne && !m_shelf.entry(current()).isNew() && m_shelf.entry(current()).origin == catalog::DefinitionOrigin::BuiltIn;
    const bool isOverride = hasOne && !m_shelf.entry(current()).isNew() && m_shelf.entry(current()).origin == catalog::DefinitionOrigin::UserOverride;
    m_remove->setEnabled(hasOne && !isBuiltIn);
    m_remove->setText(isOverride ? tr("Back to the built-in one…") : tr("Delete…"));
}

int DefinitionList::current() const
{
    return m_view->currentIndex().row();
}

void DefinitionList::setCurrent(int index)
{
    m_isQuiet = true;
    m_view->setCurrentIndex(index < 0 ? QModelIndex() : m_model.index(index));
    m_isQuiet = false;
}

void DefinitionList::changeEvent(QEvent* event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DefinitionList::retranslate()
{
    setTitle(tr("Definitions"));
    m_view->setAccessibleName(tr("Definitions"));
    m_new->setText(QStringLiteral("+"));
    m_new->setAccessibleName(tr("New"));
    m_new->setToolTip(tr("An empty definition"));
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("Duplicate, delete, import, export, propose"));
    m_newAction->setText(tr("New"));
    m_duplicate->setText(tr("Duplicate"));
    m_propose->setText(tr("Propose from the sagas shown in the list"));
    m_import->setText(tr("Import a file…"));
    m_export->setText(tr("Export to a file…"));
    updateActions();
}

} // namespace sagascope::ui
