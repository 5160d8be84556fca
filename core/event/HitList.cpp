// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/HitList.h"

#include <algorithm>

#include "core/base/Utf8.h"

namespace sagascope::event {

void HitList::add(base::Rule rule, std::string_view detail)
{
    const auto found = std::find_if(m_hits.begin(), m_hits.end(), [&](const auto& hit) { return hit.rule == rule; });
    if (found == m_hits.end()) {
        m_hits.push_back({rule, base::shortened(detail)});
        return;
    }
    if (found->detail.size() < base::kMaxDetail) {
        found->detail.append(", ").append(base::shortened(detail));
        found->detail = base::shortened(found->detail);
    }
}

} // namespace sagascope::event
