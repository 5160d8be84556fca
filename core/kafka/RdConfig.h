// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/Result.h"
#include "core/kafka/Profile.h"
#include "core/kafka/RdContext.h"
#include "core/kafka/RdHandle.h"

namespace sagascope::kafka {

/// Collects the settings of one client: ours first, then the profile's security and overrides on top. The first mistake
/// is kept and returned by create(), so settings can be written one below the other.
class RdConfig
{
public:
    RdConfig(const Profile& profile, const std::string& clientId);

    RdConfig& set(const std::string& property, const std::string& value);
    RdConfig& set(const std::string& property, int value) { return set(property, std::to_string(value)); }
    RdConfig& set(const std::string& property, bool value) { return set(property, value ? "true" : "false"); }
    RdConfig& set(const std::string& property, const char* value) { return set(property, std::string(value)); }

    /// What callbacks find with ownerOf<T>(opaque); it must outlive the client.
    RdConfig& setOwner(void* owner);
    /// For callbacks; leave the opaque pointer alone.
    [[nodiscard]] rd_kafka_conf_t* raw() { return m_conf.get(); }

    /// Errors: InvalidArgument; the subject is the property, values are never shown.
    [[nodiscard]] base::Result<RdClient> create(rd_kafka_type_t type);

private:
    const Profile& m_profile;
    RdConf m_conf;
    std::unique_ptr<RdContext> m_context; ///< given to the client
    std::optional<base::Error> m_error;
};

} // namespace sagascope::kafka
