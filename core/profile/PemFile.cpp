// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/PemFile.h"

#include <fstream>
#include <string_view>

namespace sagascope::profile {
namespace {

constexpr std::size_t kLookedAt = 65'536;

bool has(std::string_view text, std::string_view words)
{
    return text.find(words) != std::string_view::npos;
}

StoreKind kindOf(std::string_view bytes)
{
    using namespace std::string_view_literals;
    if (has(bytes, "-----BEGIN "))
        return has(bytes, "BEGIN ENCRYPTED PRIVATE KEY") || has(bytes, "Proc-Type: 4,ENCRYPTED") ? StoreKind::EncryptedPem
                                                                                                 : StoreKind::Pem;
    // The second is JCEKS, which no other program reads either.
    if (bytes.starts_with("\xFE\xED\xFE\xED"sv) || bytes.starts_with("\xCE\xCE\xCE\xCE"sv))
        return StoreKind::Jks;
    // An ASN.1 sequence that begins with the version number 3 (RFC 7292, section 4).
    if (bytes.starts_with('\x30') && has(bytes.substr(0, 12), "\x02\x01\x03"sv))
        return StoreKind::Pkcs12;
    return StoreKind::Other;
}

} // namespace

StoreKind storeKind(const std::string& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return StoreKind::Missing;
    std::string bytes(kLookedAt, '\0');
    stream.read(bytes.data(), std::streamsize(bytes.size()));
    if (stream.bad() || (stream.gcount() == 0 && !stream.eof()))
        return StoreKind::Missing;
    bytes.resize(std::size_t(stream.gcount()));
    return kindOf(bytes);
}

} // namespace sagascope::profile
