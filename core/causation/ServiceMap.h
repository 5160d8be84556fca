// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/Time.h"

namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::causation {

/// Who publishes what to whom. Counted from traffic, completed by what the catalog declares.
struct ServiceEdge
{
    std::string from; ///< publishing service
    std::string to;   ///< service whose group consumes the topic; empty when nobody is known to
    std::string topic;
    std::uint64_t events = 0;
    bool isObserved = false; ///< seen on the wire; false: only declared
    bool isConsumerLive = false;
};

/// Orders (source, topic) pairs, and finds them by views without making strings.
struct SourceTopicLess
{
    using is_transparent = void;

    template <typename A, typename B> bool operator()(const A& a, const B& b) const
    {
        const std::string_view aSource(a.first);
        const std::string_view bSource(b.first);
        return aSource != bSource ? aSource < bSource : std::string_view(a.second) < std::string_view(b.second);
    }
};
using PublishedCounts = std::map<std::pair<std::string, std::string>, std::uint64_t, SourceTopicLess>;

/// Counts (source, topic) pairs; one writer (ingest thread), immutable views. Sources are any text on the wire: past
/// kMaxPairs different pairs, new ones are counted together per topic under kOtherSources.
class ServiceMap
{
public:
    static constexpr std::size_t kMaxPairs = 2000;
    static constexpr std::string_view kOtherSources = "…";

    struct View
    {
        std::shared_ptr<const PublishedCounts> published; ///< null before the first record
    };

    /// Events without a source publish under the empty name.
    void record(std::string_view source, std::string_view topic, std::uint64_t events = 1);
    [[nodiscard]] View view() const;

private:
    PublishedCounts m_published;
    mutable std::shared_ptr<const PublishedCounts> m_view; ///< of the last view(), until something is recorded
};

/// The edges to draw: observed traffic joined with the catalog's consumers, plus declared edges never seen. A topic
/// that several services consume gives an edge for each; a declared edge needs both ends. Ordered by from, topic, to.
[[nodiscard]] std::vector<ServiceEdge> serviceEdges(const ServiceMap::View& view, const catalog::Catalog& catalog);

} // namespace sagascope::causation
