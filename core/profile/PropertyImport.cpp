// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/PropertyImport.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "core/profile/PemFile.h"

namespace sagascope::profile {
namespace {

namespace fs = std::filesystem;
using Kind = ImportRemarkKind;

/// Settings of clients that consume in a group, produce, or tune what we tune ourselves.
constexpr std::array<std::string_view, 33> kNotNeeded{
    "group.id", "group.instance.id", "client.id", "acks", "retries", "key.", "value.", "enable.auto.", "auto.",
    "session.timeout.ms", "heartbeat.interval.ms", "max.poll.", "fetch.", "max.partition.fetch.bytes", "compression.",
    "batch.", "linger.ms", "buffer.memory", "max.in.flight", "enable.idempotence", "delivery.timeout.ms", "request.timeout.ms",
    "client.dns.lookup", "ssl.truststore.type", "ssl.truststore.password", "ssl.keystore.type", "enable.partition.eof",
    "allow.auto.create.topics", "isolation.level", "partition.assignment.strategy",
    "metadata.max.", "topic.metadata.", "interceptor."};

constexpr std::array<std::string_view, 10> kNotSupported{
    "ssl.truststore.certificates", "ssl.keystore.certificate.chain", "ssl.keystore.key", "ssl.ca.pem", "ssl.certificate.pem",
    "ssl.key.pem", "enable.ssl.certificate.verification", "sasl.kerberos.", "sasl.login.callback", "ssl.engine."};

template <typename Prefixes> bool beginsWithAny(std::string_view name, const Prefixes& prefixes)
{
    return std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) { return name.starts_with(prefix); });
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return text;
}

std::string inQuotes(const std::string& file)
{
    return '"' + file + '"';
}

} // namespace

PropertyImport::Member PropertyImport::memberFor(std::string_view name)
{
    using Self = PropertyImport;
    static constexpr std::array<std::pair<std::string_view, Member>, 22> kMembers{{
        {"bootstrap.servers", &Self::takeBootstrap},
        {"metadata.broker.list", &Self::takeBootstrap},
        {"security.protocol", &Self::takeProtocol},
        {"sasl.mechanism", &Self::takeMechanism},
        {"sasl.mechanisms", &Self::takeMechanism},
        {"sasl.username", &Self::takeUser},
        {"sasl.password", &Self::takePassword},
        {"sasl.jaas.config", &Self::takeJaas},
        {"sasl.oauthbearer.client.id", &Self::takeUser},
        {"sasl.oauthbearer.client.secret", &Self::takePassword},
        {"sasl.oauthbearer.token.endpoint.url", &Self::takeTokenEndpoint},
        {"sasl.oauthbearer.scope", &Self::takeTokenScope},
        {"sasl.oauthbearer.method", &Self::dropNotNeeded},
        {"ssl.truststore.location", &Self::takeTrustStore},
        {"ssl.ca.location", &Self::takeTrustStore},
        {"ssl.keystore.location", &Self::takeKeyStore},
        {"ssl.certificate.location", &Self::takeCertificate},
        {"ssl.key.location", &Self::takeKey},
        {"ssl.key.password", &Self::takeKeyPassword},
        {"ssl.keystore.password", &Self::takeKeyPassword},
        {"ssl.endpoint.identification.algorithm", &Self::takeHostnameCheck},
        {"sasl.login.callback.handler.class", &Self::dropNotNeeded},
    }};
    const auto* const found = std::find_if(kMembers.begin(), kMembers.end(), [&](const auto& entry) { return entry.first == name; });
    if (found != kMembers.end())
        return found->second;
    if (beginsWithAny(name, kNotSupported))
        return &Self::dropNotSupported;
    return beginsWithAny(name, kNotNeeded) ? &Self::dropNotNeeded : nullptr;
}

void PropertyImport::take(const std::string& name, const std::string& value)
{
    if (const Member member = memberFor(name))
        (this->*member)(name, value);
    else
        remark(Kind::UnknownProperty, name);
}

void PropertyImport::remark(ImportRemarkKind kind, const std::string& subject, std::string advice)
{
    m_imported.remarks.push_back({kind, subject, std::move(advice)});
}

std::string PropertyImport::besideFile(const std::string& name) const
{
    const fs::path path(name);
    return path.is_absolute() || name.empty() ? name : (m_folder / path).lexically_normal().string();
}

void PropertyImport::takeBootstrap(const std::string&, const std::string& value)
{
    m_imported.profile.bootstrap = value;
}

void PropertyImport::takeProtocol(const std::string& name, const std::string& value)
{
    const std::string protocol = lower(value);
    constexpr std::array<std::string_view, 4> kProtocols{"plaintext", "ssl", "sasl_plaintext", "sasl_ssl"};
    if (std::find(kProtocols.begin(), kProtocols.end(), protocol) == kProtocols.end())
        return remark(Kind::BadValue, name);
    security().isTls = protocol.ends_with("ssl");
    m_isSasl = protocol.starts_with("sasl");
}

