// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/Rule.h"

namespace sagascope::ui {

enum class NodeKind : std::uint8_t {
    Event,
    Attempt, ///< a copy on a retry or dead-letter topic
    Ghost,   ///< named, but never seen
    Service,
    Queue,  ///< retry queue or dead letters
    Nobody, ///< stands for "no consumer is known"
};

struct GraphNode
{
    QString id; ///< stable while the data lives: selection and positions hang on it
    NodeKind kind = NodeKind::Event;
    QString title;
    QString subtitle;
    QString domain;
    base::EventIndex event; ///< valid for events and attempts
    int copies = 0;         ///< repeats stacked on it
    std::optional<base::Severity> severity;
    int folded = 1; ///< nodes of one kind that this one stands for
    bool isCritical = false;
    bool isInCycle = false;
    QString detail = {}; ///< more lines for tooltip and screen reader
};

enum class EdgeKind : std::uint8_t {
    Declared,
    Aliased,
    Inferred,
    Compensation,
    Attempt,      ///< original to its retry or dead letter
    MissingCause, ///< from a ghost
    Traffic,
    NeverSeen, ///< declared, without traffic
};

struct GraphEdge
{
    int from = 0;
    int to = 0;
    EdgeKind kind = EdgeKind::Declared;
    QString label;
    QString domain;
    QStringList topics;         ///< what travels on it, service map only
    std::uint64_t events = 0;   ///< since the session began, service map only
    double eventsPerSecond = 0; ///< service map only
    bool isCritical = false;
    bool isInCycle = false;
    QString detail = {}; ///< more lines for tooltip and screen reader
};

/// What a canvas draws, without any coordinates. A plain value.
struct Graph
{
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    std::vector<std::pair<base::EventIndex, int>> nodeOf; ///< by event: the node that shows it, folded or stacked or not

    /// -1 when the graph does not show the event.
    [[nodiscard]] int nodeOfEvent(base::EventIndex event) const
    {
        const auto found = std::lower_bound(nodeOf.begin(), nodeOf.end(), std::pair(event, -1));
        return found != nodeOf.end() && found->first == event ? found->second : -1;
    }

    [[nodiscard]] int indexOf(const QString& id) const
    {
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (nodes[i].id == id)
                return int(i);
        return -1;
    }
};

} // namespace sagascope::ui
