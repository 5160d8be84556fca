// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/cli/ProgramRun.h"

#include <QFile>

#include <algorithm>

#include <csignal>

namespace sagascope::app {
namespace {

constexpr int kPatienceMs = 120'000;

/// Linux alone tells it, elsewhere time has to do.
bool catchesInterrupts(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return true;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("SigCgt:"))
            return (line.mid(7).trimmed().toULongLong(nullptr, 16) & (1ULL << (SIGINT - 1))) != 0;
    }
    return false;
}

} // namespace

int ProgramRun::errorLines() const
{
    return int(std::count(error.begin(), error.end(), '\n'));
}

Program::Program(const QStringList& arguments, const QString& configuration)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SAGASCOPE_CONFIG_DIR"),
                       configuration.isEmpty() ? QStringLiteral("/nowhere") : configuration);
    environment.remove(QStringLiteral("DISPLAY")); // a report must not need one
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral(SAGASCOPE_PROGRAM), arguments);
    m_process.waitForStarted();
}

Program::~Program()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

ProgramRun Program::wait()
{
    ProgramRun result;
    if (m_process.waitForFinished(kPatienceMs) && m_process.exitStatus() == QProcess::NormalExit)
        result.status = m_process.exitCode();
    result.out = m_process.readAllStandardOutput().toStdString();
    result.error = m_process.readAllStandardError().toStdString();
    return result;
}

bool Program::waitUntilInterruptible()
{
    constexpr int kLookMs = 20;
    for (int waited = 0; waited < kPatienceMs && m_process.state() == QProcess::Running; waited += kLookMs) {
        if (catchesInterrupts(m_process.processId()))
            return true;
        m_process.waitForFinished(kLookMs);
    }
    return false;
}

void Program::interrupt()
{
#ifdef _WIN32
    m_process.terminate();
#else
    ::kill(pid_t(m_process.processId()), SIGINT);
#endif
}

ProgramRun run(const QStringList& arguments, const QString& configuration)
{
    return Program(arguments, configuration).wait();
}

} // namespace sagascope::app
