// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventMenu.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QMenu>

#include <algorithm>

#include "ui/common/HexText.h"
#include "ui/common/SecretMask.h"
#include "ui/events/EventTable.h"
#include "ui/events/EventTableModel.h"
#include "ui/events/EventTexts.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {
namespace {

// Copying happens on the GUI thread: enough for any screenful, not for a whole session by Ctrl+A.
constexpr qsizetype kMostCopied = 2000;

} // namespace

EventMenu::EventMenu(EventTable& table, EventTableModel& model, ViewState& state)
    : QObject(&table),
      m_table(table),
      m_model(model),
      m_state(state),
      m_copyRow(new QAction(this)),
      m_copyJson(new QAction(this)),
      m_copyCoordinates(new QAction(this)),
      m_copyKcat(new QAction(this)),
      m_copyLink(new QAction(this)),
      m_reply(new QAction(this)),
      m_showSaga(new QAction(this))
{
    setupActions();
    retranslate();
}

void EventMenu::setupActions()
{
    m_copyRow->setShortcut(QKeySequence::Copy);
    m_copyJson->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_J);
    m_copyCoordinates->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    m_copyKcat->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_K);
    m_copyLink->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_L);
    m_reply->setShortcut(Qt::CTRL | Qt::Key_R);
    m_showSaga->setShortcut(Qt::Key_Return);
    for (QAction* action : {m_copyRow, m_copyJson, m_copyCoordinates, m_copyKcat, m_copyLink, m_reply, m_showSaga}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_table.addAction(action);
    }
    const auto events = [this]() -> const store::EventStore::View& { return m_model.snapshot().events; };
    connect(m_copyRow, &QAction::triggered, this, &EventMenu::copyRows);
    connect(m_copyJson, &QAction::triggered, this,
            [this] { copyEach([this](base::EventIndex event) { return valueText(event); }); });
    connect(m_copyCoordinates, &QAction::triggered, this,
            [=, this] { copyEach([&](base::EventIndex event) { return coordinatesText(events(), event); }); });
    connect(m_copyKcat, &QAction::triggered, this,
            [=, this] { copyEach([&](base::EventIndex event) { return kcatCommand(events(), event); }); });
    connect(m_copyLink, &QAction::triggered, this,
            [=, this] { copyEach([&](base::EventIndex event) { return linkText(events(), event); }); });
    connect(m_reply, &QAction::triggered, this, [this] {
        if (const auto selected = selectedEvents(); !selected.empty())
            Q_EMIT m_state.replyRequested(selected.front());
    });
    connect(m_showSaga, &QAction::triggered, this, [this] {
        if (!selectedEvents().empty())
            Q_EMIT m_state.roomRequested(QStringLiteral("sagas"));
    });
}

void EventMenu::retranslate()
{
    m_copyRow->setText(tr("Copy row", "of a table, its cells apart by tabs"));
    m_copyJson->setText(tr("Copy JSON"));
    m_copyCoordinates->setText(tr("Copy coordinates"));
    m_copyKcat->setText(tr("Copy kcat command"));
    m_copyLink->setText(tr("Copy link"));
    m_reply->setText(tr("Reply…"));
    m_showSaga->setText(tr("Show its saga"));
}

void EventMenu::popUp(const QPoint& globalPosition)
{
    const auto selected = selectedEvents();
    if (selected.empty())
        return;
    const auto& row = m_model.snapshot().events.row(selected.front());
    m_reply->setEnabled(!row.has(store::EventFlag::Undecodable));
    m_showSaga->setEnabled(m_model.snapshot().sagas.sagaOf(selected.front()).isValid());
    QMenu menu(&m_table);
    menu.addActions({m_copyJson, m_copyRow, m_copyCoordinates, m_copyLink, m_copyKcat});
    menu.addSeparator();
    menu.addActions({m_reply, m_showSaga});
    menu.exec(globalPosition);
    m_reply->setEnabled(true);
    m_showSaga->setEnabled(true);
}

std::vector<base::EventIndex> EventMenu::selectedEvents() const
{
    QModelIndexList rows = m_table.selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.row() < b.row(); });
    std::vector<base::EventIndex> events;
    for (const QModelIndex& index : rows.first(std::min(rows.size(), kMostCopied)))
        events.push_back(m_model.eventAt(index.row()));
    return events;
}

// The value as it lay on the wire with its secrets masked; bytes that are no text become a dump.
QString EventMenu::valueText(base::EventIndex event) const
{
    const auto record = m_model.snapshot().events.record(event);
    if (!record || record->isEmpty() || !record->records().front().value)
        return QStringLiteral("null");
    const std::string_view value = *record->records().front().value;
    const auto bytes = QByteArray::fromRawData(value.data(), qsizetype(value.size()));
    const QString text = QString::fromUtf8(bytes);
    return text.toUtf8() == bytes && !text.contains(QChar(0)) ? maskedText(text) : hexDump(value);
}

QString EventMenu::rowText(int row) const
{
    QStringList cells;
    for (const int column : m_table.shownColumns())
        cells << maskedText(m_model.index(row, column).data().toString()).simplified(); // a tab in a cell would be one more cell
    return cells.join(QLatin1Char('\t'));
}

template <typename TextOf> void EventMenu::copyEach(TextOf textOf) const
{
    QStringList texts;
    for (const base::EventIndex event : selectedEvents())
        texts << textOf(event);
    if (!texts.isEmpty())
        QGuiApplication::clipboard()->setText(texts.join(QLatin1Char('\n')));
}

void EventMenu::copyRows()
{
    const std::vector<base::EventIndex> events = selectedEvents(); // as it is now: reading takes a moment
    const auto copy = [this, events] {
        QStringList lines;
        for (const base::EventIndex event : events)
            if (const int row = m_model.rowOf(event); row >= 0)
                lines << rowText(row);
        if (!lines.isEmpty())
            QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    };
    const QList<int> columns = m_table.shownColumns();
    if (std::any_of(columns.begin(), columns.end(), [this](int column) { return m_model.isRead(column); }))
        m_model.whenRead(events, copy);
    else
        copy();
}

} // namespace sagascope::ui
