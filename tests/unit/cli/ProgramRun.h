// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

#include <string>

namespace sagascope::app {

/// What the program did: its exit status and both outputs.
struct ProgramRun
{
    int status = -1;
    std::string out;
    std::string error;

    [[nodiscard]] int errorLines() const;
};

/// Runs the built program without a display and with a configuration directory of its own.
class Program
{
public:
    explicit Program(const QStringList& arguments, const QString& configuration = {});
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program(); ///< kills it if it still runs

    [[nodiscard]] ProgramRun wait();
    /// Until it listens to Ctrl-C, which before that would simply end it. False when it ended or never did.
    [[nodiscard]] bool waitUntilInterruptible();
    void interrupt(); ///< Ctrl-C

private:
    QProcess m_process;
};

[[nodiscard]] ProgramRun run(const QStringList& arguments, const QString& configuration = {});

} // namespace sagascope::app
