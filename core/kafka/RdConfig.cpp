// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/RdConfig.h"

#include <array>
#include <cstdlib>

#ifdef _WIN32
#include <ws2tcpip.h>
#else
#include <netdb.h>
#endif

namespace sagascope::kafka {

using base::Error;
using base::ErrorCode;

namespace {

/// Failures reach us as error events; the lines that librdkafka would print on stderr besides are not wanted there.
void dropLogLine(const rd_kafka_t*, int, const char*, const char*) {}

/// librdkafka asks where a broker is; without a host it gives an answer back.
int resolveHost(const char* host, const char* port, const addrinfo* hints, addrinfo** answer, void* opaque)
{
    if (host == nullptr) {
        freeaddrinfo(*answer);
        return 0;
    }
    const int number = port != nullptr ? std::atoi(port) : 0;
    const HostPort place = static_cast<RdContext*>(opaque)->hosts.resolve(host, number);
    return getaddrinfo(place.host.c_str(), std::to_string(place.port.value_or(number)).c_str(), hints, answer);
}

/// On librdkafka's background thread; what it says here counts as the login's fault.
void refreshToken(rd_kafka_t* client, const char*, void* opaque)
{
    constexpr auto kPatience = std::chrono::seconds(5);
    const auto token = obtainToken(*static_cast<RdContext*>(opaque)->tokens, kPatience);
    if (!token) {
        rd_kafka_oauthbearer_set_token_failure(client, token.error().text().c_str());
        return;
    }
    std::array<char, 512> reason{};
    if (rd_kafka_oauthbearer_set_token(client, token->value.c_str(), base::toUnixMilliseconds(token->expires), token->principal.c_str(),
                                       nullptr, 0, reason.data(), reason.size()) != RD_KAFKA_RESP_ERR_NO_ERROR)
        rd_kafka_oauthbearer_set_token_failure(client, "the token is not one that can be sent");
}

} // namespace

void RdDestroyClient::operator()(rd_kafka_t* client) const
{
    const std::unique_ptr<RdContext> context(static_cast<RdContext*>(rd_kafka_opaque(client)));
    rd_kafka_destroy(client);
}

RdConfig::RdConfig(const Profile& profile, const std::string& clientId)
    : m_profile(profile), m_conf(rd_kafka_conf_new()), m_context(std::make_unique<RdContext>())
{
    m_context->hosts = profile.hosts;
    rd_kafka_conf_set_opaque(m_conf.get(), m_context.get());
    if (!profile.hosts.isEmpty())
        rd_kafka_conf_set_resolve_cb(m_conf.get(), &resolveHost);
    m_context->tokens = profile.tokens;
    if (profile.tokens) {
        rd_kafka_conf_set_oauthbearer_token_refresh_cb(m_conf.get(), &refreshToken);
        rd_kafka_conf_enable_sasl_queue(m_conf.get(), 1);
    }
    rd_kafka_conf_set_log_cb(m_conf.get(), &dropLogLine);
    if (!profile.bootstrap.empty())
        set("bootstrap.servers", profile.bootstrap);
    set("client.id", clientId);
    set("log.connection.close", false);
    set("socket.keepalive.enable", true);
    // An embedded broker that comes back does so in tests and demos, where seconds count.
    set("reconnect.backoff.max.ms", profile.isEmbedded ? 500 : 5'000);
}

RdConfig& RdConfig::setOwner(void* owner)
{
    m_context->owner = owner;
    return *this;
}

RdConfig& RdConfig::set(const std::string& property, const std::string& value)
{
    std::array<char, 512> ignored{}; // may quote the value, which may be a secret
    const auto result =
        rd_kafka_conf_set(m_conf.get(), property.c_str(), value.c_str(), ignored.data(), ignored.size());
    if (result == RD_KAFKA_CONF_OK || m_error)
        return *this;
    m_error = Error{ErrorCode::InvalidArgument, property,
                    result == RD_KAFKA_CONF_UNKNOWN ? "no such client property in this build of librdkafka"
                                                    : "the client property does not take this value"};
    return *this;
}

base::Result<RdClient> RdConfig::create(rd_kafka_type_t type)
{
    for (const auto* properties : {&m_profile.security, &m_profile.clientOverrides}) {
        for (const auto& [property, value] : *properties)
            set(property, value);
    }
    if (m_error)
        return *m_error;
    std::array<char, 512> reason{};
    auto* client = rd_kafka_new(type, m_conf.get(), reason.data(), reason.size());
    if (!client)
        return Error{ErrorCode::InvalidArgument, m_profile.bootstrap, reason.data()};
    (void)m_conf.release(); // the client owns both now
    (void)m_context.release();
    // Tokens are wanted whenever a connection is made, and nobody may be polling then.
    if (m_profile.tokens)
        rd_kafka_error_destroy(rd_kafka_sasl_background_callbacks_enable(client));
    return RdClient(client);
}

} // namespace sagascope::kafka
