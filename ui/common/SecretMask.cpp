// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/SecretMask.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace sagascope::ui {
namespace {

constexpr std::array<std::u16string_view, 12> kSecretParts{
    u"token", u"password", u"passwd",     u"secret", u"authorization", u"cookie",
    u"apikey", u"api_key",  u"cardnumber", u"cvv",    u"cvc",           u"privatekey",
};

bool hasLuhnSum(QStringView digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        int digit = digits[digits.size() - 1 - i].digitValue();
        if (i % 2 == 1)
            digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

bool isCardNumber(QStringView value)
{
    QString digits;
    for (const QChar c : value) {
        if (c.isDigit())
            digits += c;
        else if (c != u' ' && c != u'-')
            return false;
    }
    return digits.size() >= 13 && digits.size() <= 19 && hasLuhnSum(digits);
}

} // namespace

bool isSecretName(QStringView name)
{
    return std::any_of(kSecretParts.begin(), kSecretParts.end(), [&](std::u16string_view part) {
        return name.contains(QStringView(part), Qt::CaseInsensitive);
    });
}

bool isSecretValue(QStringView value)
{
    const bool isWebToken = value.startsWith(u"eyJ") && value.count(u'.') == 2;
    return isWebToken || isCardNumber(value);
}

QString maskedValue()
{
    return QStringLiteral("••••••••");
}

QString maskedText(const QString& raw)
{
    // A name and the start of a text, each in quotes that may themselves be escaped (an object inside a JSON string).
    // The text itself is only looked at ahead, so that one which holds an object does not hide the members in it.
    static const QRegularExpression member(QStringLiteral(
        R"re((?<!\\)(\\*")([^"\\]{1,64})\1\s*:\s*\1(?=((?:(?!\1)(?:\\\\\\.|\\.|[^\\]))*)))re"));
    QString masked;
    qsizetype done = 0;
    for (auto matches = member.globalMatch(raw); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const bool isInsideOfMasked = match.capturedStart() < done;
        if (isInsideOfMasked || (!isSecretName(match.capturedView(2)) && !isSecretValue(match.capturedView(3))))
            continue;
        masked += QStringView(raw).mid(done, match.capturedStart(3) - done);
        masked += maskedValue();
        done = match.capturedEnd(3);
    }
    return masked += QStringView(raw).mid(done);
}

} // namespace sagascope::ui
