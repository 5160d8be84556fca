// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "core/base/Rule.h"

namespace sagascope::event {

/// Collects what is wrong with one event: one hit per rule; further details of the same rule join the first one.
/// Details are cut and cleaned as RuleHit promises.
class HitList
{
public:
    explicit HitList(std::vector<base::RuleHit>& hits) : m_hits(hits) {}

    void add(base::Rule rule, std::string_view detail = {});
    /// Another detail of this rule would still show. Ask before computing one that is dear: a hostile message can break
    /// a rule in a million places.
    [[nodiscard]] bool hasRoomFor(base::Rule rule) const;

private:
    [[nodiscard]] base::RuleHit* find(base::Rule rule) const;

    std::vector<base::RuleHit>& m_hits;
};

} // namespace sagascope::event
