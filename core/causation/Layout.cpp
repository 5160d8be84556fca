// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that includes Graphviz.
#include "core/causation/Layout.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <mutex>

#include <graphviz/gvc.h>

#include "core/causation/LayeredLayout.h"

namespace sagascope::causation {
namespace {

constexpr double kPointsPerInch = 72.0; // one point of Graphviz is one pixel of ours
constexpr double kMaxSide = 10'000.0;   // a box larger than this is a mistake of the caller

// Numbers are written by hand: Graphviz reads them in the C locale, and snprintf would follow the user's.
std::string decimal(double value)
{
    std::array<char, 64> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 4);
    return {buffer.data(), end.ptr};
}

// Graphviz wants char* for texts that it only reads.
char* text(const char* literal)
{
    return const_cast<char*>(literal);
}

void set(void* object, const char* name, const std::string& value)
{
    agsafeset(object, text(name), text(value.c_str()), text(""));
}

// Graphviz keeps its plugins, errors and string tables in globals of the process: one context, one caller at a time.
struct Engine
{
    std::mutex mutex;
    GVC_t* context = nullptr;

    static Engine& instance()
    {
        static Engine engine;
        return engine;
    }

private:
    Engine() : context(gvContext()) { agseterr(AGMAX); } // problems come back as Result, not on stderr
    ~Engine()
    {
        if (context)
            gvFreeContext(context);
    }
};

// A graph of ours inside Graphviz; goes with everything that the layout hung onto it.
class Drawing
{
public:
    Drawing(GVC_t* context, const LayoutInput& input)
        : m_context(context), m_graph(agopen(text("g"), Agdirected, nullptr))
    {
        set(m_graph, "rankdir", input.isLeftToRight ? "LR" : "TB");
        const bool hasLabels = std::any_of(input.edges.begin(), input.edges.end(),
                                           [](const LayoutInput::Edge& edge) { return edge.labelWidth > 0; });
        set(m_graph, "nodesep", "0.3");
        set(m_graph, "ranksep", hasLabels ? "0.4" : "0.7"); // labels keep the ranks apart themselves
        addNodes(input);
        addEdges(input);
    }
    ~Drawing()
    {
        if (m_isLaidOut)
            gvFreeLayout(m_context, m_graph);
        agclose(m_graph);
    }
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;

    [[nodiscard]] bool layOut()
    {
        m_isLaidOut = gvLayout(m_context, m_graph, "dot") == 0;
        return m_isLaidOut;
    }
    [[nodiscard]] LayoutResult result() const;

private:
    // Names are our indices and labels stay ours: no text of the traffic ever reaches Graphviz's parsers.
    void addNodes(const LayoutInput& input)
    {
        for (std::size_t i = 0; i < input.nodes.size(); ++i) {
            Agnode_t* node = agnode(m_graph, text(std::to_string(i).c_str()), 1);
            set(node, "shape", "box");
            set(node, "label", "");
            set(node, "fixedsize", "true");
            set(node, "width", decimal(input.nodes[i].width / kPointsPerInch));
            set(node, "height", decimal(input.nodes[i].height / kPointsPerInch));
            m_nodes.push_back(node);
        }
    }

    void addEdges(const LayoutInput& input)
    {
        for (std::size_t i = 0; i < input.edges.size(); ++i) {
            const LayoutInput::Edge& edge = input.edges[i];
            Agedge_t* made = agedge(m_graph, m_nodes[std::size_t(edge.from)], m_nodes[std::size_t(edge.to)],
                                    text(std::to_string(i).c_str()), 1);
            set(made, "arrowhead", "none"); // splines end at the border of the box; we draw the tips
            if (edge.labelWidth > 0 && edge.labelHeight > 0)
                reserveLabel(made, edge);
            m_edges.push_back(made);
        }
    }

    // An empty table of a fixed size: room for the label without measuring text in Graphviz.
    void reserveLabel(Agedge_t* made, const LayoutInput::Edge& edge)
    {
        const std::string table = "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"" +
                                  std::to_string(std::lround(std::ceil(edge.labelWidth))) + "\" HEIGHT=\"" +
                                  std::to_string(std::lround(std::ceil(edge.labelHeight))) +
                                  "\"><TR><TD></TD></TR></TABLE>";
        if (!agattr(m_graph, AGEDGE, text("label"), nullptr))
            agattr(m_graph, AGEDGE, text("label"), text(""));
        char* html = agstrdup_html(m_graph, text(table.c_str()));
        agset(made, text("label"), html);
        agstrfree(m_graph, html);
    }

