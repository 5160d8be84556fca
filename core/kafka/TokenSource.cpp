// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/TokenSource.h"

#include <memory>

#include <QByteArray>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>
#include <QUrl>

#include <nlohmann/json.hpp>

namespace sagascope::kafka {
namespace {

using base::Error;
using base::ErrorCode;
using nlohmann::json;
using namespace std::chrono_literals;

/// The claims between a token's first two points (RFC 7519); null where there are none.
json claimsOf(std::string_view token)
{
    const auto first = token.find('.');
    if (first == std::string_view::npos)
        return {};
    const auto part = token.substr(first + 1, token.find('.', first + 1) - first - 1);
    const QByteArray text = QByteArray::fromBase64(QByteArray(part.data(), qsizetype(part.size())), QByteArray::Base64UrlEncoding);
    json claims = json::parse(text.begin(), text.end(), nullptr, false);
    return claims.is_object() ? claims : json();
}

std::string textOf(const json& object, const char* name)
{
    const auto found = object.find(name); // the end of what is no object
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string formField(const char* name, const std::string& value)
{
    const QByteArray encoded = QUrl::toPercentEncoding(QString::fromStdString(value));
    return std::string(name) + '=' + encoded.toStdString();
}

std::string questionOf(const TokenSource& source)
{
    std::string body = "grant_type=client_credentials&" + formField("client_id", source.clientId) + '&'
        + formField("client_secret", source.clientSecret);
    return source.scope.empty() ? body : body + '&' + formField("scope", source.scope);
}

/// The body of the answer. Nothing of the question is quoted in an error: it holds the secret.
base::Result<std::string> ask(const TokenSource& source, std::chrono::milliseconds timeout)
{
    QNetworkRequest request(QUrl(QString::fromStdString(source.endpoint)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    request.setTransferTimeout(int(timeout.count()));
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.post(request, QByteArray::fromStdString(questionOf(source))));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const std::string body = reply->readAll().toStdString();
    if (reply->error() == QNetworkReply::NoError)
        return body;
    if (status == 0)
        return Error{ErrorCode::Unreachable, source.endpoint, reply->errorString().toStdString()};
    const std::string reason = textOf(json::parse(body, nullptr, false), "error"); // RFC 6749, section 5.2
    return Error{ErrorCode::AuthenticationFailed, source.endpoint,
                 "the token endpoint answers " + std::to_string(status) + (reason.empty() ? "" : ", " + reason)};
}

} // namespace

base::Result<AccessToken> readToken(std::string_view token, base::Timestamp now)
{
    const json claims = claimsOf(token);
    AccessToken read{std::string(token), textOf(claims, "sub"), now + 1h};
    if (read.principal.empty())
        read.principal = "sagascope";
    if (const auto expiry = claims.find("exp"); expiry != claims.end() && expiry->is_number())
        read.expires = base::fromUnixMilliseconds(std::int64_t(expiry->get<double>() * 1000));
    if (read.expires <= now)
        return Error{ErrorCode::AuthenticationFailed, "token", "the token expired at " + base::formatIso8601(read.expires)};
    return read;
}

base::Result<AccessToken> obtainToken(const TokenSource& source, std::chrono::milliseconds timeout)
{
    const base::Timestamp now = base::Clock::system().now();
    if (source.endpoint.empty())
        return readToken(source.token, now);
    const auto answer = ask(source, timeout);
    if (!answer)
        return answer.error();
    const json content = json::parse(*answer, nullptr, false);
    const std::string value = content.is_object() ? textOf(content, "access_token") : std::string();
    if (value.empty())
        return Error{ErrorCode::AuthenticationFailed, source.endpoint, "the token endpoint's answer holds no access_token"};
    auto token = readToken(value, now);
    const auto lifetime = content.find("expires_in");
    if (token && !claimsOf(value).contains("exp") && lifetime != content.end() && lifetime->is_number())
        token->expires = now + std::chrono::seconds(lifetime->get<std::int64_t>());
    return token;
}

} // namespace sagascope::kafka
