// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/layering/IncludeRules.h"
#include "tests/unit/layering/SourceTree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace sagascope::layering {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> violationsOf(std::string_view path, std::string_view header, char open = '"')
{
    const std::string line = open == '"' ? "\"" + std::string(header) + "\"" : "<" + std::string(header) + ">";
    return includeViolations(path, "#include " + line + "\n");
}

const std::vector<SourceFile>& house()
{
    static const auto files = filesOfTheHouse();
    return files;
}

TEST(Layering, everyIncludeOfTheHouseRunsOneWay)
{
    std::vector<std::string> violations;
    int sources = 0;
    for (const auto& file : house()) {
        if (!file.isCpp())
            continue;
        ++sources;
        for (auto& violation : includeViolations(file.path, file.text))
            violations.push_back(std::move(violation));
    }
    EXPECT_GT(sources, 50) << "the scan must have found the sources";
    EXPECT_THAT(violations, IsEmpty());
}

TEST(Layering, valijsonIsCompiledInOneFile)
{
    std::vector<std::string> files;
    for (const auto& file : house()) {
        const auto includes = file.isCpp() ? includesOf(file.text) : std::vector<Include>{};
        if (std::any_of(includes.begin(), includes.end(),
                        [](const auto& i) { return i.name.starts_with("valijson/"); }))
            files.push_back(file.path);
    }
    EXPECT_LE(files.size(), 1U) << testing::PrintToString(files);
}

TEST(Layering, everyFileNamesItsLicence)
{
    std::vector<std::string> nameless;
    for (const auto& file : house()) {
        if (!namesItsLicence(file))
            nameless.push_back(file.path);
    }
    EXPECT_THAT(nameless, IsEmpty());
}

TEST(Layering, noFileBelongsToOneMachine)
{
    std::vector<std::string> traces;
    for (const auto& file : house()) {
        for (auto& trace : tracesOfOneMachine(file))
            traces.push_back(std::move(trace));
    }
    EXPECT_THAT(traces, IsEmpty());
}

TEST(Layering, theTestLivesInTheTreeItReads)
{
    const auto isThisTest = [](const SourceFile& file) { return file.path == "tests/unit/layering/LayeringTest.cpp"; };
    EXPECT_EQ(std::count_if(house().begin(), house().end(), isThisTest), 1);
}

TEST(IncludeRules, findIncludesHoweverTheyAreWritten)
{
    const auto includes = includesOf("// #include <no>\n#include <a>\n  #  include \"core/b.h\" // why\n#define x\n");
    ASSERT_THAT(includes, SizeIs(2));
    EXPECT_EQ(includes[0].name, "a");
    EXPECT_EQ(includes[0].line, 2);
    EXPECT_EQ(includes[1].name, "core/b.h");
    EXPECT_TRUE(includes[1].isQuoted);
}

TEST(IncludeRules, aViolationNamesFileLineAndReason)
{
    EXPECT_THAT(includeViolations("core/saga/SagaTracker.cpp", "\n#include \"core/metrics/Lag.h\"\n"),
                ElementsAre("core/saga/SagaTracker.cpp:2 includes core/metrics/Lag.h: "
                            "core/saga does not depend on core/metrics"));
}

TEST(IncludeRules, coreKnowsNeitherWindowNorProgramNorTests)
{
    EXPECT_THAT(violationsOf("core/session/Session.h", "ui/state/ViewState.h"), SizeIs(1));
    EXPECT_THAT(violationsOf("core/session/Session.h", "app/CommandLine.h"), SizeIs(1));
    EXPECT_THAT(violationsOf("ui/shell/MainWindow.cpp", "app/CommandLine.h"), SizeIs(1));
    EXPECT_THAT(violationsOf("ui/shell/MainWindow.cpp", "tests/support/Loopback.h"), SizeIs(1));
    EXPECT_THAT(violationsOf("ui/shell/MainWindow.cpp", "core/session/Session.h"), IsEmpty());
    EXPECT_THAT(violationsOf("app/main.cpp", "ui/shell/MainWindow.h"), IsEmpty());
    EXPECT_THAT(violationsOf("tests/unit/base/TimeTest.cpp", "core/base/Time.h"), IsEmpty());
}

TEST(IncludeRules, analysesNeverIncludeOneAnother)
{
    constexpr std::array analyses{"saga", "causation", "metrics", "entity"};
    for (const std::string from : analyses) {
        for (const std::string to : analyses) {
            const auto violations = violationsOf("core/" + from + "/A.h", "core/" + to + "/B.h");
            EXPECT_EQ(violations.empty(), from == to) << from << " -> " << to;
        }
        EXPECT_THAT(violationsOf("core/review/A.h", "core/" + from + "/B.h"), IsEmpty());
        EXPECT_THAT(violationsOf("core/session/A.h", "core/" + from + "/B.h"), IsEmpty());
        EXPECT_THAT(violationsOf("core/" + from + "/A.h", "core/review/B.h"), SizeIs(1));
        EXPECT_THAT(violationsOf("core/" + from + "/A.h", "core/session/B.h"), SizeIs(1));
    }
}

