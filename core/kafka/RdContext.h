// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/kafka/HostMap.h"
#include "core/kafka/TokenSource.h"

namespace sagascope::kafka {

/// What every callback of a client gets as its opaque pointer: the part that made the client, and what we look up on
/// librdkafka's own threads. Belongs to the client (see RdClient); unchanged once that exists.
struct RdContext
{
    void* owner = nullptr; ///< of the type that RdConfig::setOwner() was given; outlives the client
    HostMap hosts;
    std::optional<TokenSource> tokens{};
};

/// The part that made the client, from a callback's opaque pointer.
template <typename T> T& ownerOf(void* opaque)
{
    return *static_cast<T*>(static_cast<RdContext*>(opaque)->owner);
}

} // namespace sagascope::kafka
