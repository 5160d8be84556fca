// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causation/ServiceMap.h"

namespace sagascope::causation {
namespace {

using PairView = std::pair<std::string_view, std::string_view>;

} // namespace

void ServiceMap::record(std::string_view source, std::string_view topic, std::uint64_t events)
{
    m_view.reset();
    if (const auto found = m_published.find(PairView(source, topic)); found != m_published.end()) {
        found->second += events;
        return;
    }
    const std::string_view name = m_published.size() < kMaxPairs ? source : kOtherSources;
    m_published[{std::string(name), std::string(topic)}] += events;
}

ServiceMap::View ServiceMap::view() const
{
    if (!m_view)
        m_view = std::make_shared<const PublishedCounts>(m_published);
    return {m_view};
}

} // namespace sagascope::causation
