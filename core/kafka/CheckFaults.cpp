// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/CheckFaults.h"

#include <initializer_list>

namespace sagascope::kafka {
namespace {

// X509_V_ERR_… of OpenSSL, whose headers we do not need for anything else.
constexpr int kNotYetValid = 9;
constexpr int kHasExpired = 10;
constexpr int kHostnameMismatch = 62;
constexpr int kAddressMismatch = 64;

bool hasAny(std::string_view text, std::initializer_list<std::string_view> words)
{
    for (const std::string_view word : words) {
        if (text.find(word) != std::string_view::npos)
            return true;
    }
    return false;
}

CheckFault certificateFault(int error)
{
    switch (error) {
    case kNotYetValid:
    case kHasExpired: return CheckFault::ExpiredCertificate;
    case kHostnameMismatch:
    case kAddressMismatch: return CheckFault::WrongName;
    default: return CheckFault::UntrustedCertificate;
    }
}

CheckFault encryptFault(std::string_view reason, int certificateError)
{
    if (certificateError != 0)
        return certificateFault(certificateError);
    if (hasAny(reason, {"wrong version number", "unknown protocol", "packet length too long", "record layer failure",
                        "unexpected eof"}))
        return CheckFault::ServerSpeaksPlaintext;
    if (hasAny(reason, {"certificate verify failed"}))
        return CheckFault::UntrustedCertificate;
    if (hasAny(reason, {"certificate required", "bad certificate", "unknown ca", "handshake failure"}))
        return CheckFault::ClientRefused;
    return CheckFault::Other;
}

CheckFault loginFault(const ConnectionWords& words)
{
    if (hasAny(words.reason, {"Unsupported SASL mechanism", "supported mechanisms"}))
        return CheckFault::WrongMechanism;
    return words.isOutdatedScram ? CheckFault::ScramRefused : CheckFault::WrongPassword;
}

} // namespace

bool isScramOutdated()
{
    constexpr int kMended = 0x020601'00;
    return rd_kafka_version() < kMended;
}

std::optional<StageFault> faultOf(const ConnectionWords& words)
{
    switch (words.code) {
    case RD_KAFKA_RESP_ERR__SSL:
        return StageFault{CheckStage::Encrypt, encryptFault(words.reason, words.certificateError)};
    case RD_KAFKA_RESP_ERR__AUTHENTICATION:
    case RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED:
    case RD_KAFKA_RESP_ERR_UNSUPPORTED_SASL_MECHANISM: return StageFault{CheckStage::Login, loginFault(words)};
    default: break;
    }
    // A TLS port hangs up on plaintext; librdkafka guesses as much from where the connection broke.
    if (hasAny(words.reason, {"connecting to a SSL listener"}))
        return StageFault{CheckStage::Encrypt, CheckFault::ServerSpeaksTls};
    return std::nullopt;
}

StageFault faultOfSettings(std::string_view reason)
{
    const bool isTls = hasAny(reason, {"ssl.", "SSL", "certificate", "private key"});
    return isTls ? StageFault{CheckStage::Encrypt, CheckFault::BadTlsFile} : StageFault{CheckStage::Login, CheckFault::Other};
}

} // namespace sagascope::kafka
