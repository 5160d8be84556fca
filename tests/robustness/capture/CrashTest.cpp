// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "core/capture/CaptureReader.h"
#include "core/event/JsonLines.h"
#include "tests/robustness/capture/NumberedRecords.h"
#include "tests/support/ChildProcess.h"

namespace sagascope::robustness {
namespace {

using Steady = std::chrono::steady_clock;
using namespace std::chrono_literals;

/// The child that writes, and what it has printed so far.
class Writer
{
public:
    Writer(const std::filesystem::path& file, unsigned seed)
    {
        const std::string name = file.string();
        const std::string number = std::to_string(seed);
        int ends[2];
        if (::pipe(ends) != 0)
            return;
        m_pid = ::fork();
        if (m_pid == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::close(ends[0]);
            ::execl(SAGASCOPE_CAPTURE_CHILD, "capture_child", name.c_str(), number.c_str(), nullptr);
            std::_Exit(127);
        }
        ::close(ends[1]);
        m_output = ends[0];
    }
    ~Writer()
    {
        kill();
        ::close(m_output);
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Reads what it prints for so long, or until it ends.
    void listen(std::chrono::microseconds time)
    {
        const auto end = Steady::now() + time;
        while (Steady::now() < end && readSome(std::chrono::ceil<std::chrono::milliseconds>(end - Steady::now())))
            continue;
    }

    /// Until something was called committed.
    void awaitFirst()
    {
        while (acknowledged() == 0 && readSome(20s))
            continue;
    }

    void kill()
    {
        if (m_pid <= 0)
            return;
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, &m_status, 0);
        m_pid = -1;
        while (readSome(0ms))
            continue;
    }

    [[nodiscard]] bool hasFailedByItself() const { return WIFEXITED(m_status) && WEXITSTATUS(m_status) != 0; }
    /// How many records it has called committed; a line that was cut off counts for nothing.
    [[nodiscard]] std::uint64_t acknowledged() const
    {
        const auto end = m_printed.rfind('\n');
        if (end == std::string::npos)
            return 0;
        const auto start = end == 0 ? std::string::npos : m_printed.rfind('\n', end - 1);
        return 1 + std::stoull(m_printed.substr(start == std::string::npos ? 0 : start + 1));
    }

private:
    bool readSome(std::chrono::milliseconds patience)
    {
        pollfd waiting{m_output, POLLIN, 0};
        if (::poll(&waiting, 1, int(patience.count())) <= 0)
            return false;
        char bytes[65'536];
        const ssize_t count = ::read(m_output, bytes, sizeof bytes);
        if (count > 0)
            m_printed.append(bytes, std::size_t(count));
        return count > 0;
    }

    pid_t m_pid = -1;
    int m_output = -1;
    int m_status = 0;
    std::string m_printed;
};

bool isSound(const std::filesystem::path& file)
{
    auto database = capture::Database::open(file, capture::Database::Mode::Read);
    auto check = database ? database->prepare("PRAGMA integrity_check") : base::Result<capture::Statement>(database.error());
    const auto row = check ? check->step() : base::Result<bool>(check.error());
    EXPECT_TRUE(row) << (row ? "" : row.error().text());
    return row && *row && check->bytes(0) == "ok";
}

/// Every record of the file is the one that was written with its number, none is missing in between. How many there are.
std::uint64_t countIntact(capture::CaptureReader& reader)
{
    std::uint32_t number = 0;
    while (!reader.isAtEnd()) {
        const event::RecordBatch batch = reader.read();
        for (const event::RawRecord& record : batch.records()) {
            const test::Record expected = numberedRecord(number++);
            if (event::writeLine(record) != event::writeLine(expected.raw())) {
                ADD_FAILURE() << "record " << number - 1 << " is another one";
                return 0;
            }
        }
    }
    EXPECT_TRUE(reader.takeDamage().empty());
    return number;
}

unsigned numberFrom(const char* variable, unsigned otherwise)
{
    const char* text = std::getenv(variable);
    return text ? unsigned(std::strtoul(text, nullptr, 10)) : otherwise;
}

TEST(CaptureCrash, whatWasCalledCommittedIsThereAfterAKillAtAnyMoment)
{
    const unsigned kills = numberFrom("SAGASCOPE_KILLS", 20);
    const unsigned seed = numberFrom("SAGASCOPE_SEED", 1);
    const support::TemporaryFolder folder("crash");
    std::mt19937 random(seed);
    unsigned withRecords = 0;
    for (unsigned i = 0; i < kills; ++i) {
        SCOPED_TRACE("seed " + std::to_string(seed) + ", kill " + std::to_string(i));
        const auto file = folder.path() / (std::to_string(i) + ".sagascope");
        Writer writer(file, unsigned(random()));
        if (i % 4 != 0) // the others are killed while the file is made, where the machine is slow
            writer.awaitFirst();
        writer.listen(std::chrono::microseconds(random() % 400'000));
        writer.kill();
        EXPECT_FALSE(writer.hasFailedByItself());
        auto reader = capture::CaptureReader::open(file);
        if (!reader) {
            // Killed before the empty file was whole: nothing was promised, and that is said as a value.
            EXPECT_EQ(writer.acknowledged(), 0U) << reader.error().text();
            continue;
        }
        EXPECT_TRUE(isSound(file));
        const std::uint64_t kept = countIntact(*reader);
        EXPECT_GE(kept, writer.acknowledged());
        withRecords += writer.acknowledged() > 0 ? 1 : 0;
        std::filesystem::remove(file);
    }
    EXPECT_GT(withRecords, kills / 2) << "most were killed in the middle of writing";
}

} // namespace
} // namespace sagascope::robustness
