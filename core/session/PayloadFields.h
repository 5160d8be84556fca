// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>

namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::session {

/// The fields of payloads that the catalog's schemas know, as the query language writes them after `payload`:
/// `.items.sku`; elements of arrays have no step of their own.
[[nodiscard]] std::set<std::string> payloadFields(const catalog::Catalog& catalog);

} // namespace sagascope::session
