// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/ProfileImport.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "core/profile/PropertyImport.h"

namespace sagascope::profile {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> kOnlyJava{"ssl.truststore.", "sasl.jaas.config", "ssl.keystore.type",
                                                    "key.deserializer", "value.deserializer", "sasl.login."};
constexpr std::array<std::string_view, 7> kOnlyKcat{"ssl.ca.", "ssl.certificate.location", "ssl.key.location",
                                                    "sasl.username", "sasl.password", "metadata.broker.list", "sasl.mechanisms"};

template <typename Prefixes> bool holdsAny(const Properties& properties, const Prefixes& prefixes)
{
    return std::any_of(properties.begin(), properties.end(), [&](const auto& property) {
        return std::any_of(prefixes.begin(), prefixes.end(),
                           [&](std::string_view prefix) { return property.first.starts_with(prefix); });
    });
}

Properties propertiesOf(std::string_view text, ImportForm form)
{
    switch (form) {
    case ImportForm::Java: return javaProperties(text);
    case ImportForm::Kcat: return kcatProperties(text);
    case ImportForm::Environment: break;
    }
    return environmentLines(text);
}

std::string valueOf(const Properties& variables, std::string_view name)
{
    for (const auto& [variable, value] : variables) {
        if (variable == name)
            return value;
    }
    return {};
}

/// As the services do: a user without a password, or the other way round, is no login.
void takeLogin(const Properties& variables, ImportedProfile& imported)
{
    Security& security = imported.profile.security;
    const std::string user = valueOf(variables, "KAFKA_SASL_USERNAME");
    const std::string password = valueOf(variables, "KAFKA_SASL_PASSWORD");
    const std::string mechanism = valueOf(variables, "KAFKA_SASL_MECHANISM");
    if (user.empty() || password.empty())
        return;
    const auto known = mechanismFromName(mechanism);
    if (!mechanism.empty() && !known)
        imported.remarks.push_back({ImportRemarkKind::BadValue, "KAFKA_SASL_MECHANISM"});
    security.mechanism = known.value_or(SaslMechanism::Plain);
    security.user = user;
    imported.secrets.password = password;
}

} // namespace

ImportForm importForm(std::string_view text, std::string_view fileName)
{
    const Properties lines = environmentLines(text);
    if (std::any_of(lines.begin(), lines.end(), [](const auto& line) { return line.first.starts_with("KAFKA_"); }))
        return ImportForm::Environment;
    const Properties asJava = javaProperties(text);
    if (holdsAny(asJava, kOnlyJava))
        return ImportForm::Java;
    if (holdsAny(asJava, kOnlyKcat))
        return ImportForm::Kcat;
    return fileName.ends_with(".properties") ? ImportForm::Java : ImportForm::Kcat;
}

base::Result<ImportedProfile> importProfile(const fs::path& file)
{
    std::error_code failure;
    if (!fs::exists(file, failure))
        return base::Error{base::ErrorCode::NotFound, file.string(), "there is no such file"};
    std::ifstream stream(file, std::ios::binary);
    if (!stream || fs::is_directory(file, failure)) // a folder opens well, and throws when it is read
        return base::Error{base::ErrorCode::Unreadable, file.string(), "the file can't be read"};
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const ImportForm form = importForm(text, file.filename().string());
    const Properties properties = propertiesOf(text, form);
    auto imported = form == ImportForm::Environment ? importEnvironment(properties)
                                                    : base::Result(importProperties(properties, file.parent_path()));
    if (!imported || (imported->profile.bootstrap.empty() && imported->profile.security == Security()))
        return base::Error{base::ErrorCode::Malformed, file.string(),
                           "names no broker and no security; expected are Kafka client properties or KAFKA_* variables"};
    imported->profile.name = file.stem().string();
    return imported;
}

base::Result<ImportedProfile> importEnvironment(const Properties& variables)
{
    ImportedProfile imported;
    imported.profile.name = "dreamscape";
    imported.profile.bootstrap = valueOf(variables, "KAFKA_BROKERS");
    if (imported.profile.bootstrap.empty())
        return base::Error{base::ErrorCode::NotFound, "KAFKA_BROKERS", "the variable is not set, and it names the brokers"};
    imported.profile.security.isTls = valueOf(variables, "KAFKA_SSL") == "true"; // nothing else switches it on there
    takeLogin(variables, imported);
    constexpr std::array<std::string_view, 5> kTaken{"KAFKA_BROKERS", "KAFKA_SSL", "KAFKA_SASL_USERNAME", "KAFKA_SASL_PASSWORD",
                                                     "KAFKA_SASL_MECHANISM"};
    for (const auto& [variable, value] : variables) {
        const bool isTaken = std::find(kTaken.begin(), kTaken.end(), variable) != kTaken.end();
        if (variable.starts_with("KAFKA_") && !isTaken)
            imported.remarks.push_back({ImportRemarkKind::NotNeeded, variable});
    }
    return imported;
}

} // namespace sagascope::profile