TEST(IncludeRules, aRoomMayBeLentASingleHeader)
{
    EXPECT_THAT(violationsOf("core/kafka/Consumer.h", "core/event/RawRecord.h"), IsEmpty());
    EXPECT_THAT(violationsOf("core/kafka/Consumer.h", "core/event/Decoder.h"), SizeIs(1));
    EXPECT_THAT(violationsOf("core/kafka/GroupWatcher.h", "core/metrics/Lag.h"), IsEmpty());
    EXPECT_THAT(violationsOf("core/kafka/GroupWatcher.h", "core/metrics/Throughput.h"), SizeIs(1));
    EXPECT_THAT(violationsOf("core/compose/Draft.h", "core/identity/Identifier.h"), IsEmpty());
    EXPECT_THAT(violationsOf("core/compose/Draft.h", "core/identity/Identity.h"), SizeIs(1));
    EXPECT_THAT(violationsOf("core/base/Time.h", "core/event/RawRecord.h"), SizeIs(1));
}

TEST(IncludeRules, aRoomOutsideThePlanIsNoticed)
{
    EXPECT_THAT(violationsOf("core/misc/Things.h", "core/base/Time.h"), ElementsAre(HasSubstr("not in the plan")));
}

TEST(IncludeRules, foreignLibrariesStayInTheirRoom)
{
    EXPECT_THAT(violationsOf("core/kafka/Consumer.cpp", "librdkafka/rdkafka.h", '<'), IsEmpty());
    EXPECT_THAT(violationsOf("core/session/Session.cpp", "librdkafka/rdkafka.h", '<'), SizeIs(1));
    EXPECT_THAT(violationsOf("core/demo/Demo.cpp", "rdkafka.h", '<'), SizeIs(1));
    EXPECT_THAT(violationsOf("core/event/Decoder.cpp", "simdjson.h", '<'), IsEmpty());
    EXPECT_THAT(violationsOf("core/catalog/Catalog.cpp", "simdjson.h", '<'), SizeIs(1));
    EXPECT_THAT(violationsOf("core/causation/Layout.cpp", "graphviz/gvc.h", '<'), IsEmpty());
    EXPECT_THAT(violationsOf("ui/topology/GraphView.cpp", "gvc.h", '<'), SizeIs(1));
    EXPECT_THAT(violationsOf("tests/unit/catalog/SchemaTest.cpp", "valijson/schema.hpp", '<'), SizeIs(1));
}

TEST(IncludeRules, coreTakesNoScreenAndNoLocksFromQt)
{
    for (const auto* header : {"QWidget", "QColor", "QMutex", "QReadWriteLock", "QtConcurrent", "QtCore", "QtWidgets",
                               "QCoroTask", "QFuture", "QPainter", "QtGui/QColor"})
        EXPECT_THAT(violationsOf("core/session/Session.cpp", header, '<'), SizeIs(1)) << header;
    for (const auto* header : {"QString", "QTimeZone", "vector"})
        EXPECT_THAT(violationsOf("core/session/Session.cpp", header, '<'), IsEmpty()) << header;
    EXPECT_THAT(violationsOf("ui/sagas/SagasRoom.cpp", "QWidget", '<'), IsEmpty());
}

TEST(IncludeRules, ownHeadersAreIncludedFromTheRoot)
{
    EXPECT_THAT(violationsOf("core/event/Event.cpp", "Event.h"), ElementsAre(HasSubstr("from the root")));
    EXPECT_THAT(violationsOf("core/event/Event.cpp", "../base/Time.h"), SizeIs(1));
    EXPECT_THAT(violationsOf("ui/shell/MainWindow.cpp", "MainWindow.moc"), IsEmpty());
}

TEST(SourceTree, codeWithoutLicenceIsCaught)
{
    EXPECT_FALSE(namesItsLicence({"core/base/Time.h", "#pragma once\n"}));
    EXPECT_FALSE(namesItsLicence({"core/base/CMakeLists.txt", "target_sources(a PRIVATE b)\n"}));
    EXPECT_TRUE(namesItsLicence({"core/base/Time.h", "// SPDX-License-Identifier: GPL-3.0-or-later\n"}));
    EXPECT_TRUE(namesItsLicence({"resources/catalog/a.json", "{}"}));
}

TEST(SourceTree, pathsAndHostsOfOneMachineAreCaught)
{
    const std::string scheme = "https:/";
    EXPECT_THAT(tracesOfOneMachine({"a.sh", "curl " + scheme + "/packages.company.internal/x"}), SizeIs(1));
    EXPECT_THAT(tracesOfOneMachine({"a.sh", "cp x /ro" + std::string("ot/.m2")}), SizeIs(1));
    EXPECT_THAT(tracesOfOneMachine({"a.sh", "cp x /home/" + std::string("jane/x")}), SizeIs(1));
    const std::string checkout = SAGASCOPE_SOURCE_DIR;
    const bool isTelling = std::count(checkout.begin(), checkout.end(), '/') > 1;
    EXPECT_EQ(tracesOfOneMachine({"a.md", checkout + "/core"}).empty(), !isTelling);
    EXPECT_THAT(tracesOfOneMachine({"a.json", scheme + "/json-schema.org/draft-07/schema# /usr/share/x"}), IsEmpty());
}

} // namespace
} // namespace sagascope::layering
