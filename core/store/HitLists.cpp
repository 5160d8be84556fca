// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/HitLists.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace sagascope::store {
namespace {

std::uint64_t hashOf(std::span<const StoredHit> hits)
{
    std::uint64_t hash = hits.size();
    for (const StoredHit& hit : hits) {
        hash = (hash ^ ((std::uint64_t(hit.rule) << 32U) | hit.detail.value)) * 0x9E3779B97F4A7C15U;
        hash ^= hash >> 32U;
    }
    return hash;
}

} // namespace

HitLists::HitLists(std::shared_ptr<base::ColumnSpace> space) : m_byEvent(std::move(space))
{
    m_places.append({});
}

void HitLists::beginEvent()
{
    endEvent();
    m_isOpen = true;
}

void HitLists::add(const StoredHit& hit)
{
    assert(m_isOpen);
    if (m_open.size() < kMostHits)
        m_open.push_back(hit);
}

void HitLists::endEvent()
{
    if (!m_isOpen)
        return;
    m_byEvent.append(m_open.empty() ? 0 : intern());
    m_open.clear();
    m_isOpen = false;
}

std::uint32_t HitLists::intern()
{
    const std::uint64_t hash = hashOf(m_open);
    const std::uint32_t known = m_index.find(hash, [&](std::uint32_t list) {
        const std::span<const StoredHit> hits = m_hits.run(m_places[list].first, m_places[list].count);
        return std::equal(hits.begin(), hits.end(), m_open.begin(), m_open.end());
    });
    if (known != base::HashIndex::kNone)
        return known;
    const auto first = std::uint32_t(m_hits.appendRun(m_open));
    const auto list = std::uint32_t(m_places.append({first, std::uint32_t(m_open.size())}));
    m_index.insert(hash, list);
    return list;
}

HitLists::View HitLists::view()
{
    endEvent();
    View view;
    view.m_hits = m_hits.view();
    view.m_places = m_places.view();
    view.m_byEvent = m_byEvent.view();
    return view;
}

} // namespace sagascope::store
