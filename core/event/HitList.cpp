// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/HitList.h"

#include <algorithm>

#include "core/base/Utf8.h"

namespace sagascope::event {
namespace {

constexpr std::string_view kSeparator = ", ";
constexpr std::size_t kUsual = 4; ///< so many rules are broken together by many events
constexpr std::size_t kCut = 6; ///< an ellipsis, and a character that no longer fitted before it

} // namespace

base::RuleHit* HitList::find(base::Rule rule) const
{
    const auto found = std::find_if(m_hits.begin(), m_hits.end(), [&](const auto& hit) { return hit.rule == rule; });
    return found == m_hits.end() ? nullptr : &*found;
}

bool HitList::hasRoomFor(base::Rule rule) const
{
    // What is cut ends in an ellipsis within the last bytes that a detail may have.
    const base::RuleHit* hit = find(rule);
    return !hit || hit->detail.size() + kSeparator.size() + 1 < base::kMaxDetail - kCut;
}

void HitList::add(base::Rule rule, std::string_view detail)
{
    base::RuleHit* hit = find(rule);
    if (m_hits.empty())
        m_hits.reserve(kUsual);
    if (!hit)
        m_hits.push_back({rule, base::shortened(detail)});
    else if (hasRoomFor(rule))
        hit->detail = base::shortened(hit->detail.append(kSeparator).append(base::shortened(detail)));
}

} // namespace sagascope::event
