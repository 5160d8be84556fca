// SPDX-License-Identifier: GPL-3.0-or-later
// What the saga list's context menu does: copies, and terms for the search.
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QMenu>

#include <numeric>
#include <set>

#include "core/catalog/SagaDefinition.h"
#include "ui/common/CodeText.h"
#include "ui/common/RuleText.h"
#include "ui/sagas/SagaListView.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr std::size_t kMostIds = 200;

QString term(std::string_view field, std::string_view value)
{
    return toQString(field) + QLatin1Char(':') + toQString(session::quotedForQuery(value));
}

} // namespace

void SagaListView::copyKey(base::SagaId saga) const
{
    if (saga.isValid())
        QGuiApplication::clipboard()->setText(toQString(m_model.snapshot()->sagas.saga(saga).key));
}

/// Every identifier of the saga, one a line, as a term of the query language.
void SagaListView::copyIds(base::SagaId saga) const
{
    std::set<QString> ids;
    for (const base::EventIndex event : *m_model.snapshot()->sagas.saga(saga).events) {
        for (const identity::Link& link : m_model.snapshot()->identity.linksOf(event))
            ids.insert(term(identity::kindName(link.kind()), m_model.snapshot()->identity.value(link.id())));
        if (ids.size() >= kMostIds)
            break;
    }
    QGuiApplication::clipboard()->setText(QStringList(ids.begin(), ids.end()).join(QLatin1Char('\n')));
}

/// One line for a ticket; its last part, pasted into the search field, finds the saga again.
void SagaListView::copyLine(base::SagaId id) const
{
    const saga::SagaSummary& saga = m_model.snapshot()->sagas.saga(id);
    QGuiApplication::clipboard()->setText(
        QStringLiteral("%1 · %2 · %3").arg(m_model.lineText(saga), toQString(base::formatIso8601(saga.startedAt)), term("key", saga.key)));
}

base::SagaId SagaListView::otherSelected(base::SagaId saga) const
{
    const QItemSelection selection = selectionModel()->selection();
    const int rows = std::accumulate(selection.begin(), selection.end(), 0, [](int sum, const QItemSelectionRange& range) { return sum + range.height(); });
    const std::vector<base::SagaId> pair = rows == 2 ? selectedSagas(saga) : std::vector<base::SagaId>();
    return pair.size() == 2 ? pair.back() : base::SagaId();
}

/// With the open saga on the left, as it is the one that was there first.
void SagaListView::addCompareActions(QMenu& menu, base::SagaId pointed)
{
    if (const base::SagaId other = otherSelected(pointed); other.isValid())
        menu.addAction(tr("Compare the two selected"), this, [this, other, pointed] { Q_EMIT comparisonChosen(other, pointed); });
    const int openRow = m_model.rowOf(m_shown);
    if (m_shown.isValid() && m_shown != pointed && openRow >= 0) {
        const QString open = shortId(toQString(m_model.summaryAt(openRow).key));
        menu.addAction(tr("Compare with %1, which is open").arg(open), this,
                       [this, left = m_shown, pointed] { Q_EMIT comparisonChosen(left, pointed); });
    }
    menu.addAction(tr("Compare with…"), this, [this, pointed] { Q_EMIT comparisonChosen(pointed, {}); });
}

void SagaListView::addFilterActions(QMenu& menu, base::SagaId id)
{
    const saga::SagaSummary& saga = m_model.snapshot()->sagas.saga(id);
    const auto add = [&](const QString& query) {
        menu.addAction(tr("Show only %1").arg(query), this, [this, query] { Q_EMIT termChosen(query); });
    };
    add(term("state", saga::stateName(saga.state)));
    if (saga.definition != nullptr)
        add(term("definition", saga.definition->name));
    if (const auto rule = tellingRule(saga.rules))
        add(term("rule", base::ruleName(*rule)));
    if (const std::string_view user = userOf(*m_model.snapshot(), saga); !user.empty())
        add(term("user", user));
}

std::vector<base::SagaId> SagaListView::selectedSagas(base::SagaId pointed) const
{
    std::vector<base::SagaId> sagas{pointed};
    if (!selectionModel()->isRowSelected(m_model.rowOf(pointed), {}))
        return sagas; // it was pointed at beside what is selected
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (m_model.sagaAt(row).isValid() && m_model.sagaAt(row) != pointed)
                sagas.push_back(m_model.sagaAt(row));
        }
    }
    return sagas;
}

void SagaListView::addDefinitionActions(QMenu& menu, base::SagaId id)
{
    const saga::SagaSummary& saga = m_model.snapshot()->sagas.saga(id);
    if (saga.definition != nullptr)
        menu.addAction(tr("Open its definition"), this, [this, name = toQString(saga.definition->name)] { Q_EMIT definitionWanted(name); });
    menu.addAction(tr("Propose a definition from the %Ln saga(s) listed", nullptr, int(m_model.sagaCount())), this, &SagaListView::proposalWanted);
}

void SagaListView::fillMenu(QMenu& menu, int row)
{
    // Rows move while the menu is open; the saga that it is about does not.
    if (const base::SagaId saga = m_model.sagaAt(row); saga.isValid()) {
        addCompareActions(menu, saga);
        menu.addSeparator();
        menu.addAction(tr("Copy the saga's key"), QKeySequence::Copy, this, [this, saga] { copyKey(saga); });
        menu.addAction(tr("Copy all its ids"), this, [this, saga] { copyIds(saga); });
        menu.addAction(tr("Copy a line for a ticket"), this, [this, saga] { copyLine(saga); });
        menu.addSeparator();
        addFilterActions(menu, saga);
        menu.addSeparator();
        addDefinitionActions(menu, saga);
        menu.addSeparator();
        Q_EMIT menuOpened(&menu, selectedSagas(saga));
    } else if (m_model.isGroup(row)) {
        menu.addAction(tr("Close all groups"), this, [this] { m_model.setAllCollapsed(true); });
        menu.addAction(tr("Open all groups"), this, [this] { m_model.setAllCollapsed(false); });
    }
}

void SagaListView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isAtPointer = event->reason() == QContextMenuEvent::Mouse;
    const int row = isAtPointer ? indexAt(event->pos()).row() : currentIndex().row();
    QMenu menu(this);
    fillMenu(menu, row);
    if (!menu.isEmpty())
        menu.exec(isAtPointer ? event->globalPos() : viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
}

} // namespace sagascope::ui
