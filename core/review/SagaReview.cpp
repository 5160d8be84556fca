// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/SagaReview.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

namespace sagascope::review {
namespace {

using saga::StoryFinding;
using ByRule = std::map<base::Rule, StoryFinding>;

void add(ByRule& found, base::Rule rule, base::EventIndex event, std::string_view detail)
{
    StoryFinding& finding = found.try_emplace(rule, StoryFinding{rule, {}, {}}).first->second;
    finding.events.push_back(event);
    if (!detail.empty() && (finding.detail.empty() || detail < finding.detail)) // arrival must not choose
        finding.detail = detail;
}

void addOwn(ByRule& found, base::EventIndex event, const store::EventStore::View& events)
{
    if (!events.row(event).has(store::EventFlag::HasHits))
        return;
    for (const store::StoredHit& hit : events.hitsOf(event))
        add(found, hit.rule, event, hit.detail.isValid() ? events.text(hit.detail) : std::string_view());
}

ByRule collect(const saga::Story& story, const store::EventStore::View& events)
{
    ByRule found;
    for (const StoryFinding& finding : story.findings) {
        for (const base::EventIndex event : finding.events)
            add(found, finding.rule, event, finding.detail);
    }
    for (const saga::StoryEvent& member : story.events)
        addOwn(found, member.event, events);
    return found;
}

std::vector<StoryFinding> worstFirst(ByRule found)
{
    std::vector<StoryFinding> findings;
    findings.reserve(found.size());
    for (auto& [rule, finding] : found)
        findings.push_back(std::move(finding));
    std::sort(findings.begin(), findings.end(), [](const StoryFinding& a, const StoryFinding& b) {
        const base::Severity left = base::ruleSeverity(a.rule);
        const base::Severity right = base::ruleSeverity(b.rule);
        return left == right ? base::ruleName(a.rule) < base::ruleName(b.rule) : left > right;
    });
    return findings;
}

/// Each event once, in the story's order.
void sortEvents(ByRule& found, const saga::Story& story)
{
    std::unordered_map<base::EventIndex, std::size_t> places;
    places.reserve(story.events.size());
    for (std::size_t i = 0; i < story.events.size(); ++i)
        places.emplace(story.events[i].event, i);
    const auto place = [&](base::EventIndex event) {
        const auto known = places.find(event);
        return std::pair(known == places.end() ? places.size() : known->second, event);
    };
    for (auto& [rule, finding] : found) {
        auto& events = finding.events;
        std::sort(events.begin(), events.end(), [&](auto a, auto b) { return place(a) < place(b); });
        events.erase(std::unique(events.begin(), events.end()), events.end());
    }
}

} // namespace

std::vector<StoryFinding> findingsOf(const saga::Story& story, const store::EventStore::View& events)
{
    ByRule found = collect(story, events);
    sortEvents(found, story);
    return worstFirst(std::move(found));
}

std::vector<StoryFinding> findingsAt(base::EventIndex event, const saga::Story& story, const store::EventStore::View& events)
{
    ByRule found = collect(story, events);
    if (story.events.empty())
        addOwn(found, event, events);
    std::erase_if(found, [&](const auto& entry) {
        const auto& named = entry.second.events;
        return std::find(named.begin(), named.end(), event) == named.end();
    });
    sortEvents(found, story);
    // The event's own detail says more about it than another's.
    for (const store::StoredHit& hit : events.hitsOf(event)) {
        if (const auto own = found.find(hit.rule); own != found.end() && hit.detail.isValid())
            own->second.detail = events.text(hit.detail);
    }
    return worstFirst(std::move(found));
}

} // namespace sagascope::review
