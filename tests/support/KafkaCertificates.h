// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace sagascope::support {

/// Files in the PEM form, made for one test cluster and worth nothing anywhere else.
struct KafkaCertificates
{
    std::filesystem::path ca;         ///< signed the broker's and the client's certificate
    std::filesystem::path otherCa;    ///< signed nothing that the cluster has
    std::filesystem::path broker;     ///< key and certificate; valid for 127.0.0.1 and localhost
    std::filesystem::path expired;    ///< the same, but since yesterday not any more
    std::filesystem::path client;     ///< certificate of CN=sagascope-client
    std::filesystem::path clientKey;  ///< its key, without a password
    std::filesystem::path lockedKey;  ///< the same key, under `kKeyPassword`
    std::string reason;               ///< why there are none; empty when there are

    static constexpr auto kKeyPassword = "key-word-of-the-test";
};

/// Makes a CA and what it signs, in `folder`, with the openssl program. Blocks for well under a second.
KafkaCertificates makeKafkaCertificates(const std::filesystem::path& folder);

} // namespace sagascope::support
