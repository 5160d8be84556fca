// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/PartitionHistory.h"

#include <algorithm>

namespace sagascope::metrics {
namespace {

constexpr std::size_t kTrailPoints = 256;
constexpr std::size_t kTrailOwners = 256;

/// Leaves out every second of the older points. What follows one that is left out covers its time, too.
void thin(std::vector<PositionPoint>& points)
{
    const std::size_t half = points.size() / 2;
    std::vector<PositionPoint> kept{points.front()}; // when watching began
    for (std::size_t i = 2; i < half; i += 2) {
        kept.push_back(points[i]);
        kept.back().after = points[i - 1].after;
    }
    const std::size_t last = half % 2 == 0 ? half - 1 : half; // the first that the loop did not take
    kept.insert(kept.end(), points.begin() + std::ptrdiff_t(last), points.end());
    points = std::move(kept);
}

} // namespace

void PartitionHistory::take(const LagSample& sample, const GroupMember* reader, std::optional<bool> hasReader, bool isAgain)
{
    if (!m_window.empty() && sample.end < m_window.back().end)
        *this = {};
    if (isAgain && !m_window.empty())
        m_window.pop_back();
    PartitionLook look;
    look.at = sample.at;
    look.position = sample.position;
    look.end = sample.end;
    look.lagMs = sample.lagMs;
    look.hasReader = hasReader;
    look.isNothingReadable = sample.ageFrom == AgeFrom::NothingThere;
    if (!isAgain) {
        notePosition(sample);
        noteOwner(reader, sample.at);
    }
    if (m_window.size() == kWindowLooks)
        m_window.erase(m_window.begin());
    m_window.push_back(look);
}

void PartitionHistory::notePosition(const LagSample& sample)
{
    if (!sample.position)
        return;
    const auto& points = m_trail->positions;
    if (!points.empty() && points.back().position == *sample.position)
        return;
    const bool isFirstLook = m_window.empty();
    if (!isFirstLook)
        m_lastMove = sample.at;
    const auto after = isFirstLook ? base::kNoTime : m_window.back().at;
    auto& trail = editTrail();
    trail.positions.push_back({after, sample.at, *sample.position});
    if (trail.positions.size() > kTrailPoints)
        thin(trail.positions);
}

void PartitionHistory::noteOwner(const GroupMember* reader, base::Timestamp at)
{
    const auto& owners = m_trail->owners;
    const bool isHeld = !owners.empty() && owners.back().to == base::kNoTime;
    if (isHeld ? reader && owners.back().member.id == reader->id : !reader)
        return;
    auto& trail = editTrail();
    if (isHeld)
        trail.owners.back().to = at;
    if (reader)
        trail.owners.push_back({{reader->id, reader->clientId, reader->host, reader->instanceId, {}}, at, base::kNoTime});
    if (trail.owners.size() > kTrailOwners)
        trail.owners.erase(trail.owners.begin());
}

PartitionTrail& PartitionHistory::editTrail()
{
    auto copy = std::make_shared<PartitionTrail>(*m_trail); // boards hold the old one
    auto& editable = *copy;
    m_trail = std::move(copy);
    return editable;
}

} // namespace sagascope::metrics
