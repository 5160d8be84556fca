// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/profile/ClusterProfile.h"
#include "core/profile/PropertiesText.h"

namespace sagascope::profile {

/// What an import could not, or need not, take over. Nothing is dropped without one of these.
enum class ImportRemarkKind : std::uint8_t {
    UnknownProperty, ///< `subject` means nothing to us
    NotNeeded,       ///< known, and of no use here: this program joins no group, for instance
    NotSupported,    ///< known, and matters, but there is no such thing here
    BadValue,        ///< the value of `subject` makes no sense
    JavaTrustStore,  ///< `subject` is a file that only Java reads; `advice` converts it, `subject`.pem is expected now
    JavaKeyStore,    ///< the same for the client's certificate; `subject`.p12 is expected now
    MissingFile,     ///< `subject` is named and not there
};

struct ImportRemark
{
    ImportRemarkKind kind = ImportRemarkKind::UnknownProperty;
    std::string subject; ///< a property's name or a file, never a secret
    std::string advice{}; ///< a command to run, where there is one

    friend bool operator==(const ImportRemark&, const ImportRemark&) = default;
};

struct ImportedProfile
{
    ClusterProfile profile;
    Secrets secrets;
    std::vector<ImportRemark> remarks{};
};

enum class ImportForm : std::uint8_t {
    Java, ///< client.properties
    Kcat, ///< librdkafka properties
    Environment, ///< the platform's KAFKA_* variables
};

/// Which form a text has: by names that only one of them knows, else by the file's name.
[[nodiscard]] ImportForm importForm(std::string_view text, std::string_view fileName);

/// A profile named after the file. Files that it names are looked at; relative ones are searched beside it.
/// Errors: NotFound, Unreadable, and Malformed when it holds nothing about a cluster.
[[nodiscard]] base::Result<ImportedProfile> importProfile(const std::filesystem::path& file);

/// The same from properties that were read: Java's and librdkafka's names mean the same wherever both exist.
[[nodiscard]] ImportedProfile importProperties(const Properties& properties, const std::filesystem::path& folder);

/// From the platform's variables; others than `KAFKA_…` are passed over. Error NotFound when none names a broker.
[[nodiscard]] base::Result<ImportedProfile> importEnvironment(const Properties& variables);

} // namespace sagascope::profile
