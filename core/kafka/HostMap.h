// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/Result.h"

namespace sagascope::kafka {

/// A host and a TCP port; no port means any.
struct HostPort
{
    std::string host;
    std::optional<int> port;

    /// Reads `host:port`, `[::1]:port` or `host`; nothing when it is neither.
    static std::optional<HostPort> parse(std::string_view text);
    [[nodiscard]] std::string text() const;

    friend auto operator<=>(const HostPort&, const HostPort&) = default;
};

/// Where brokers really are when they advertise names that nobody here can reach: `kafka:9092 → localhost:9095`.
/// An entry without a port stands for every port of that host and keeps the port. TLS still checks the name that the
/// broker advertised, for that is what its certificate was made for. A plain value.
class HostMap
{
public:
    /// Reads `kafka:9092=localhost:9095` entries, separated by commas, semicolons or line ends.
    /// Error InvalidArgument; the subject is the entry that makes no sense.
    static base::Result<HostMap> parse(std::string_view text);
    [[nodiscard]] std::string text() const; ///< one entry per line, as parse() reads them

    [[nodiscard]] HostPort resolve(const std::string& host, int port) const;
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] const std::map<HostPort, HostPort>& entries() const { return m_entries; }

    friend bool operator==(const HostMap&, const HostMap&) = default;

private:
    std::map<HostPort, HostPort> m_entries;
};

} // namespace sagascope::kafka
