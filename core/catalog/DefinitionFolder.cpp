// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/DefinitionFolder.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <random>
#include <system_error>
#include <utility>

#include "core/catalog/DefinitionText.h"
#include "core/catalog/JsonFiles.h"

namespace sagascope::catalog {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestName = 80;

/// Names that mean a device on Windows, whatever their ending.
bool isDevice(std::string_view name)
{
    constexpr std::array<std::string_view, 4> kDevices{"con", "prn", "aux", "nul"};
    if (std::find(kDevices.begin(), kDevices.end(), name) != kDevices.end())
        return true;
    return name.size() == 4 && (name.substr(0, 3) == "com" || name.substr(0, 3) == "lpt") && name[3] != '0'
        && name[3] >= '1' && name[3] <= '9';
}

bool isNameLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/// The place stands behind the last `#` of a Malformed error's subject; a pointer begins with a slash.
DefinitionFault faultOf(const fs::path& file, const base::Error& error)
{
    DefinitionFault fault{file.string(), {}, error.detail};
    const std::size_t mark = error.subject.rfind("#/");
    if (error.code == base::ErrorCode::Malformed && mark != std::string::npos)
        fault.pointer = error.subject.substr(mark + 1);
    return fault;
}

base::Error refused(const fs::path& path, std::string why)
{
    return {base::ErrorCode::Refused, path.string(), std::move(why)};
}

/// A name that nobody else uses, not even another window that saves the same definition.
fs::path besideOf(const fs::path& file)
{
    std::random_device dice;
    return fs::path(file).concat("." + std::to_string(dice()) + ".tmp");
}

} // namespace

std::string DefinitionFault::text() const
{
    return file + (pointer.empty() ? "" : "#" + pointer) + ": " + sentence;
}

DefinitionFolder::DefinitionFolder(fs::path directory, PayloadSchema schema)
    : m_directory(std::move(directory)), m_schema(std::move(schema))
{
}

bool DefinitionFolder::isFileSafe(std::string_view name)
{
    return !name.empty() && name.size() <= kLongestName && std::all_of(name.begin(), name.end(), isNameLetter)
        && name.front() != '-' && name.back() != '-' && name.find("--") == std::string_view::npos && !isDevice(name);
}

base::Result<fs::path> DefinitionFolder::pathOf(std::string_view name) const
{
    if (!isFileSafe(name))
        return base::Error{base::ErrorCode::InvalidArgument, std::string(name),
                           "a definition's name is made of small letters, digits and single dashes, such as booking-payment"};
    return m_directory / (std::string(name) + ".json");
}

DefinitionFolder::Content DefinitionFolder::load() const
{
    Content content;
    std::error_code failure;
    if (!fs::exists(m_directory, failure) && (!failure || failure == std::errc::no_such_file_or_directory))
        return content;
    const auto files = jsonFiles(m_directory);
    if (!files) {
        content.faults.push_back({m_directory.string(), {}, files.error().detail});
        return content;
    }
    for (const fs::path& file : *files) {
        auto definition = read(file);
        if (definition)
            content.definitions.push_back(*std::move(definition));
        else
            content.faults.push_back(faultOf(file, definition.error()));
    }
    return content;
}

base::Result<SagaDefinition> DefinitionFolder::read(const fs::path& file) const
{
    std::error_code failure;
    const std::string name = file.string();
    if (const auto size = fs::file_size(file, failure); !failure && size > kLargestDefinition)
        return base::Error{base::ErrorCode::TooLarge, name, "the file is too large for a definition"};
    const auto text = readTextFile(file);
    if (!text)
        return text.error();
    auto definition = parseSagaDefinition(*text, name, m_schema);
    if (definition && definition->name != file.stem().string())
        return base::Error{base::ErrorCode::Malformed, name + "#/name",
                           "the definition is named " + definition->name + ", so its file must be " + definition->name + ".json"};
    return definition;
}

base::Result<SagaDefinition> DefinitionFolder::save(std::string_view text) const
{
    auto definition = parseSagaDefinition(text, {}, m_schema);
    if (!definition)
        return definition;
    const auto file = pathOf(definition->name);
    if (!file)
        return file.error();
    if (const auto written = write(*file, text); !written)
        return written.error();
    return definition;
}

base::Result<SagaDefinition> DefinitionFolder::save(const SagaDefinition& definition) const
{
    return save(writeSagaDefinition(definition));
}

base::Result<void> DefinitionFolder::write(const fs::path& file, std::string_view text) const
{
    std::error_code failure;
    fs::create_directories(m_directory, failure);
    if (failure)
        return refused(m_directory, failure.message());
    const fs::path beside = besideOf(file);
    {
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        out.write(text.data(), std::streamsize(text.size()));
        out.close();
        if (!out) {
            fs::remove(beside, failure);
            return refused(file, "the file can't be written");
        }
    }
    fs::rename(beside, file, failure);
    if (!failure)
        return {};
    std::error_code ignored;
    fs::remove(beside, ignored);
    return refused(file, failure.message());
}

base::Result<std::string> DefinitionFolder::textOf(std::string_view name) const
{
    const auto file = pathOf(name);
    if (!file)
        return file.error();
    std::error_code failure;
    if (!fs::exists(*file, failure))
        return base::Error{base::ErrorCode::NotFound, file->string(), "there is no such definition"};
    return readTextFile(*file);
}

base::Result<void> DefinitionFolder::remove(std::string_view name) const
{
    const auto file = pathOf(name);
    if (!file)
        return file.error();
    std::error_code failure;
    const bool isRemoved = fs::remove(*file, failure);
    if (failure)
        return refused(*file, failure.message());
    if (!isRemoved)
        return base::Error{base::ErrorCode::NotFound, file->string(), "there is no such definition"};
    return {};
}

} // namespace sagascope::catalog
