// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/KafkaCertificates.h"

#include <fstream>

#include "tests/support/ChildProcess.h"

namespace sagascope::support {

namespace fs = std::filesystem;

namespace {

/// Runs openssl again and again until one run fails, whose words are kept.
class OpenSsl
{
public:
    explicit OpenSsl(std::string& reason) : m_reason(reason) {}

    void operator()(std::vector<std::string> arguments)
    {
        if (!m_reason.empty())
            return;
        arguments.insert(arguments.begin(), "openssl");
        const auto result = runCommand(arguments);
        if (!result.hasSucceeded())
            m_reason = "openssl " + arguments[1] + ": " + result.errors;
    }

private:
    std::string& m_reason;
};

void makeCa(OpenSsl& openssl, const fs::path& key, const fs::path& certificate, const std::string& name)
{
    openssl({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
             "/CN=" + name, "-keyout", key.string(), "-out", certificate.string()});
}

/// A key, and a certificate for it that the CA signs, valid for so many days from now.
void makeSigned(OpenSsl& openssl, const fs::path& folder, const std::string& name, const std::string& extensions,
                const std::string& days = "2")
{
    const auto file = [&](const char* ending) { return (folder / (name + ending)).string(); };
    std::ofstream(file(".ext")) << extensions;
    openssl({"req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=sagascope-" + name,
             "-keyout", file(".key"), "-out", file(".csr")});
    openssl({"x509", "-req", "-in", file(".csr"), "-CA", (folder / "ca.pem").string(), "-CAkey",
             (folder / "ca.key").string(), "-CAcreateserial", "-days", days, "-extfile", file(".ext"), "-out", file(".crt")});
}

/// Kafka wants key and certificate in one file.
void joinParts(const fs::path& folder, const std::string& name)
{
    std::ofstream joined(folder / (name + ".pem"));
    for (const char* ending : {".key", ".crt"})
        joined << std::ifstream(folder / (name + ending)).rdbuf();
}

} // namespace

KafkaCertificates makeKafkaCertificates(const fs::path& folder)
{
    KafkaCertificates made{folder / "ca.pem",     folder / "other-ca.pem", folder / "broker.pem", folder / "expired.pem",
                           folder / "client.crt", folder / "client.key",   folder / "locked.key", {}};
    OpenSsl openssl(made.reason);
    makeCa(openssl, folder / "ca.key", made.ca, "sagascope-test-ca");
    makeCa(openssl, folder / "other-ca.key", made.otherCa, "sagascope-other-ca");
    const std::string names = "subjectAltName=IP:127.0.0.1,DNS:localhost\n";
    makeSigned(openssl, folder, "broker", names);
    makeSigned(openssl, folder, "expired", names, "-1");
    makeSigned(openssl, folder, "client", "extendedKeyUsage=clientAuth\n");
    openssl({"pkcs8", "-topk8", "-in", made.clientKey.string(), "-out", made.lockedKey.string(), "-passout",
             std::string("pass:") + KafkaCertificates::kKeyPassword});
    joinParts(folder, "broker");
    joinParts(folder, "expired");
    return made;
}

} // namespace sagascope::support
