// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/population/FlowGraph.h"

#include <QCoreApplication>

#include <algorithm>

#include "ui/common/CodeText.h"
#include "ui/sagas/population/PopulationText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr std::size_t kMostEdges = 120;
constexpr double kWidest = 60; ///< what strokeWidth() takes for the edge that all sagas go

class FlowDrawing
{
public:
    explicit FlowDrawing(const saga::DefinitionPopulation& population)
        : m_population(population), m_nodeOf(population.steps.size(), -1)
    {
    }

    FlowGraph draw()
    {
        for (const saga::Transition* transition : mostFrequent())
            add(*transition);
        addEnds();
        return std::move(m_flow);
    }

private:
    std::vector<const saga::Transition*> mostFrequent()
    {
        std::vector<const saga::Transition*> list;
        for (const saga::Transition& transition : m_population.transitions)
            list.push_back(&transition);
        std::stable_sort(list.begin(), list.end(), [](const auto* a, const auto* b) { return a->sagas > b->sagas; });
        if (list.size() > kMostEdges) {
            m_flow.leftOut = list.size() - kMostEdges;
            list.resize(kMostEdges);
        }
        return list;
    }

    int nodeOf(saga::StepIndex index)
    {
        int& node = m_nodeOf[index];
        if (node >= 0)
            return node;
        const saga::PopulationStep& step = m_population.steps[index];
        node = int(m_flow.graph.nodes.size());
        GraphNode drawn;
        drawn.id = QStringLiteral("step:") + toQString(step.name);
        drawn.kind = NodeKind::Service;
        drawn.title = toQString(step.name);
        drawn.subtitle = countText(step.sagas);
        drawn.domain = domainOf(step.eventType);
        m_flow.graph.nodes.push_back(std::move(drawn));
        return node;
    }

    int endNode(const char* id, const QString& title)
    {
        const QString key = QString::fromLatin1(id);
        if (const int known = m_flow.graph.indexOf(key); known >= 0)
            return known;
        GraphNode node;
        node.id = key;
        node.kind = NodeKind::Nobody;
        node.title = title;
        m_flow.graph.nodes.push_back(std::move(node));
        return int(m_flow.graph.nodes.size()) - 1;
    }

    double widthOf(std::size_t sagas) const
    {
        return kWidest * double(sagas) / double(std::max<std::size_t>(1, m_population.sagas));
    }

    void connect(int from, int to, EdgeKind kind, std::size_t sagas, const QString& label, const QString& domain)
    {
        GraphEdge edge;
        edge.from = from;
        edge.to = to;
        edge.kind = kind;
        edge.label = label;
        edge.domain = domain;
        edge.events = sagas;
        edge.eventsPerSecond = widthOf(sagas);
        m_flow.graph.edges.push_back(std::move(edge));
    }

    void add(const saga::Transition& transition)
    {
        const int from = nodeOf(transition.from);
        const int to = nodeOf(transition.to);
        const saga::PopulationStep& target = m_population.steps[transition.to];
        const bool isUndoing = target.role == catalog::StepRole::Compensation;
        const QString median = quantileText(transition.waits, 0.50);
        connect(from, to, isUndoing ? EdgeKind::Compensation : EdgeKind::Traffic, transition.sagas,
                QStringLiteral("%1 · %2").arg(countText(transition.sagas), median), domainOf(target.eventType));
        m_flow.notes.push_back(QCoreApplication::translate("FlowGraph", "%1 → %2 · %3 sagas · median %4 · p95 %5 · p99 %6 (n %7)")
                                   .arg(toQString(m_population.steps[transition.from].name), toQString(target.name),
                                        countText(transition.sagas), median, quantileText(transition.waits, 0.95),
                                        quantileText(transition.waits, 0.99), countText(transition.waits.count())));
    }

    void addEnds()
    {
        for (saga::StepIndex i = 0; i < m_population.steps.size(); ++i) {
            const saga::PopulationStep& step = m_population.steps[i];
            const bool isDrawn = m_nodeOf[i] >= 0 || m_flow.leftOut == 0;
            if (step.begins > 0 && isDrawn) {
                const int node = nodeOf(i);
                connect(endNode("start", QCoreApplication::translate("FlowGraph", "start")), node, EdgeKind::Traffic, step.begins, countText(step.begins),
                        domainOf(step.eventType));
                m_flow.notes.push_back(QCoreApplication::translate("FlowGraph", "%1 sagas begin with %2").arg(countText(step.begins), toQString(step.name)));
            }
            if (step.endsIn > 0 && isDrawn) {
                const int node = nodeOf(i);
                connect(node, endNode("end", QCoreApplication::translate("FlowGraph", "end")), EdgeKind::Traffic, step.endsIn, countText(step.endsIn),
                        domainOf(step.eventType));
                m_flow.notes.push_back(QCoreApplication::translate("FlowGraph", "%1 sagas end with %2").arg(countText(step.endsIn), toQString(step.name)));
            }
        }
    }

    const saga::DefinitionPopulation& m_population;
    std::vector<int> m_nodeOf;
    FlowGraph m_flow;
};

} // namespace

FlowGraph flowGraph(const saga::DefinitionPopulation& population)
{
    return FlowDrawing(population).draw();
}

} // namespace sagascope::ui
