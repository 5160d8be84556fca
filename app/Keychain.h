// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace sagascope::app {

/// Where the system keeps secrets. Whatever goes wrong there counts as "there is none", since a desktop without one, a
/// locked one and a machine without a display fail in ever different ways.
///
/// Main thread; answers come on it, later or at once, and never when the answer is not wanted any more: an asker that
/// goes away guards its own callback. Without an answer for long (a person looks at the system's own question) nothing
/// is told.
class Keychain
{
public:
    using Answer = std::function<void(std::optional<std::string>)>;

    virtual ~Keychain() = default;
    virtual void read(const std::string& key, Answer done) = 0; ///< nothing: no entry, or no keychain
    virtual void write(const std::string& key, const std::string& value, std::function<void(bool isKept)> done) = 0;
    virtual void remove(const std::string& key) = 0;
};

/// The desktop's: Secret Service or KWallet, Keychain on macOS, Credential Manager on Windows.
class SystemKeychain : public Keychain
{
public:
    void read(const std::string& key, Answer done) override;
    void write(const std::string& key, const std::string& value, std::function<void(bool isKept)> done) override;
    void remove(const std::string& key) override;
};

} // namespace sagascope::app
