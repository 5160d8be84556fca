// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
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
    std::string from;  ///< publishing service
    std::string to;    ///< service whose group consumes the topic; empty when nobody is known to
    std::string topic;
    std::uint64_t events = 0;
    bool isObserved = false; ///< seen on the wire; false: only declared
    bool isConsumerLive = false;
};

/// Counts (source, topic) pairs; one writer (ingest thread), immutable views.
class ServiceMap
{
public:
    struct View
    {
        std::shared_ptr<const std::map<std::pair<std::string, std::string>, std::uint64_t>> published;
    };

    void record(std::string_view source, std::string_view topic);
    [[nodiscard]] View view() const;

private:
    std::map<std::pair<std::string, std::string>, std::uint64_t, std::less<>> m_published;
};

/// The edges to draw: observed traffic joined with the catalog's consumers, plus declared edges never seen.
[[nodiscard]] std::vector<ServiceEdge> serviceEdges(const ServiceMap::View& view, const catalog::Catalog& catalog);

} // namespace sagascope::causation
