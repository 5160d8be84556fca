// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/session/Snapshot.h"
#include "ui/topology/Graph.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace sagascope::ui {

class KeyValueList;
class Panel;

/// What is known about the service or edge chosen in the service map: what it publishes and consumes, how much, and how
/// far its groups are behind. Each topic leads to its events.
class TopologyFacts : public QWidget
{
    Q_OBJECT

public:
    explicit TopologyFacts(QWidget* parent = nullptr);

    void showNode(const GraphNode& node, const Graph& graph, const session::Snapshot& snapshot);
    void showEdge(const GraphEdge& edge, const Graph& graph);

Q_SIGNALS:
    void topicActivated(const QString& topic);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void setTopics(const QStringList& published, const QStringList& consumed);

    Panel* m_panel;
    QWidget* m_page;
    KeyValueList* m_facts;
    QListWidget* m_topics;
    QPushButton* m_show;
};

} // namespace sagascope::ui
