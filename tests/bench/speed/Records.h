// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/catalog/Catalog.h"
#include "core/event/RawRecord.h"

namespace sagascope::bench {

/// So many made-up records in memory, in batches as a source hands them on.
[[nodiscard]] std::vector<event::RecordBatch> recordsInMemory(std::size_t count);

/// A measurement that cannot be made says so by an exception; there is nobody to hand an Error to.
template <typename T> [[nodiscard]] T orThrow(base::Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().text());
    return *std::move(result);
}

[[nodiscard]] std::shared_ptr<const catalog::Catalog> theCatalog();

} // namespace sagascope::bench
