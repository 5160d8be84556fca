// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/Components.h"
#include "core/base/Hash.h"
#include "core/saga/Saga.h"
#include "core/store/EventStore.h"
#include "ui/topology/CausationGraph.h"

namespace sagascope::ui {

/// What became a node before anything was folded: small, since there may be a hundred thousand.
struct Spot
{
    std::size_t member = 0; ///< into Story::events; for a ghost, the effect that names it
    NodeKind kind = NodeKind::Event;
    base::TextId type = {};
    base::Timestamp time = base::kNoTime;
    int copies = 0;
    bool isInCycle = false;
    bool isCritical = false;
};

struct Strand
{
    EdgeKind kind = EdgeKind::Declared;
    std::string_view rule = {};
    std::optional<double> score = {};
    bool isCritical = false;
    bool isInCycle = false;
};

/// The causes and effects of a saga before anything is folded, named or drawn: what is a node of its own, what runs
/// between them and why, which of it is a cycle and which the path that took longest. Lives no longer than the story and
/// the events that it was made from. Any thread.
class CausationWeb
{
public:
    CausationWeb(const saga::Story& story, const store::EventStore::View& events);

    [[nodiscard]] const std::vector<Spot>& spots() const { return m_spots; }
    [[nodiscard]] const base::IndexEdges& edges() const { return m_edges; }     ///< between spots, cause to effect
    [[nodiscard]] const std::vector<Strand>& strands() const { return m_strands; } ///< per edge
    [[nodiscard]] const std::vector<std::size_t>& components() const { return m_components; }
    /// By event index: its spot, or that of the event that it repeats.
    [[nodiscard]] const std::unordered_map<std::uint32_t, std::size_t>& spotOf() const { return m_spotOf; }
    [[nodiscard]] const CausationSummary& summary() const { return m_summary; }

private:
    void addSpots();
    void stackRepeats();
    void addEdges();
    void addEdge(const identity::Edge& edge);
    void addLoops();
    void addAttempts();
    void addGhosts();
    void markCycles();
    void markCriticalPath();
    void connect(std::size_t from, std::size_t to, const Strand& strand);
    [[nodiscard]] bool isCompensation(base::EventIndex event) const;

    const saga::Story& m_story;
    const store::EventStore::View& m_events;
    std::vector<Spot> m_spots;
    base::IndexEdges m_edges;
    std::vector<Strand> m_strands;
    std::vector<std::size_t> m_components;
    CausationSummary m_summary;
    std::unordered_map<std::uint32_t, std::size_t> m_spotOf;
    std::unordered_map<std::uint32_t, int> m_steps;
    std::unordered_map<std::uint64_t, std::size_t> m_edgeOf;
    std::unordered_set<std::uint32_t> m_explained; ///< events whose declared cause is drawn
    std::unordered_set<base::IdHash> m_ids;       ///< event ids that the saga holds
};

} // namespace sagascope::ui
