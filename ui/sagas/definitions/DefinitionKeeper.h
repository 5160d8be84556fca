// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/base/Result.h"

namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::ui {

/// Keeps a person's definitions beyond this run, and hands a changed catalog to what reads now. The composition root
/// answers. GUI thread.
class DefinitionKeeper
{
public:
    virtual ~DefinitionKeeper() = default;
    /// Keeps the text under the name that it gives.
    virtual base::Result<void> save(std::string_view text) = 0;
    virtual base::Result<void> remove(std::string_view name) = 0;
    /// The running session and those that follow tell their traffic by this catalog.
    virtual void apply(std::shared_ptr<const catalog::Catalog> catalog) = 0;
};

} // namespace sagascope::ui
