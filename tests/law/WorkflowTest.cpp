// SPDX-License-Identifier: GPL-3.0-or-later
// Every workflow of the platform, in both dialects: events that a person can read, and the report that they must give.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/law/StoryLines.h"
#include "tests/support/History.h"

namespace sagascope::test {
namespace {

const std::filesystem::path kFolder = SAGASCOPE_SOURCE_DIR "/tests/fixtures/workflows";
constexpr std::string_view kDivider = "----\n";

std::string textOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<std::string> workflows()
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(kFolder))
        names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

class Workflow : public testing::TestWithParam<std::string>
{
};

/// The file holds the events, a divider, and the lines of the report as of 23:00, when every time limit has passed.
/// SAGASCOPE_REWRITE_FIXTURES=1 writes what is reported now, for a person to read through.
TEST_P(Workflow, GivesItsReport)
{
    const std::filesystem::path file = kFolder / (GetParam() + ".txt");
    const std::string text = textOf(file);
    const std::string events = text.substr(0, text.find(kDivider));
    const std::string told = storyLines(tellReport(events, "23:00:00"));
    if (std::getenv("SAGASCOPE_REWRITE_FIXTURES") != nullptr) {
        std::ofstream(file, std::ios::binary) << events << kDivider << told;
        FAIL() << file << " is rewritten: read it through, then run again without SAGASCOPE_REWRITE_FIXTURES";
    }
    ASSERT_NE(text.find(kDivider), std::string::npos) << "no expected report";
    EXPECT_EQ(text.substr(text.find(kDivider) + kDivider.size()), told);
}

INSTANTIATE_TEST_SUITE_P(All, Workflow, testing::ValuesIn(workflows()), [](const auto& test) {
    std::string name = test.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

} // namespace
} // namespace sagascope::test
