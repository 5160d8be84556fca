// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaGroupLines.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sagascope::ui {

int SagaGroupLines::position(const SagaLine& line, SagaLineBefore before) const
{
    return int(std::lower_bound(lines.begin(), lines.end(), line, before) - lines.begin());
}

std::size_t SagaGroupLines::runsOf(const SagaGroupDelta& change, SagaLineBefore before, std::size_t most) const
{
    std::size_t runs = 0;
    for (auto line = change.removed.begin(); line != change.removed.end() && runs <= most; ++runs) {
        auto at = lines.begin() + position(*line, before);
        do {
            ++line;
            ++at;
        } while (line != change.removed.end() && at < lines.end() && *line == *at);
    }
    for (auto line = change.inserted.begin(); line != change.inserted.end() && runs <= most; ++runs) {
        const auto at = lines.begin() + position(*line, before);
        line = at == lines.end() ? change.inserted.end() : std::lower_bound(line, change.inserted.end(), *at, before);
    }
    return runs;
}

void SagaGroupLines::merge(SagaGroupDelta& change, SagaLineBefore before)
{
    std::vector<SagaLine> kept;
    kept.reserve(lines.size() + change.inserted.size());
    auto removed = change.removed.begin();
    auto inserted = change.inserted.begin();
    for (SagaLine& line : lines) {
        if (removed != change.removed.end() && *removed == line) {
            ++removed;
            continue;
        }
        while (inserted != change.inserted.end() && before(*inserted, line))
            kept.push_back(std::move(*inserted++));
        kept.push_back(std::move(line));
    }
    std::move(inserted, change.inserted.end(), std::back_inserter(kept));
    lines = std::move(kept);
}

} // namespace sagascope::ui
