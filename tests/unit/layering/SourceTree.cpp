// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/layering/SourceTree.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

namespace sagascope::layering {

namespace fs = std::filesystem;

namespace {

using Names = std::set<std::string, std::less<>>;

const fs::path& root()
{
    static const fs::path path = SAGASCOPE_SOURCE_DIR;
    return path;
}

bool isOurText(const fs::path& path)
{
    static const Names endings{".cpp", ".h",   ".txt", ".cmake",   ".json", ".jsonl", ".sh",
                               ".ps1", ".md",  ".ts",  ".svg",     ".xml",  ".qrc",   ".html",
                               ".yml", ".rst", ".py",  ".desktop", ".css",  ".supp",  ".qss"};
    static const Names whole{"run", "Brewfile", ".clang-tidy", ".clang-format", ".gitignore"};
    return endings.contains(path.extension().string()) || whole.contains(path.filename().string());
}

SourceFile readFile(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {path.lexically_relative(root()).generic_string(),
            {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()}};
}

void collect(const fs::path& folder, std::vector<SourceFile>& files)
{
    static const Names foreign{".git", "build", "out", ".cache", ".idea", ".vscode"};
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        if (entry.is_directory() && !foreign.contains(name))
            collect(entry.path(), files);
        else if (entry.is_regular_file() && isOurText(entry.path()))
            files.push_back(readFile(entry.path()));
    }
}

/// XML and JSON Schema namespaces, licences, placeholders, and where macOS and Windows get what their packagers lack.
bool isHarmlessHost(const std::string& host)
{
    static const Names hosts{"json-schema.org", "www.w3.org", "maven.apache.org", "www.gnu.org",
                             "localhost",       "127.0.0.1",  "brew.sh",          "github.com",
                             "www.freedesktop.org"}; // the namespace of shared-mime-info
    const bool isPlainWord = host.find('.') == std::string::npos; // "kafka", or a word of a test's text
    if (isPlainWord || hosts.contains(host) || host.find("dreamscape") != std::string::npos)
        return true;
    static constexpr std::array placeholders{"example",     "example.com", "example.org",
                                             "example.net", ".invalid",    ".test"};
    return std::any_of(placeholders.begin(), placeholders.end(),
                       [&](const char* name) { return host.ends_with(name); });
}

void addMatches(const SourceFile& file, const std::regex& pattern, const char* what, std::vector<std::string>& traces)
{
    for (std::sregex_iterator match(file.text.begin(), file.text.end(), pattern), end; match != end; ++match) {
        const auto line = 1 + std::count(file.text.begin(), file.text.begin() + match->position(), '\n');
        traces.push_back(file.path + ":" + std::to_string(line) + " " + what + ": " + match->str());
    }
}

} // namespace

std::vector<SourceFile> filesOfTheHouse()
{
    std::vector<SourceFile> files;
    collect(root(), files);
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

bool namesItsLicence(const SourceFile& file)
{
    static const Names commentless{".json", ".jsonl", ".md", ".ts", ".txt", ".svg", ".html"};
    const fs::path path(file.path);
    const bool isCMake = path.filename() == "CMakeLists.txt";
    if (!isCMake && (commentless.contains(path.extension().string()) || !path.has_extension()))
        return true;
    return std::string_view(file.text).substr(0, 400).find("SPDX-License-Identifier: GPL-3.0-or-later") !=
           std::string_view::npos;
}

std::vector<std::string> tracesOfOneMachine(const SourceFile& file)
{
    static const std::regex address(R"(\bhttps?://([A-Za-z0-9.-]+))");
    static const std::regex homes(R"((^|[\s"'=(:])(/home/[a-z]\w*/|/root/|/Users/\w+/|[A-Z]:\\Users\\\w+))");
    std::vector<std::string> traces;
    for (std::sregex_iterator match(file.text.begin(), file.text.end(), address), end; match != end; ++match) {
        if (!isHarmlessHost((*match)[1].str()))
            traces.push_back(file.path + " names the host " + (*match)[1].str());
    }
    addMatches(file, homes, "names somebody's home", traces);
    // A short path such as /src is a word of other texts, too.
    const std::string checkout = root().generic_string() + "/";
    if (std::count(checkout.begin(), checkout.end(), '/') > 2 && file.text.find(checkout) != std::string::npos)
        traces.push_back(file.path + " names the folder of this checkout");
    return traces;
}

} // namespace sagascope::layering
