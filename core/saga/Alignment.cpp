// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Alignment.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace sagascope::saga {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// Per position on the left, its partner on the right; kNone when it has none.
std::vector<std::size_t> partners(std::span<const std::string_view> left, std::span<const std::string_view> right)
{
    std::unordered_map<std::string_view, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < right.size(); ++i)
        places[right[i]].push_back(i);
    std::unordered_map<std::string_view, std::size_t> used;
    std::vector<std::size_t> partner(left.size(), kNone);
    for (std::size_t i = 0; i < left.size(); ++i) {
        const auto found = places.find(left[i]);
        if (found == places.end())
            continue;
        if (std::size_t& next = used[left[i]]; next < found->second.size())
            partner[i] = found->second[next++];
    }
    return partner;
}

/// The left positions of the longest run of pairs whose right positions grow (patience sorting).
std::vector<bool> keepsOrder(const std::vector<std::size_t>& partner)
{
    std::vector<std::size_t> tails; // left positions; their partners grow
    std::vector<std::size_t> before(partner.size(), kNone);
    for (std::size_t i = 0; i < partner.size(); ++i) {
        if (partner[i] == kNone)
            continue;
        const auto pile = std::lower_bound(tails.begin(), tails.end(), partner[i],
                                           [&](std::size_t tail, std::size_t value) { return partner[tail] < value; });
        if (pile != tails.begin())
            before[i] = *(pile - 1);
        if (pile == tails.end())
            tails.push_back(i);
        else
            *pile = i;
    }
    std::vector<bool> keeps(partner.size());
    for (std::size_t i = tails.empty() ? kNone : tails.back(); i != kNone; i = before[i])
        keeps[i] = true;
    return keeps;
}

/// Per left position of a pair, how many places later it comes among the pairs of the right.
std::vector<int> shifts(const std::vector<std::size_t>& partner)
{
    std::vector<std::size_t> onTheRight;
    for (const std::size_t p : partner)
        if (p != kNone)
            onTheRight.push_back(p);
    std::sort(onTheRight.begin(), onTheRight.end());
    std::vector<int> shift(partner.size(), 0);
    int rank = 0;
    for (std::size_t i = 0; i < partner.size(); ++i) {
        if (partner[i] == kNone)
            continue;
        const auto place = std::lower_bound(onTheRight.begin(), onTheRight.end(), partner[i]) - onTheRight.begin();
        shift[i] = int(place) - rank++;
    }
    return shift;
}

} // namespace

std::vector<AlignedPair> align(std::span<const std::string_view> left, std::span<const std::string_view> right)
{
    const std::vector<std::size_t> partner = partners(left, right);
    const std::vector<bool> keeps = keepsOrder(partner);
    const std::vector<int> shift = shifts(partner);
    std::vector<bool> isPaired(right.size());
    for (const std::size_t p : partner)
        if (p != kNone)
            isPaired[p] = true;

    std::vector<AlignedPair> lines;
    std::size_t next = 0;
    const auto addRightUpTo = [&](std::size_t end) {
        for (; next < end; ++next)
            if (!isPaired[next])
                lines.push_back({std::nullopt, next, false, 0});
    };
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (partner[i] == kNone) {
            lines.push_back({i, std::nullopt, false, 0});
            continue;
        }
        if (keeps[i])
            addRightUpTo(partner[i]);
        lines.push_back({i, partner[i], !keeps[i], keeps[i] ? 0 : shift[i]});
    }
    addRightUpTo(right.size());
    return lines;
}

} // namespace sagascope::saga
