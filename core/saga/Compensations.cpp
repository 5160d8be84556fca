// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Compensations.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace sagascope::saga {
namespace {

constexpr std::size_t kUnseen = std::numeric_limits<std::size_t>::max();

/// Per step, the place of its first event in the saga's logical order.
std::vector<std::size_t> firstPlaces(const Story& story)
{
    std::vector<std::size_t> places(story.steps.size(), kUnseen);
    for (std::size_t i = 0; i < story.events.size(); ++i) {
        const int step = story.events[i].step;
        const bool isCopy = story.events[i].repeat == identity::Repeat::Redelivery || story.events[i].repeat == identity::Repeat::Attempt;
        if (step >= 0 && !isCopy)
            places[std::size_t(step)] = std::min(places[std::size_t(step)], i);
    }
    return places;
}

} // namespace

bool CompensationAudit::isInOrder() const
{
    return std::all_of(undone.begin(), undone.end(), [](const Undoing& pair) { return pair.isInOrder; });
}

CompensationAudit auditCompensations(const Story& story)
{
    const std::vector<std::size_t> place = firstPlaces(story);
    CompensationAudit audit;
    for (std::size_t c = 0; c < story.steps.size(); ++c) {
        const std::string& name = story.steps[c].compensates;
        const auto step = std::find_if(story.steps.begin(), story.steps.end(), [&](const StoryStep& s) { return s.name == name; });
        if (name.empty() || step == story.steps.end())
            continue;
        const auto s = std::size_t(step - story.steps.begin());
        if (place[c] != kUnseen)
            audit.undone.push_back({s, c, true});
        else if (story.steps[c].status == StepStatus::Missing)
            audit.left.push_back(s);
    }
    std::sort(audit.undone.begin(), audit.undone.end(),
              [&](const Undoing& a, const Undoing& b) { return place[a.compensation] < place[b.compensation]; });
    std::sort(audit.left.begin(), audit.left.end());
    audit.left.erase(std::unique(audit.left.begin(), audit.left.end()), audit.left.end());
    // A step undone by one of its compensations is not left, whatever others it has.
    std::erase_if(audit.left, [&](std::size_t s) {
        return std::any_of(audit.undone.begin(), audit.undone.end(), [s](const Undoing& pair) { return pair.step == s; });
    });
    for (std::size_t i = 0; i < audit.undone.size(); ++i)
        for (std::size_t later = i + 1; later < audit.undone.size(); ++later) {
            const std::size_t mine = place[audit.undone[i].step];
            const std::size_t other = place[audit.undone[later].step];
            if (mine != kUnseen && other != kUnseen && mine < other)
                audit.undone[i].isInOrder = false;
        }
    return audit;
}

} // namespace sagascope::saga
