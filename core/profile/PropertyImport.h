// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/profile/ProfileImport.h"

namespace sagascope::profile {

/// Takes over one client property after the other; finish() settles what only all of them tell together.
class PropertyImport
{
public:
    explicit PropertyImport(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    void take(const std::string& name, const std::string& value);
    [[nodiscard]] ImportedProfile finish() &&;

private:
    using Member = void (PropertyImport::*)(const std::string& name, const std::string& value);
    static Member memberFor(std::string_view name);

    void takeBootstrap(const std::string& name, const std::string& value);
    void takeProtocol(const std::string& name, const std::string& value);
    void takeMechanism(const std::string& name, const std::string& value);
    void takeUser(const std::string& name, const std::string& value);
    void takePassword(const std::string& name, const std::string& value);
    void takeJaas(const std::string& name, const std::string& value);
    void takeTrustStore(const std::string& name, const std::string& value);
    void takeKeyStore(const std::string& name, const std::string& value);
    void takeCertificate(const std::string& name, const std::string& value);
    void takeKey(const std::string& name, const std::string& value);
    void takeKeyPassword(const std::string& name, const std::string& value);
    void takeHostnameCheck(const std::string& name, const std::string& value);
    void takeTokenEndpoint(const std::string& name, const std::string& value);
    void takeTokenScope(const std::string& name, const std::string& value);
    void dropNotNeeded(const std::string& name, const std::string& value);
    void dropNotSupported(const std::string& name, const std::string& value);

    void remark(ImportRemarkKind kind, const std::string& subject, std::string advice = {});
    [[nodiscard]] std::string besideFile(const std::string& name) const;
    [[nodiscard]] Security& security() { return m_imported.profile.security; }

    std::filesystem::path m_folder;
    ImportedProfile m_imported;
    bool m_isSasl = false;
    SaslMechanism m_mechanism = SaslMechanism::None;
};

} // namespace sagascope::profile
