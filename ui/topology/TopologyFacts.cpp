// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/TopologyFacts.h"

#include <QEvent>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <set>

#include "core/catalog/Catalog.h"
#include "ui/common/CodeText.h"
#include "ui/common/KeyValueList.h"
#include "ui/common/Panel.h"
#include "ui/common/Separator.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kTopicRole = Qt::UserRole;

QString number(std::uint64_t value)
{
    return QLocale().toString(qulonglong(value));
}

// Sum of what the service's groups are behind, or why that is not known.
struct GroupLag
{
    QStringList groups;
    std::int64_t lag = 0;
    bool isKnown = false;
};

GroupLag lagOf(const QString& service, const session::Snapshot& snapshot)
{
    GroupLag sum;
    if (!snapshot.catalog)
        return sum;
    std::set<std::string_view> groups;
    for (const catalog::DeclaredGroup& group : snapshot.catalog->groups()) {
        if (toQString(group.service) != service)
            continue;
        sum.groups << toQString(group.name);
        groups.insert(group.name);
    }
    for (const metrics::LagSample& sample : snapshot.lag) {
        if (const auto lag = sample.lag(); lag && groups.contains(sample.group)) {
            sum.lag += *lag;
            sum.isKnown = true;
        }
    }
    return sum;
}

} // namespace

TopologyFacts::TopologyFacts(QWidget* parent)
    : QWidget(parent),
      m_panel(new Panel),
      m_page(new QWidget),
      m_facts(new KeyValueList),
      m_topics(new QListWidget),
      m_show(new QPushButton)
{
    auto* column = new QVBoxLayout(m_page);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(0);
    column->addWidget(m_facts);
    column->addWidget(new Separator);
    auto* list = new QHBoxLayout;
    list->setContentsMargins(8, 4, 8, 4);
    list->addWidget(m_topics);
    column->addLayout(list, 1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 0);
    row->addWidget(m_show);
    row->addStretch();
    column->addLayout(row);
    m_panel->setBody(m_page);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_panel);
    const auto showTopic = [this](const QListWidgetItem* item) {
        if (item && !item->data(kTopicRole).toString().isEmpty())
            Q_EMIT topicActivated(item->data(kTopicRole).toString());
    };
    connect(m_topics, &QListWidget::itemActivated, this, showTopic);
    connect(m_show, &QPushButton::clicked, this, [this, showTopic] { showTopic(m_topics->currentItem()); });
    connect(m_topics, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        m_show->setEnabled(item && !item->data(kTopicRole).toString().isEmpty());
    });
    retranslate();
}

void TopologyFacts::showNode(const GraphNode& node, const Graph& graph, const session::Snapshot& snapshot)
{
    const int index = graph.indexOf(node.id);
    QStringList published;
    QStringList consumed;
    std::uint64_t events = 0;
    for (const GraphEdge& edge : graph.edges) {
        if (edge.from == index)
            published << edge.topics;
        if (edge.to == index)
            consumed << edge.topics;
        if (edge.to == index && node.kind != NodeKind::Service)
            events += edge.events;
    }
    published.removeDuplicates();
    consumed.removeDuplicates();
    std::vector<KeyValue> rows;
    if (node.kind == NodeKind::Service) {
        for (const auto& [pair, count] : *snapshot.services.published)
            events += QStringLiteral("service:") + toQString(pair.first) == node.id ? count : 0;
        rows.push_back({tr("published"), tr("%n event(s)", nullptr, int(events)), {}, {}, false});
        rows.push_back({tr("rate"), node.subtitle, {}, {}, node.subtitle.isEmpty()});
        rows.push_back(
            {tr("publishes"), tr("%n topic(s)", nullptr, int(published.size())), {}, {}, published.isEmpty()});
        rows.push_back({tr("consumes"), tr("%n topic(s)", nullptr, int(consumed.size())), {}, {}, consumed.isEmpty()});
        const GroupLag lag = lagOf(node.title, snapshot);
        rows.push_back(
            {tr("group lag"), tr("%1 behind", "messages").arg(number(std::uint64_t(lag.lag))), {}, {}, !lag.isKnown});
        for (const QString& group : lag.groups)
            rows.push_back({tr("group"), group, {}, {}, false});
    } else {
        rows.push_back({tr("received"), tr("%n event(s)", nullptr, int(events)), {}, {}, false});
    }
    m_panel->setTitle(node.title);
    m_panel->setSubtitle(node.kind == NodeKind::Service ? tr("service") : QString());
    m_facts->setRows(rows);
    setTopics(published, consumed);
}

void TopologyFacts::showEdge(const GraphEdge& edge, const Graph& graph)
{
    const bool isSeen = edge.kind != EdgeKind::NeverSeen;
    const QString rate = QLocale().toString(edge.eventsPerSecond, 'f', edge.eventsPerSecond < 10 ? 1 : 0);
    m_facts->setRows({
        {tr("from"), graph.nodes[std::size_t(edge.from)].title, {}, {}, false},
        {tr("to"), graph.nodes[std::size_t(edge.to)].title, {}, {}, false},
        {tr("events"),
         number(edge.events),
         isSeen ? tr("%1/s", "events per second").arg(rate) : tr("declared, never seen"),
         {},
         !isSeen},
    });
    m_panel->setTitle(edge.label);
    m_panel->setSubtitle(edge.topics.size() > 1 ? tr("several topics") : tr("topic"));
    setTopics(edge.topics, {});
}

void TopologyFacts::setTopics(const QStringList& published, const QStringList& consumed)
{
    QStringList wanted = published + QStringList{QString()} + consumed;
    if (m_topics->property("topics").toStringList() == wanted)
        return; // leaves the current row where it is while numbers change
    m_topics->setProperty("topics", wanted);
    m_topics->clear();
    const auto addAll = [this](const QString& title, const QStringList& topics) {
        if (topics.isEmpty())
            return;
        auto* heading = new QListWidgetItem(title, m_topics);
        heading->setFlags(Qt::NoItemFlags);
        heading->setForeground(Theme::current().palette().muted);
        for (const QString& topic : topics) {
            auto* item = new QListWidgetItem(topic, m_topics);
            item->setData(kTopicRole, topic);
            item->setToolTip(topic);
        }
    };
    addAll(tr("Publishes"), published);
    addAll(tr("Consumes"), consumed);
    m_topics->setCurrentRow(m_topics->count() > 1 ? 1 : -1);
    m_show->setEnabled(m_topics->currentItem() != nullptr);
}

void TopologyFacts::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TopologyFacts::retranslate()
{
    m_show->setText(tr("Show its events"));
    m_topics->setAccessibleName(tr("Topics"));
    m_topics->setProperty("topics", QStringList());
}

} // namespace sagascope::ui
