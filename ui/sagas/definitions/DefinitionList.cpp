// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/DefinitionList.h"

#include <QEvent>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>

#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kRowHeight = 42;
constexpr int kMargin = 10;

/// The name, and below it whose it is; a dot for what is not saved.
class DefinitionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {120, kRowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem item(option);
        initStyleOption(&item, index);
        item.text.clear();
        item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        const Palette& colours = Theme::current().palette();
        QRect place = option.rect.adjusted(kMargin, 4, -kMargin, -4);
        if (index.data(DefinitionListModel::IsModifiedRole).toBool()) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colours.warning);
            painter->setRenderHint(QPainter::Antialiasing);
            painter->drawEllipse(QPointF(place.right() - 3, place.top() + 9), 4, 4);
            place.setRight(place.right() - 14);
        }
        painter->setPen(colours.text);
        painter->setFont(option.font);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignTop, option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, place.width()));
        painter->setPen(colours.muted);
        painter->setFont(Theme::current().small());
        painter->drawText(place, Qt::AlignLeft | Qt::AlignBottom,
                          QFontMetrics(painter->font()).elidedText(index.data(DefinitionListModel::OriginRole).toString(), Qt::ElideRight, place.width()));
    }
};

} // namespace

DefinitionList::DefinitionList(const DefinitionShelf& shelf, QWidget* parent)
    : Panel({}, parent), m_shelf(shelf), m_model(shelf), m_view(new QListView), m_new(new QToolButton), m_more(new QToolButton),
      m_menu(new QMenu(this))
{
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new DefinitionDelegate(m_view));
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
