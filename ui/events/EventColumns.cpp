// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventColumns.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QToolButton>

#include "core/session/QueryPath.h"
#include "ui/events/EventTable.h"
#include "ui/events/EventTableModel.h"
#include "ui/events/PayloadFieldDialog.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {
namespace {

constexpr int kNarrowest = 40;
constexpr int kWidest = 2000;

QString columnsKey()
{
    return QStringLiteral("events/columns");
}

QString widthsChosenKey()
{
    return QStringLiteral("events/widthsChosen");
}

} // namespace

EventColumns::EventColumns(EventTable& table, EventTableModel& model, const ViewState& state)
    : QObject(&table), m_table(table), m_model(model), m_state(state), m_add(new QAction(this)), m_button(new QToolButton)
{
    m_add->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    m_add->setShortcutContext(Qt::WidgetShortcut);
    m_table.addAction(m_add);
    connect(m_add, &QAction::triggered, this, &EventColumns::ask);
    auto* menu = new QMenu(m_button);
    m_button->setMenu(menu);
    m_button->setPopupMode(QToolButton::InstantPopup);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fill(*menu);
    });
    QHeaderView* header = m_table.horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &EventColumns::openHeaderMenu);
    retranslate();
}

void EventColumns::retranslate()
{
    m_add->setText(tr("Show a field of the payload…"));
    m_button->setText(tr("Columns"));
    m_button->setToolTip(tr("Choose columns, fields of the payload too (Ctrl+Shift+P). Drag a title to move its column."));
}

void EventColumns::openHeaderMenu(const QPoint& at)
{
    QHeaderView* header = m_table.horizontalHeader();
    QMenu menu(&m_table);
    fill(menu, header->logicalIndexAt(at));
    menu.exec(header->mapToGlobal(at));
}

void EventColumns::fill(QMenu& menu, int column)
{
    const auto title = [](QString text) { return text.replace(QLatin1Char('&'), QLatin1String("&&")); };
    if (column >= 0) {
        QAction* hide = menu.addAction(tr("Hide “%1”").arg(title(m_model.columnTitle(column))), this,
                                       [this, column] { setShown(column, false); });
        hide->setEnabled(m_table.shownColumns().size() > 1);
        menu.addSeparator();
    }
    menu.addAction(m_add);
    menu.addAction(tr("As in the beginning"), this, &EventColumns::reset);
    menu.addSeparator();
    for (int other = 0; other < m_model.columnCount(); ++other) {
        QAction* action = menu.addAction(title(m_model.columnTitle(other)), this,
                                         [this, other](bool isShown) { setShown(other, isShown); });
        action->setCheckable(true);
        action->setChecked(!m_table.isColumnHidden(other));
        action->setEnabled(!action->isChecked() || m_table.shownColumns().size() > 1); // an empty table has no header to ask
    }
}

void EventColumns::setShown(int column, bool isShown)
{
    if (!isShown && EventTableModel::isPayload(column)) {
        m_model.removePayloadColumn(column);
        m_table.setWidthsChosen(m_table.hasChosenWidths());
        return;
    }
    m_table.setColumnShown(column, isShown);
    if (isShown)
        m_table.revealColumn(column);
}

void EventColumns::showPayload(std::vector<std::string> path)
{
    setShown(m_model.addPayloadColumn(std::move(path)), true);
}

void EventColumns::showPointer(const QString& pointer)
{
    if (auto path = session::readQueryPath(pointer.toStdString()))
        showPayload(std::move(*path));
}

void EventColumns::ask()
{
    auto* dialog = new PayloadFieldDialog(*m_state.snapshot(), m_table.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { showPayload(dialog->path()); });
    dialog->open();
}

void EventColumns::reset()
{
    for (int column = m_model.columnCount() - 1; column >= EventTableModel::BuiltInCount; --column)
        m_model.removePayloadColumn(column);
    QHeaderView* header = m_table.horizontalHeader();
    for (int column = 0; column < EventTableModel::BuiltInCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        m_table.setColumnShown(column, EventTable::isShownAtFirst(column));
    }
    m_table.setWidthsChosen(false);
}

int EventColumns::columnNamed(const QString& name)
{
    for (int column = 0; column < m_model.columnCount(); ++column)
        if (m_model.columnName(column) == name)
            return column;
    auto path = name.startsWith(QLatin1StringView("payload")) ? session::readPayloadField(name.toStdString()) : std::nullopt;
    return path ? m_model.addPayloadColumn(std::move(*path)) : -1;
}

void EventColumns::save(QSettings& settings) const
{
    const QHeaderView* header = m_table.horizontalHeader();
    settings.setValue(widthsChosenKey(), m_table.hasChosenWidths());
    settings.remove(columnsKey());
    settings.beginWriteArray(columnsKey(), header->count());
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        settings.setArrayIndex(place);
        settings.setValue(QStringLiteral("name"), m_model.columnName(column));
        settings.setValue(QStringLiteral("shown"), !m_table.isColumnHidden(column));
        settings.setValue(QStringLiteral("width"), m_table.widthToKeep(column));
    }
    settings.endArray();
}

// Names, not numbers: a later version has more columns, and of a column that this one does not know nothing is left.
void EventColumns::restore(const QSettings& settings)
{
    const int count = settings.value(columnsKey() + QStringLiteral("/size")).toInt();
    if (count <= 0)
        return;
    reset();
    QHeaderView* header = m_table.horizontalHeader();
    const bool areWidthsChosen = settings.value(widthsChosenKey()).toBool();
    int place = 0;
    for (int i = 1; i <= count; ++i) {
        const auto value = [&](const QString& member) {
            return settings.value(QStringLiteral("%1/%2/%3").arg(columnsKey()).arg(i).arg(member));
        };
        const int column = columnNamed(value(QStringLiteral("name")).toString());
        if (column < 0)
            continue;
        header->moveSection(header->visualIndex(column), place++);
        m_table.setColumnShown(column, value(QStringLiteral("shown")).toBool());
        if (areWidthsChosen)
            m_table.setColumnWidth(column, qBound(kNarrowest, value(QStringLiteral("width")).toInt(), kWidest));
    }
    m_table.setWidthsChosen(areWidthsChosen);
    if (m_table.shownColumns().isEmpty())
        reset();
}

} // namespace sagascope::ui
