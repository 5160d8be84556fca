// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ConfigDirectory.h"

#include <QStandardPaths>
#include <QString>

#include <system_error>

namespace sagascope::app {

std::filesystem::path configDirectory()
{
    const QString directory = qEnvironmentVariable("SAGASCOPE_CONFIG_DIR");
    if (!directory.isEmpty())
        return std::filesystem::path(directory.toStdU16String());
    const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return std::filesystem::path(config.toStdU16String()) / "sagascope";
}

std::filesystem::path sessionsDirectory()
{
    if (qEnvironmentVariableIsSet("SAGASCOPE_CONFIG_DIR"))
        return configDirectory() / "sessions";
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return std::filesystem::path(data.toStdU16String()) / "sagascope" / "sessions";
}

std::filesystem::path madeSessionsDirectory()
{
    std::filesystem::path directory = sessionsDirectory();
    std::error_code failure;
    std::filesystem::create_directories(directory, failure); // whoever writes there says what is wrong
    return directory;
}

} // namespace sagascope::app
