// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/TokenSource.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QByteArray>
#include <QCoreApplication>
#include <QTcpServer>
#include <QTcpSocket>

namespace sagascope::kafka {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

constexpr auto kPatience = 20s;

const base::Timestamp kNow = base::parseIso8601("2026-11-23T10:00:00Z")->time;

std::string unsecured(const std::string& claims)
{
    const auto part = [](const std::string& text) {
        return QByteArray::fromStdString(text).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
    };
    return part(R"({"alg":"none"})") + '.' + part(claims) + '.';
}

TEST(TokenSource, readsWhatATokenSaysOfItself)
{
    const auto token = readToken(unsecured(R"({"sub":"alice","exp":1795431600})"), kNow);
    ASSERT_TRUE(token);
    EXPECT_EQ(token->principal, "alice");
    EXPECT_EQ(token->expires, base::fromUnixMilliseconds(1'795'431'600'000));
    EXPECT_THAT(readToken(unsecured(R"({"sub":"alice","exp":1600000000})"), kNow).error().text(), HasSubstr("expired at 2020-09-13"));
}

TEST(TokenSource, takesWhatItCannotReadForAnHour)
{
    for (const char* opaque : {"abc", "a.b.c", "..", ""}) {
        const auto token = readToken(opaque, kNow);
        ASSERT_TRUE(token) << opaque;
        EXPECT_EQ(token->value, opaque);
        EXPECT_EQ(token->expires, kNow + 1h);
        EXPECT_FALSE(token->principal.empty());
    }
}

/// A token endpoint that gives one answer to everybody, and remembers the question.
class Endpoint
{
public:
    Endpoint(const char* status, const std::string& body)
    {
        m_server.listen(QHostAddress::LocalHost);
        const QByteArray answer = QByteArray("HTTP/1.1 ") + status + "\r\nConnection: close\r\nContent-Length: "
            + QByteArray::number(qsizetype(body.size())) + "\r\n\r\n" + QByteArray::fromStdString(body);
        QObject::connect(&m_server, &QTcpServer::newConnection, [this, answer] {
            QTcpSocket* client = m_server.nextPendingConnection();
            QObject::connect(client, &QTcpSocket::readyRead, client, [this, client, answer] {
                m_asked += client->readAll().toStdString();
                if (m_asked.find("client_secret=") == std::string::npos)
                    return;
                client->write(answer);
                client->disconnectFromHost();
            });
        });
    }

    [[nodiscard]] TokenSource source() const
    {
        return {{}, "http://127.0.0.1:" + std::to_string(m_server.serverPort()) + "/token", "me", "s&cret", "kafka"};
    }
    [[nodiscard]] const std::string& asked() const { return m_asked; }

private:
    int m_count = 1;
    char m_name[5] = "test";
    char* m_names[2] = {m_name, nullptr};
    QCoreApplication m_application{m_count, m_names};
    QTcpServer m_server;
    std::string m_asked;
};

TEST(TokenSource, fetchesATokenForAClient)
{
    const Endpoint endpoint("200 OK", R"({"access_token":"opaque","expires_in":120})");
    const auto before = base::Clock::system().now();
    const auto token = obtainToken(endpoint.source(), kPatience);
    ASSERT_TRUE(token) << token.error().text();
    EXPECT_EQ(token->value, "opaque");
    EXPECT_GE(token->expires, before + 120s);
    EXPECT_LE(token->expires, base::Clock::system().now() + 120s);
    EXPECT_THAT(endpoint.asked(), HasSubstr("grant_type=client_credentials&client_id=me&client_secret=s%26cret&scope=kafka"));
}

TEST(TokenSource, saysWhyThereIsNoToken)
{
    {
        const Endpoint refusing("401 Unauthorized", R"({"error":"invalid_client"})");
        const auto refused = obtainToken(refusing.source(), kPatience);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, base::ErrorCode::AuthenticationFailed);
        EXPECT_THAT(refused.error().text(), testing::AllOf(HasSubstr("401"), HasSubstr("invalid_client"), Not(HasSubstr("s&cret"))));
    }
    const Endpoint confused("200 OK", "<html>");
    EXPECT_THAT(obtainToken(confused.source(), kPatience).error().text(), HasSubstr("access_token"));
    const auto nobody = obtainToken({{}, "http://127.0.0.1:1/token", "me", "secret", {}}, kPatience);
    ASSERT_FALSE(nobody);
    EXPECT_EQ(nobody.error().code, base::ErrorCode::Unreachable);
}

} // namespace
} // namespace sagascope::kafka
