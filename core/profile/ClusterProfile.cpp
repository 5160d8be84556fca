// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/ClusterProfile.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "core/profile/PemFile.h"

namespace sagascope::profile {
namespace {

using kafka::Environment;

constexpr std::array kMechanisms{
    std::pair{SaslMechanism::Plain, std::string_view("PLAIN")},
    std::pair{SaslMechanism::ScramSha256, std::string_view("SCRAM-SHA-256")},
    std::pair{SaslMechanism::ScramSha512, std::string_view("SCRAM-SHA-512")},
    std::pair{SaslMechanism::OAuthBearer, std::string_view("OAUTHBEARER")},
};

constexpr std::array kEnvironments{
    std::pair{Environment::Development, std::string_view("development")},
    std::pair{Environment::Test, std::string_view("test")},
    std::pair{Environment::Staging, std::string_view("staging")},
    std::pair{Environment::Production, std::string_view("production")},
};

bool isSameWord(std::string_view one, std::string_view other)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](unsigned char a, unsigned char b) {
        return std::tolower(a) == std::tolower(b);
    });
}

template <typename Named> std::string_view nameIn(const Named& named, typename Named::value_type::first_type value)
{
    for (const auto& [candidate, name] : named) {
        if (candidate == value)
            return name;
    }
    return {};
}

template <typename Named> auto valueIn(const Named& named, std::string_view name)
{
    for (const auto& [value, candidate] : named) {
        if (isSameWord(candidate, name))
            return std::optional(value);
    }
    return std::optional<typename Named::value_type::first_type>();
}

base::Error wrong(std::string member, std::string why)
{
    return {base::ErrorCode::InvalidArgument, std::move(member), std::move(why)};
}

bool isColour(std::string_view text)
{
    return text.size() == 7 && text.front() == '#'
        && std::all_of(text.begin() + 1, text.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
}

base::Result<void> checkSecurity(const Security& security)
{
    if (!security.keyFile.empty() && security.certificateFile.empty())
        return wrong("certificateFile", "a key without its certificate; name both");
    const bool isPassword = security.mechanism != SaslMechanism::None && security.mechanism != SaslMechanism::OAuthBearer;
    if (isPassword && security.user.empty())
        return wrong("user", "the mechanism asks for a user");
    if (!security.tokenEndpoint.empty() && security.user.empty())
        return wrong("user", "a token endpoint asks for the client's id");
    return {};
}

void addTls(const Security& security, const Secrets& secrets, std::map<std::string, std::string>& properties)
{
    const auto set = [&](const char* property, const std::string& value) {
        if (!value.empty())
            properties[property] = value;
    };
    properties["ssl.endpoint.identification.algorithm"] = security.isHostnameChecked ? "https" : "none";
    set("ssl.ca.location", security.caFile);
    if (!security.certificateFile.empty() && storeKind(security.certificateFile) == StoreKind::Pkcs12) {
        set("ssl.keystore.location", security.certificateFile);
        set("ssl.keystore.password", secrets.keyPassword);
        return;
    }
    set("ssl.certificate.location", security.certificateFile);
    // One PEM file may hold both.
    set("ssl.key.location", security.keyFile.empty() ? security.certificateFile : security.keyFile);
    set("ssl.key.password", secrets.keyPassword);
}

std::map<std::string, std::string> securityProperties(const Security& security, const Secrets& secrets)
{
    const bool isSasl = security.mechanism != SaslMechanism::None;
    if (!security.isTls && !isSasl)
        return {};
    std::map<std::string, std::string> properties;
    properties["security.protocol"] = isSasl ? (security.isTls ? "sasl_ssl" : "sasl_plaintext") : "ssl";
    if (security.isTls)
        addTls(security, secrets, properties);
    if (isSasl)
        properties["sasl.mechanism"] = mechanismName(security.mechanism);
    if (isSasl && security.mechanism != SaslMechanism::OAuthBearer) {
        properties["sasl.username"] = security.user;
        properties["sasl.password"] = secrets.password;
    }
    return properties;
}

std::optional<kafka::TokenSource> tokenSource(const Security& security, const Secrets& secrets)
{
    if (security.mechanism != SaslMechanism::OAuthBearer)
        return std::nullopt;
    if (security.tokenEndpoint.empty())
        return kafka::TokenSource{.token = secrets.password};
    return kafka::TokenSource{{}, security.tokenEndpoint, security.user, secrets.password, security.tokenScope};
}

} // namespace

std::string_view mechanismName(SaslMechanism mechanism)
{
    return nameIn(kMechanisms, mechanism);
}

std::optional<SaslMechanism> mechanismFromName(std::string_view name)
{
    return valueIn(kMechanisms, name);
}

std::string_view environmentName(Environment environment)
{
    return nameIn(kEnvironments, environment);
}

std::optional<Environment> environmentFromName(std::string_view name)
{
    return valueIn(kEnvironments, name);
}

base::Result<void> ClusterProfile::check() const
{
    if (name.find_first_not_of(" \t") == std::string::npos)
        return wrong("name", "a profile needs a name");
    if (!colour.empty() && !isColour(colour))
        return wrong("colour", "a colour is written #rrggbb");
    if (const auto checked = checkSecurity(security); !checked)
        return checked.error();
    return toKafka(*this).check();
}

bool NeededSecrets::areIn(const Secrets& secrets) const
{
    return (!password || !secrets.password.empty()) && (!keyPassword || !secrets.keyPassword.empty());
}

NeededSecrets neededSecrets(const ClusterProfile& profile)
{
    const Security& security = profile.security;
    NeededSecrets needed;
    needed.password = security.mechanism != SaslMechanism::None;
    if (!security.isTls || security.certificateFile.empty())
        return needed;
    const StoreKind kind = storeKind(security.keyFile.empty() ? security.certificateFile : security.keyFile);
    needed.keyPassword = kind == StoreKind::EncryptedPem || kind == StoreKind::Pkcs12;
    return needed;
}

kafka::Profile toKafka(const ClusterProfile& profile, const Secrets& secrets)
{
    kafka::Profile made;
    made.name = profile.name;
    made.colour = profile.colour;
    made.environment = profile.environment;
    made.bootstrap = profile.bootstrap;
    made.topicPattern = profile.topicPattern;
    made.isReadOnly = profile.isReadOnly();
    made.watchedGroups = profile.groups;
    made.metadataInterval = profile.metadataInterval;
    made.hosts = profile.hosts;
    made.security = securityProperties(profile.security, secrets);
    made.tokens = tokenSource(profile.security, secrets);
    return made;
}

} // namespace sagascope::profile
