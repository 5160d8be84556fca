// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include "ui/sagas/definitions/DefinitionKeeper.h"
#include "ui/shell/SessionHost.h"

namespace sagascope::ui {

/// Lets the host keep definitions, and the window hand them to what reads. GUI thread; the host outlives it.
class HostKeeper : public DefinitionKeeper
{
public:
    using Apply = std::function<void(const std::shared_ptr<const catalog::Catalog>&)>;

    HostKeeper(SessionHost& host, Apply apply) : m_host(host), m_apply(std::move(apply)) {}

    base::Result<void> save(std::string_view text) override { return m_host.saveDefinition(text); }
    base::Result<void> remove(std::string_view name) override { return m_host.removeDefinition(name); }
    void apply(std::shared_ptr<const catalog::Catalog> catalog) override { m_apply(catalog); }

private:
    SessionHost& m_host;
    Apply m_apply;
};

} // namespace sagascope::ui