void PropertyImport::takeMechanism(const std::string& name, const std::string& value)
{
    const auto mechanism = mechanismFromName(value);
    if (!mechanism)
        return remark(lower(value) == "gssapi" ? Kind::NotSupported : Kind::BadValue, name);
    m_mechanism = *mechanism;
}

void PropertyImport::takeUser(const std::string&, const std::string& value)
{
    security().user = value;
}

void PropertyImport::takePassword(const std::string&, const std::string& value)
{
    m_imported.secrets.password = value;
}

void PropertyImport::takeJaas(const std::string& name, const std::string& value)
{
    const auto options = jaasOptions(value);
    for (const auto& [option, content] : options) {
        if (option == "username" || option == "clientId")
            security().user = content;
        else if (option == "password" || option == "clientSecret")
            m_imported.secrets.password = content;
        else if (option == "scope")
            security().tokenScope = content;
        else if (!option.empty())
            remark(Kind::NotSupported, name + ": " + option);
    }
    if (options.size() < 2) // no more than a module's name
        remark(Kind::BadValue, name);
}

void PropertyImport::takeTrustStore(const std::string&, const std::string& value)
{
    const std::string file = besideFile(value);
    const StoreKind kind = storeKind(file);
    security().caFile = file;
    if (kind == StoreKind::Missing)
        remark(Kind::MissingFile, file);
    if (kind != StoreKind::Jks && kind != StoreKind::Pkcs12)
        return;
    // Prints every certificate as PEM, whatever its alias; what stands between them disturbs nobody.
    security().caFile = file + ".pem";
    remark(Kind::JavaTrustStore, file, "keytool -list -rfc -keystore " + inQuotes(file) + " > " + inQuotes(security().caFile));
}

void PropertyImport::takeKeyStore(const std::string&, const std::string& value)
{
    const std::string file = besideFile(value);
    const StoreKind kind = storeKind(file);
    security().certificateFile = file;
    if (kind == StoreKind::Missing)
        remark(Kind::MissingFile, file);
    if (kind != StoreKind::Jks)
        return;
    security().certificateFile = file + ".p12";
    remark(Kind::JavaKeyStore, file,
           "keytool -importkeystore -srckeystore " + inQuotes(file) + " -destkeystore " + inQuotes(security().certificateFile)
               + " -deststoretype PKCS12");
}

void PropertyImport::takeCertificate(const std::string&, const std::string& value)
{
    security().certificateFile = besideFile(value);
    if (storeKind(security().certificateFile) == StoreKind::Missing)
        remark(Kind::MissingFile, security().certificateFile);
}

void PropertyImport::takeKey(const std::string&, const std::string& value)
{
    security().keyFile = besideFile(value);
    if (storeKind(security().keyFile) == StoreKind::Missing)
        remark(Kind::MissingFile, security().keyFile);
}

void PropertyImport::takeKeyPassword(const std::string& name, const std::string& value)
{
    // In a keystore both passwords exist, and the key's own decides.
    if (m_imported.secrets.keyPassword.empty() || name == "ssl.key.password")
        m_imported.secrets.keyPassword = value;
}

void PropertyImport::takeHostnameCheck(const std::string& name, const std::string& value)
{
    const std::string algorithm = lower(value);
    if (!algorithm.empty() && algorithm != "none" && algorithm != "https")
        return remark(Kind::BadValue, name);
    security().isHostnameChecked = algorithm == "https";
}

void PropertyImport::takeTokenEndpoint(const std::string&, const std::string& value)
{
    security().tokenEndpoint = value;
}

void PropertyImport::takeTokenScope(const std::string&, const std::string& value)
{
    security().tokenScope = value;
}

void PropertyImport::dropNotNeeded(const std::string& name, const std::string&)
{
    remark(Kind::NotNeeded, name);
}

void PropertyImport::dropNotSupported(const std::string& name, const std::string&)
{
    remark(Kind::NotSupported, name);
}

ImportedProfile PropertyImport::finish() &&
{
    // A mechanism without SASL in the protocol is not used by the clients either. Java's default is GSSAPI.
    if (m_isSasl)
        security().mechanism = m_mechanism;
    if (m_isSasl && m_mechanism == SaslMechanism::None)
        remark(Kind::NotSupported, "sasl.mechanism");
    return std::move(m_imported);
}

ImportedProfile importProperties(const Properties& properties, const fs::path& folder)
{
    PropertyImport importing(folder);
    for (const auto& [name, value] : properties)
        importing.take(name, value);
    return std::move(importing).finish();
}

} // namespace sagascope::profile
