// SPDX-License-Identifier: GPL-3.0-or-later
// The command line against a broker of its own: what another client wrote becomes the checked-in report.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "tests/integration/FixtureFile.h"
#include "tests/integration/RealKafka.h"

namespace sagascope::integration {
namespace {

using Json = nlohmann::json;

const std::filesystem::path kFixtures = std::filesystem::path(SAGASCOPE_SOURCE_DIR) / "tests/fixtures/report";

std::string outputOf(const std::string& command, int& status)
{
    std::string output;
    std::FILE* pipe = popen(command.c_str(), "r");
    std::array<char, 65536> buffer{};
    for (std::size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        output.append(buffer.data(), count);
    status = pclose(pipe);
    return output;
}

/// Without what a file can't know: the broker's clock (also the start of a saga whose producer gave no time), and lag.
Json withoutBroker(Json report)
{
    report.erase("asOf");
    report.erase("lag");
    for (Json& saga : report["sagas"]) {
        if (saga["events"][0]["timestamp"].is_null())
            saga.erase("startedAt");
    }
    report["throughput"].erase("from");
    report["throughput"].erase("to");
    return report;
}

Json reportOf(const std::string& arguments)
{
    int status = 0;
    const std::string output = outputOf("'" SAGASCOPE_BINARY_DIR "/app/sagascope' report " + arguments + " --format json", status);
    EXPECT_EQ(status, 0) << arguments;
    return withoutBroker(Json::parse(output, nullptr, false));
}

Json checkedInReport()
{
    std::ifstream file(kFixtures / "both-dialects.report.json");
    return Json::parse(std::string(std::istreambuf_iterator<char>(file), {}), nullptr, false);
}

/// The places where two reports differ, for a message that a person can read.
std::string difference(const Json& expected, const Json& actual)
{
    return Json::diff(expected, actual).dump(1);
}

} // namespace

TEST(ReportFromFile, AFileOfBothDialectsBecomesTheCheckedInReport)
{
    const Json report = reportOf("--import '" + (kFixtures / "both-dialects.jsonl").string() + "'");
    EXPECT_EQ(report, checkedInReport()) << difference(checkedInReport(), report);
}

class ReportTest : public RealKafkaTest
{
};

TEST_F(ReportTest, eventsWrittenByKcatBecomeTheCheckedInReport)
{
    const support::KafkaStart own = support::KafkaCluster::start();
    ASSERT_TRUE(own.server) << own.reason;
    const auto file = kFixtures / "both-dialects.jsonl";
    const auto topics = topicsOf(file);
    ASSERT_TRUE(topics) << topics.error().text();
    for (const auto& [topic, partitions] : *topics)
        ASSERT_TRUE(own.server->createTopic(topic, partitions)) << own.server->logTail();
    const auto written = writeWithKcat(*own.server, file);
    ASSERT_TRUE(written) << written.error().text();

    const Json report = reportOf("--bootstrap " + own.server->bootstrap() + " --until-end");
    EXPECT_EQ(report, checkedInReport()) << difference(checkedInReport(), report);
}

} // namespace sagascope::integration
