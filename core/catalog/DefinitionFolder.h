// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/catalog/PayloadSchema.h"
#include "core/catalog/SagaDefinition.h"

namespace sagascope::catalog {

/// A file of the folder that is no definition, and why.
struct DefinitionFault
{
    std::string file;     ///< its path; the folder's where that can't be read
    std::string pointer;  ///< JSON pointer of the place; empty where it is about the whole file
    std::string sentence; ///< English

    [[nodiscard]] std::string text() const; ///< all of it on one line
    friend bool operator==(const DefinitionFault&, const DefinitionFault&) = default;
};

/// The saga definitions that a person made, one file `<name>.json` each. Nothing is kept in memory: every call looks at the
/// folder, and others may write there meanwhile. A folder that is not there has no definitions and is made when one is
/// saved. Any thread.
class DefinitionFolder
{
public:
    struct Content
    {
        std::vector<SagaDefinition> definitions; ///< by name
        std::vector<DefinitionFault> faults;     ///< by file; none of them hides another file
    };

    /// `schema` is the Catalog's for definitions.
    DefinitionFolder(std::filesystem::path directory, PayloadSchema schema);

    [[nodiscard]] const std::filesystem::path& directory() const { return m_directory; }
    [[nodiscard]] Content load() const;
    /// Checks the text and keeps it as it is, in place of what has the same name. The file is complete or unchanged, whenever
    /// the program ends. Errors: those of parseSagaDefinition(), InvalidArgument when the name can't be a file's, Refused when
    /// the folder can't be written.
    base::Result<SagaDefinition> save(std::string_view text) const;
    base::Result<SagaDefinition> save(const SagaDefinition& definition) const;
    /// The text of a saved definition, as it was saved. Errors: InvalidArgument, NotFound, Unreadable.
    [[nodiscard]] base::Result<std::string> textOf(std::string_view name) const;
    /// Errors: InvalidArgument, NotFound, Refused.
    base::Result<void> remove(std::string_view name) const;

    /// Whether a definition's name can be a file's on every system: small letters, digits and single dashes, and no device.
    [[nodiscard]] static bool isFileSafe(std::string_view name);

private:
    [[nodiscard]] base::Result<std::filesystem::path> pathOf(std::string_view name) const;
    [[nodiscard]] base::Result<SagaDefinition> read(const std::filesystem::path& file) const;
    [[nodiscard]] base::Result<void> write(const std::filesystem::path& file, std::string_view text) const;

    std::filesystem::path m_directory;
    PayloadSchema m_schema;
};

} // namespace sagascope::catalog
