// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventMenu.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QLocale>
#include <QMenu>

#include <algorithm>

#include "core/event/SecretMask.h"
#include "core/session/copy/KcatCommand.h"
#include "core/store/EventReader.h"
#include "ui/common/CodeText.h"
#include "ui/common/HexText.h"
#include "ui/common/SecretMask.h"
#include "ui/events/EventTable.h"
#include "ui/events/EventTableModel.h"
#include "ui/events/EventTexts.h"
#include "ui/notes/NoteActions.h"
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
      m_copyPublishing(new QAction(this)),
      m_copyLink(new QAction(this)),
      m_export(new QAction(this)),
      m_mark(new QAction(this)),
      m_compare(new QAction(this)),
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
    m_copyPublishing->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_K);
    m_copyLink->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_L);
    m_export->setShortcut(Qt::CTRL | Qt::Key_E);
    m_mark->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    m_compare->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    m_reply->setShortcut(Qt::CTRL | Qt::Key_R);
    m_showSaga->setShortcut(Qt::Key_Return);
    for (QAction* action : {m_copyRow, m_copyJson, m_copyCoordinates, m_copyKcat, m_copyPublishing, m_copyLink, m_export, m_mark, m_compare, m_reply, m_showSaga}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_table.addAction(action);
    }
    const auto events = [this]() -> const store::EventStore::View& { return m_model.snapshot().events; };
    connect(m_copyRow, &QAction::triggered, this, &EventMenu::copyRows);
    connect(m_copyJson, &QAction::triggered, this, &EventMenu::copyJson);
    connect(m_copyPublishing, &QAction::triggered, this, &EventMenu::copyPublishing);
    connect(m_copyCoordinates, &QAction::triggered, this,
            [=, this] { copyEach([&](base::EventIndex event) { return coordinatesText(events(), event); }); });
    connect(m_copyKcat, &QAction::triggered, this,
            [=, this] { copyEach([&](base::EventIndex event) { return kcatCommand(events(), event); }); });
    connect(m_copyLink, &QAction::triggered, this,
            [=, this] { copyEach([&](base::EventIndex event) { return linkText(events(), event); }); });
    connect(m_mark, &QAction::triggered, this, [this] {
        if (const auto selected = selectedEvents(); !selected.empty())
            Q_EMIT markWanted(selected.front());
    });
    connect(m_export, &QAction::triggered, this, &EventMenu::exportWanted);
    connect(m_compare, &QAction::triggered, this, &EventMenu::compare);
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
    m_copyKcat->setText(tr("Copy kcat command to read it"));
    m_copyPublishing->setText(tr("Copy kcat command to publish it"));
    m_copyLink->setText(tr("Copy link"));
    m_export->setText(tr("Export all rows…"));
    m_mark->setText(tr("Mark to compare with"));
    m_compare->setText(tr("Compare"));
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
    m_mark->setEnabled(selected.size() == 1);
    m_compare->setEnabled(selected.size() <= 2);
    m_compare->setText(selected.size() == 2 ? tr("Compare the two") : tr("Compare"));
    QMenu menu(&m_table);
    menu.addActions({m_copyJson, m_copyRow, m_copyCoordinates, m_copyLink, m_copyKcat, m_copyPublishing});
    menu.addSeparator();
    menu.addAction(m_export);
    menu.addSeparator();
    menu.addActions({m_compare, m_mark});
    menu.addSeparator();
    menu.addActions({m_reply, m_showSaga});
    if (m_notes != nullptr) {
        menu.addSeparator();
        NoteActions(*m_notes, m_state.snapshot(), {selected.begin(), selected.end()}).fill(menu, m_table.window());
    }
    menu.exec(globalPosition);
    for (QAction* action : {m_mark, m_compare, m_reply, m_showSaga})
        action->setEnabled(true);
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

void EventMenu::compare()
{
    const auto selected = selectedEvents();
    if (selected.size() == 1)
        Q_EMIT comparisonWanted({}, selected.front());
    else if (selected.size() == 2)
        Q_EMIT comparisonWanted(selected.front(), selected.back());
}

// The value as it lay on the wire with its secrets masked, of several on one line each; bytes that are no text become a dump.
QString EventMenu::valueText(base::EventIndex event, bool isOneOfSeveral) const
{
    store::EventReader reader(m_model.snapshot().events);
    const event::Event* read = reader.read(event);
    if (!reader.record() || !reader.record()->value)
        return QStringLiteral("null");
    const std::string_view value = *reader.record()->value;
    const bool isCompacted = read && isOneOfSeveral && value.find('\n') != std::string_view::npos;
    return textOrHex(event::masked(isCompacted ? read->body.serialise() : std::string(value)));
}

// As on screen: the columns that are shown, in their order. An id is copied to be looked for elsewhere, so it is never cut.
QString EventMenu::rowText(int row) const
{
    QStringList cells;
    for (const int column : m_table.shownColumns())
        cells << maskedText(m_model.wholeText(row, column)).simplified(); // a tab in a cell would be one more cell
    return cells.join(QLatin1Char('\t'));
}

template <typename TextOf> void EventMenu::copyEach(TextOf textOf)
{
    QStringList texts;
    for (const base::EventIndex event : selectedEvents())
        texts << textOf(event);
    put(texts, leftOut());
}

QStringList EventMenu::leftOut() const
{
    const qsizetype selected = m_table.selectionModel()->selectedRows().size();
    if (selected <= kMostCopied)
        return {};
    return {tr("Only the first %1 of %2 selected rows were copied. Export the rows (Ctrl+E) to have all of them.")
                .arg(QLocale().toString(kMostCopied), QLocale().toString(selected))};
}

void EventMenu::put(const QStringList& texts, const QStringList& remarks)
{
    if (texts.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(texts.join(QLatin1Char('\n')));
    if (!remarks.isEmpty())
        Q_EMIT copiedWithRemark(remarks.join(u' '));
}

void EventMenu::copyRows()
{
    const std::vector<base::EventIndex> events = selectedEvents(); // as it is now: reading takes a moment
    const auto copy = [this, events, remarks = leftOut()] {
        QStringList lines;
        for (const base::EventIndex event : events)
            if (const int row = m_model.rowOf(event); row >= 0)
                lines << rowText(row);
        put(lines, remarks);
    };
    const QList<int> columns = m_table.shownColumns();
    if (std::any_of(columns.begin(), columns.end(), [this](int column) { return m_model.isRead(column); }))
        m_model.whenRead(events, copy);
    else
        copy();
}

void EventMenu::copyJson()
{
    const bool isOneOfSeveral = m_table.selectionModel()->selectedRows().size() > 1;
    copyEach([=, this](base::EventIndex event) { return valueText(event, isOneOfSeveral); });
}

void EventMenu::copyPublishing()
{
    QStringList commands;
    bool isMasked = false;
    bool isComplete = true;
    for (const base::EventIndex event : selectedEvents()) {
        const auto batch = m_model.snapshot().events.record(event);
        if (!batch || batch->isEmpty())
            continue;
        const session::KcatCommand command = session::kcatPublishCommand(batch->records().front());
        commands << toQString(command.text);
        isMasked = isMasked || command.isMasked;
        isComplete = isComplete && command.isComplete;
    }
    QStringList remarks;
    if (isMasked)
        remarks << tr("Secrets in the command are masked: put the real values in place of %1.").arg(maskedValue());
    if (!isComplete)
        remarks << tr("kcat cannot send everything that the record holds; a comment in the command says what is missing.");
    put(commands, remarks + leftOut());
}

} // namespace sagascope::ui
