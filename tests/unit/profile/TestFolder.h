// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <QTemporaryDir>

namespace sagascope::profile::test {

/// A folder for one test, with files of literal text.
class TestFolder
{
public:
    [[nodiscard]] std::filesystem::path path(std::string_view name = {}) const
    {
        return std::filesystem::path(m_folder.path().toStdU16String()) / name;
    }

    std::string write(std::string_view name, std::string_view text) const
    {
        std::ofstream(path(name), std::ios::binary) << text;
        return path(name).string();
    }

    [[nodiscard]] std::string read(std::string_view name) const
    {
        std::ifstream file(path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    QTemporaryDir m_folder;
};

} // namespace sagascope::profile::test
