// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/HexText.h"

#include <QByteArray>
#include <QStringDecoder>

namespace sagascope::ui {

QString hexOf(std::string_view bytes)
{
    return QString::fromLatin1(QByteArray(bytes.data(), qsizetype(bytes.size())).toHex(' '));
}

QString printableOf(std::string_view bytes)
{
    QString printable;
    for (const char c : bytes)
        printable += c >= 0x20 && c < 0x7f ? QLatin1Char(c) : QLatin1Char('.');
    return printable;
}

QString hexDump(std::string_view bytes, std::size_t from, std::size_t bytesPerLine)
{
    const auto hexWidth = qsizetype(3 * bytesPerLine - 1);
    QString dump;
    for (std::size_t at = 0; at < bytes.size(); at += bytesPerLine) {
        const std::string_view line = bytes.substr(at, bytesPerLine);
        dump += QStringLiteral("%1  %2  %3\n")
                    .arg(from + at, 6, 16, QLatin1Char('0'))
                    .arg(hexOf(line).leftJustified(hexWidth), printableOf(line));
    }
    return dump;
}

bool isText(std::string_view bytes)
{
    if (bytes.find('\0') != std::string_view::npos)
        return false;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    Q_UNUSED(text)
    return !decoder.hasError();
}

QString textOrHex(std::string_view bytes)
{
    return isText(bytes) ? QString::fromUtf8(bytes.data(), qsizetype(bytes.size())) : hexDump(bytes);
}

} // namespace sagascope::ui
