// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/speed/Records.h"

#include "tests/bench/DemoTraffic.h"

namespace sagascope::bench {
namespace {

constexpr std::size_t kBatch = 4'096;

} // namespace

std::vector<event::RecordBatch> recordsInMemory(std::size_t count)
{
    DemoTraffic traffic;
    std::vector<event::RecordBatch> batches;
    for (std::size_t i = 0; i < count; ++i) {
        if (batches.empty() || batches.back().size() == kBatch)
            batches.emplace_back();
        batches.back().append(traffic.next());
    }
    return batches;
}

std::shared_ptr<const catalog::Catalog> theCatalog()
{
    return orThrow(catalog::Catalog::load());
}

} // namespace sagascope::bench
