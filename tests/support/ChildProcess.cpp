// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ChildProcess.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <spawn.h>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

extern char** environ;

namespace sagascope::support {

namespace fs = std::filesystem;

namespace {

std::string readFile(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<char*> toArgv(const std::vector<std::string>& arguments)
{
    std::vector<char*> argv;
    argv.reserve(arguments.size() + 1);
    for (const auto& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    return argv;
}

/// The file actions and attributes of one spawn. Every child leads its own process group, so that a kill reaches
/// what it started, and a Ctrl-C in the terminal reaches only us.
class SpawnPlan
{
public:
    SpawnPlan()
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawnattr_init(&m_attributes);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETPGROUP);
        posix_spawnattr_setpgroup(&m_attributes, 0);
    }
    ~SpawnPlan()
    {
        posix_spawn_file_actions_destroy(&m_actions);
        posix_spawnattr_destroy(&m_attributes);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;

    void open(int descriptor, const fs::path& path, int flags)
    {
        posix_spawn_file_actions_addopen(&m_actions, descriptor, path.c_str(), flags, 0600);
    }
    void connect(int from, int to) { posix_spawn_file_actions_adddup2(&m_actions, from, to); }

    int spawn(const std::vector<std::string>& arguments)
    {
        auto argv = toArgv(arguments);
        pid_t pid = -1;
        return posix_spawnp(&pid, argv[0], &m_actions, &m_attributes, argv.data(), environ) == 0 ? pid : -1;
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

/// Waits for the child; kills its group at the deadline.
void awaitEnd(pid_t pid, std::chrono::seconds timeout, CommandResult& result)
{
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    int status = 0;
    pid_t ended = 0;
    while ((ended = waitpid(pid, &status, WNOHANG)) == 0 || (ended < 0 && errno == EINTR)) {
        if (std::chrono::steady_clock::now() > deadline && !result.hasTimedOut) {
            result.hasTimedOut = true;
            ::kill(-pid, SIGKILL);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(3));
    }
    result.exitStatus = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void awaitFile(const fs::path& file)
{
    for (int i = 0; i < 1000 && !fs::exists(file); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

} // namespace

CommandResult runCommand(const std::vector<std::string>& arguments, std::string_view input,
                         std::chrono::seconds timeout)
{
    const TemporaryFolder folder("sagascope-command");
    const auto in = folder.path() / "in";
    const auto out = folder.path() / "out";
    const auto err = folder.path() / "err";
    std::ofstream(in, std::ios::binary).write(input.data(), static_cast<std::streamsize>(input.size()));

    SpawnPlan plan;
    plan.open(STDIN_FILENO, in, O_RDONLY);
    plan.open(STDOUT_FILENO, out, O_WRONLY | O_CREAT | O_TRUNC);
    plan.open(STDERR_FILENO, err, O_WRONLY | O_CREAT | O_TRUNC);

    CommandResult result;
    const auto pid = plan.spawn(arguments);
    if (pid < 0) {
        result.errors = "cannot start " + arguments.front();
        return result;
    }
    awaitEnd(pid, timeout, result);
    result.output = readFile(out);
    result.errors = readFile(err);
    return result;
}

std::optional<fs::path> findExecutable(std::string_view name)
{
    const char* path = std::getenv("PATH");
    std::istringstream folders(path ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');) {
        const auto candidate = fs::path(folder) / name;
        if (access(candidate.c_str(), X_OK) == 0 && !fs::is_directory(candidate))
            return candidate;
    }
    return std::nullopt;
}

TemporaryFolder::TemporaryFolder(std::string_view prefix)
{
    auto pattern = (fs::temp_directory_path() / (std::string(prefix) + "-XXXXXX")).string();
    if (mkdtemp(pattern.data()))
        m_path = pattern;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    if (!m_path.empty())
        fs::remove_all(m_path, ignored);
}

GuardedServer::GuardedServer(const std::vector<std::string>& arguments, fs::path folder) : m_folder(std::move(folder))
{
    // $0 is the folder, $@ the server's command line. `read` fails when the lifeline closes.
    static constexpr auto kGuard = R"sh(
        run() {
            { sh -c 'echo $$ > "$0/pid"; exec "$@"' "$0" "$@" >> "$0/server.log" 2>&1; : > "$0/exited"; } &
        }
        tell() { kill "$1" "$(cat "$0/pid")" 2>/dev/null; }
        run "$@"
        while read -r order; do
            case "$order" in
            kill) tell -KILL ;;
            freeze) tell -STOP ;;
            thaw) tell -CONT ;;
            start) wait; rm -f "$0/pid" "$0/exited"; run "$@" ;;
            esac
        done
        tell -KILL
        wait
        rm -rf "$0"
    )sh";
    int ends[2];
    if (pipe(ends) != 0)
        return;
    // Other children must not inherit the lifeline: they would keep the server alive.
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);

    SpawnPlan plan;
    plan.connect(ends[0], STDIN_FILENO);
    plan.open(STDOUT_FILENO, "/dev/null", O_WRONLY);
    plan.open(STDERR_FILENO, "/dev/null", O_WRONLY);
    std::vector<std::string> guarded{"sh", "-c", kGuard, m_folder.string()};
    guarded.insert(guarded.end(), arguments.begin(), arguments.end());
    m_pid = plan.spawn(guarded);
    close(ends[0]);
    m_lifeline = ends[1];
}

GuardedServer::~GuardedServer()
{
    if (m_lifeline >= 0)
        close(m_lifeline);
    int status = 0;
    while (m_pid > 0 && waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
}

void GuardedServer::order(std::string_view word)
{
    const std::string line = std::string(word) + '\n';
    if (m_lifeline >= 0 && write(m_lifeline, line.data(), line.size()) < 0)
        m_lifeline = -1;
}

void GuardedServer::kill()
{
    order("kill");
    awaitFile(m_folder / "exited");
}

void GuardedServer::restart()
{
    kill();
    fs::remove(m_folder / "pid");
    order("start");
    awaitFile(m_folder / "pid");
}

void GuardedServer::freeze()
{
    order("freeze");
}

void GuardedServer::thaw()
{
    order("thaw");
}

bool GuardedServer::isRunning() const
{
    return m_pid > 0 && !fs::exists(m_folder / "exited");
}

std::string GuardedServer::logTail(std::size_t maxBytes) const
{
    auto log = readFile(m_folder / "server.log");
    return log.size() <= maxBytes ? log : log.substr(log.size() - maxBytes);
}

} // namespace sagascope::support
