// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sagascope::support {

/// What a finished command left behind. `exitStatus` is 128 + signal when a signal ended it.
struct CommandResult
{
    int exitStatus = -1;
    bool hasTimedOut = false;
    std::string output;
    std::string errors;

    [[nodiscard]] bool hasSucceeded() const { return exitStatus == 0 && !hasTimedOut; }
};

/// Runs `arguments[0]` (looked up in PATH) to its end and returns everything it printed, byte for byte.
/// Killed after `timeout`. Any thread; blocks.
CommandResult runCommand(const std::vector<std::string>& arguments, std::string_view input = {},
                         std::chrono::seconds timeout = std::chrono::seconds(60));

/// The executable's path, as a shell would find it, or nothing.
std::optional<std::filesystem::path> findExecutable(std::string_view name);

/// A fresh folder below the system's temporary folder, removed with all it holds when this object goes.
/// One owner, any thread.
class TemporaryFolder
{
public:
    explicit TemporaryFolder(std::string_view prefix);
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// A server that must never outlive the test, nor leave its folder behind: not after a failed assertion, not after a
/// crash, not after a kill. A small shell stands between: it waits for the end of a pipe that only this process
/// holds open, so whatever ends this process also ends the server and removes the folder.
///
/// Ownership: one owner, which blocks in the destructor until the server and its folder are gone (milliseconds).
class GuardedServer
{
public:
    /// Starts `arguments` with its output in `folder/server.log`. `folder` must exist and is given away: it is
    /// removed at the end. Check `isRunning()`.
    GuardedServer(const std::vector<std::string>& arguments, std::filesystem::path folder);
    ~GuardedServer();
    GuardedServer(const GuardedServer&) = delete;
    GuardedServer& operator=(const GuardedServer&) = delete;

    [[nodiscard]] bool isRunning() const;
    /// As `kill -9` does; returns when it is gone.
    void kill();
    /// Starts it anew with the same command line, in the same folder; returns when there is a process.
    void restart();
    /// Stops the process in its tracks: its sockets stay open and say nothing.
    void freeze();
    void thaw();
    /// The last bytes that the server printed, for messages.
    [[nodiscard]] std::string logTail(std::size_t maxBytes = 2000) const;
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

private:
    void order(std::string_view word);

    std::filesystem::path m_folder;
    int m_pid = -1;
    int m_lifeline = -1;
};

} // namespace sagascope::support
