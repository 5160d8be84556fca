// SPDX-License-Identifier: GPL-3.0-or-later
// What the saga list's context menu does: copies, and terms for the search.
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>

#include <set>

#include "core/catalog/SagaDefinition.h"
#include "ui/common/CodeText.h"
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

void SagaListView::copyKey() const
{
    if (m_model.sagaAt(currentIndex().row()).isValid())
        QGuiApplication::clipboard()->setText(toQString(m_model.summaryAt(currentIndex().row()).key));
}

/// Every identifier of the saga, one a line, as a term of the query language.
void SagaListView::copyIds() const
{
    const saga::SagaSummary& saga = m_model.summaryAt(currentIndex().row());
    std::set<QString> ids;
    for (const base::EventIndex event : *saga.events) {
        for (const identity::Link& link : m_model.snapshot()->identity.linksOf(event))
            ids.insert(term(identity::kindName(link.kind()), m_model.snapshot()->identity.value(link.id())));
        if (ids.size() >= kMostIds)
            break;
    }
    QGuiApplication::clipboard()->setText(QStringList(ids.begin(), ids.end()).join(QLatin1Char('\n')));
}

/// One line for a ticket; its last part, pasted into the search field, finds the saga again.
void SagaListView::copyLine() const
{
    const QModelIndex index = currentIndex();
    const saga::SagaSummary& saga = m_model.summaryAt(index.row());
    QGuiApplication::clipboard()->setText(
        QStringLiteral("%1 · %2 · %3").arg(index.data(Qt::AccessibleTextRole).toString(),
                                           toQString(base::formatIso8601(saga.startedAt)), term("key", saga.key)));
}

void SagaListView::addFilterActions(QMenu& menu)
{
    const saga::SagaSummary& saga = m_model.summaryAt(currentIndex().row());
    const auto add = [&](const QString& query) {
        menu.addAction(tr("Show only %1").arg(query), this, [this, query] { Q_EMIT termChosen(query); });
    };
    add(term("state", saga::stateName(saga.state)));
    if (saga.definition != nullptr)
        add(term("definition", saga.definition->name));
    if (const std::string_view user = userOf(*m_model.snapshot(), saga); !user.empty())
        add(term("user", user));
}

void SagaListView::contextMenuEvent(QContextMenuEvent* event)
{
    const int row = currentIndex().row();
    QMenu menu(this);
    if (m_model.sagaAt(row).isValid()) {
        menu.addAction(tr("Copy the saga's key"), QKeySequence::Copy, this, [this] { copyKey(); });
        menu.addAction(tr("Copy all its ids"), this, [this] { copyIds(); });
        menu.addAction(tr("Copy a line for a ticket"), this, [this] { copyLine(); });
        menu.addSeparator();
        addFilterActions(menu);
    } else if (m_model.isGroup(row)) {
        menu.addAction(tr("Close all groups"), this, [this] { m_model.setAllCollapsed(true); });
        menu.addAction(tr("Open all groups"), this, [this] { m_model.setAllCollapsed(false); });
    }
    if (!menu.isEmpty())
        menu.exec(event->globalPos());
}

} // namespace sagascope::ui