    [[nodiscard]] Point flipped(pointf point) const
    {
        return {point.x - GD_bb(m_graph).LL.x, GD_bb(m_graph).UR.y - point.y};
    }
    [[nodiscard]] std::vector<Point> splineOf(Agedge_t* edge) const;

    GVC_t* m_context;
    Agraph_t* m_graph;
    std::vector<Agnode_t*> m_nodes;
    std::vector<Agedge_t*> m_edges;
    bool m_isLaidOut = false;
};

double squaredDistance(Point a, Point b)
{
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

std::vector<Point> Drawing::splineOf(Agedge_t* edge) const
{
    std::vector<Point> points;
    const splines* route = ED_spl(edge);
    for (int i = 0; route && i < route->size; ++i) {
        const bezier& part = route->list[i];
        // A following part starts where the one before ended.
        for (int p = points.empty() ? 0 : 1; p < part.size; ++p)
            points.push_back(flipped(part.list[p]));
    }
    if (points.size() < 4)
        return {};
    const Point tail = flipped(ND_coord(agtail(edge)));
    if (agtail(edge) != aghead(edge) && squaredDistance(points.back(), tail) < squaredDistance(points.front(), tail))
        std::reverse(points.begin(), points.end());
    return points;
}

LayoutResult Drawing::result() const
{
    LayoutResult result;
    result.width = GD_bb(m_graph).UR.x - GD_bb(m_graph).LL.x;
    result.height = GD_bb(m_graph).UR.y - GD_bb(m_graph).LL.y;
    for (Agnode_t* node : m_nodes)
        result.nodeCentres.push_back(flipped(ND_coord(node)));
    for (Agedge_t* edge : m_edges) {
        result.edgeSplines.push_back(splineOf(edge));
        const auto& spline = result.edgeSplines.back();
        const textlabel_t* label = ED_label(edge);
        if (label && label->set)
            result.labelCentres.push_back(flipped(label->pos));
        else
            result.labelCentres.push_back(spline.empty() ? Point{} : spline[spline.size() / 2]);
    }
    return result;
}

bool isSide(double side)
{
    return std::isfinite(side) && side > 0 && side <= kMaxSide;
}
bool isLabelSide(double side)
{
    return std::isfinite(side) && side >= 0 && side <= kMaxSide;
}

std::optional<base::Error> problemOf(const LayoutInput& input)
{
    if (input.nodes.size() > kMaxLayoutNodes || input.edges.size() > kMaxLayoutEdges)
        return base::Error{base::ErrorCode::TooLarge, std::to_string(input.nodes.size()),
                           "graph is too large for a layered layout"};
    for (const LayoutInput::Node& node : input.nodes)
        if (!isSide(node.width) || !isSide(node.height))
            return base::Error{base::ErrorCode::InvalidArgument, node.name, "node without a usable size"};
    const int count = int(input.nodes.size());
    for (const LayoutInput::Edge& edge : input.edges) {
        if (edge.from < 0 || edge.to < 0 || edge.from >= count || edge.to >= count)
            return base::Error{base::ErrorCode::InvalidArgument, edge.label, "edge to a node that is not there"};
        if (!isLabelSide(edge.labelWidth) || !isLabelSide(edge.labelHeight))
            return base::Error{base::ErrorCode::InvalidArgument, edge.label, "edge label without a usable size"};
    }
    return std::nullopt;
}

} // namespace

base::Result<LayoutResult> layout(const LayoutInput& input)
{
    if (auto problem = problemOf(input))
        return std::move(*problem);
    if (input.nodes.empty())
        return LayoutResult{};
    if (input.nodes.size() > kMaxDotNodes || input.edges.size() > kMaxDotEdges)
        return layeredLayout(input);

    Engine& engine = Engine::instance();
    const std::lock_guard lock(engine.mutex);
    if (!engine.context)
        return base::Error{base::ErrorCode::Internal, "graphviz", "no layout context"};
    Drawing drawing(engine.context, input);
    if (!drawing.layOut()) {
        const char* reason = aglasterr();
        return base::Error{base::ErrorCode::Internal, "graphviz", reason ? reason : "dot could not lay out the graph"};
    }
    return drawing.result();
}

} // namespace sagascope::causation
