// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace sagascope::profile {

/// What a file of certificates or keys is, by its first bytes and, where it is text, its headers.
enum class StoreKind : std::uint8_t {
    Missing,      ///< no such file, or not readable
    Pem,          ///< certificates, keys, or both, in the open
    EncryptedPem, ///< a PEM key under a password
    Pkcs12,
    Jks, ///< Java's own; only Java reads it
    Other,
};

/// Reads the file's first 64 KiB. Any thread.
[[nodiscard]] StoreKind storeKind(const std::string& file);

} // namespace sagascope::profile
