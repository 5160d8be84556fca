// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/KafkaJars.h"

#include "tests/support/ChildProcess.h"

#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <sys/file.h>
#include <unistd.h>

namespace sagascope::support {

namespace fs = std::filesystem;

namespace {

constexpr auto kFetchTimeout = std::chrono::minutes(10);

std::string textOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// An advisory lock on a file, held while this object lives.
class FileLock
{
public:
    explicit FileLock(const fs::path& path) : m_descriptor(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {
        if (m_descriptor >= 0)
            flock(m_descriptor, LOCK_EX);
    }
    ~FileLock()
    {
        if (m_descriptor >= 0)
            close(m_descriptor);
    }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    int m_descriptor;
};

std::string missingTool()
{
    if (!findExecutable("java"))
        return "no Java found: install a Java 17 runtime to test against a real Kafka broker";
    if (!findExecutable("kcat"))
        return "kcat is not installed: it is the other client in the tests against a real Kafka broker";
    return {};
}

/// Has Maven copy the jars; returns why it could not. The copied pom, written last, marks the folder as complete.
std::string copyJars(const fs::path& pom, const fs::path& jars)
{
    if (!findExecutable("mvn"))
        return "the Kafka jars are not in " + jars.string() + " and Maven, which fetches them, is not installed";
    std::error_code ignored;
    fs::remove_all(jars, ignored);
    const auto result = runCommand(
        {"mvn", "-B", "-q", "-U", // again after a failure, which Maven would remember for a day
         "-f", pom.string(), "dependency:copy-dependencies", "-DoutputDirectory=" + jars.string()},
        {}, std::chrono::duration_cast<std::chrono::seconds>(kFetchTimeout));
    if (!result.hasSucceeded())
        return "Maven could not fetch the Kafka jars: " + result.output.substr(0, 600) + result.errors.substr(0, 600);
    fs::copy_file(pom, jars / "complete.xml", fs::copy_options::overwrite_existing, ignored);
    return {};
}

} // namespace

KafkaJars fetchKafkaJars()
{
    if (const auto reason = missingTool(); !reason.empty())
        return {{}, reason};
    const fs::path pom = SAGASCOPE_KAFKA_POM;
    const fs::path jars = SAGASCOPE_KAFKA_JARS;
    std::error_code ignored;
    fs::create_directories(jars.parent_path(), ignored);

    const FileLock lock(jars.parent_path() / "jars.lock");
    if (textOf(jars / "complete.xml") != textOf(pom)) {
        if (const auto reason = copyJars(pom, jars); !reason.empty())
            return {{}, reason};
    }
    return {(jars / "*").string(), {}};
}

} // namespace sagascope::support
