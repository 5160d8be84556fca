// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SecretStore.h"

#include <optional>
#include <utility>

#include <QEventLoop>
#include <QTimer>

#include <nlohmann/json.hpp>

namespace sagascope::app {
namespace {

using nlohmann::json;
using profile::Secrets;

std::string written(const Secrets& secrets)
{
    return json{{"password", secrets.password}, {"keyPassword", secrets.keyPassword}}.dump(-1, ' ', false,
                                                                                           json::error_handler_t::replace);
}

/// An entry that somebody else wrote may hold anything; what is no text of ours counts as the password itself.
Secrets parsed(const std::string& text)
{
    const json entry = json::parse(text, nullptr, false);
    const auto member = [&entry](const char* name) {
        const auto found = entry.find(name);
        return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    return entry.is_object() ? Secrets{member("password"), member("keyPassword")} : Secrets{text, {}};
}

} // namespace

void SecretStore::find(const std::string& profile, std::function<void(const Secrets&)> done)
{
    if (const auto known = m_known->find(profile); known != m_known->end())
        return done(known->second);
    m_keychain.read(profile, [profile, done = std::move(done), memory = std::weak_ptr(m_known)](const std::optional<std::string>& text) {
        const auto known = memory.lock();
        if (!known)
            return;
        if (text)
            known->try_emplace(profile, parsed(*text)); // what was typed meanwhile is newer
        const auto found = known->find(profile);
        done(found == known->end() ? Secrets() : found->second);
    });
}

Secrets SecretStore::findNow(const std::string& profile, std::chrono::milliseconds patience)
{
    struct Wait
    {
        QEventLoop loop;
        std::optional<Secrets> answer;
    };
    const auto wait = std::make_shared<Wait>();
    find(profile, [wait](const Secrets& secrets) {
        wait->answer = secrets;
        wait->loop.quit();
    });
    if (!wait->answer) {
        QTimer::singleShot(patience, &wait->loop, &QEventLoop::quit);
        wait->loop.exec();
    }
    return wait->answer.value_or(Secrets());
}

void SecretStore::remember(const std::string& profile, const Secrets& secrets)
{
    (*m_known)[profile] = secrets;
}

void SecretStore::keep(const std::string& profile, const Secrets& secrets, std::function<void(bool isKept)> done)
{
    remember(profile, secrets);
    m_keychain.write(profile, written(secrets), std::move(done));
}

void SecretStore::forget(const std::string& profile)
{
    m_known->erase(profile);
    m_keychain.remove(profile);
}

} // namespace sagascope::app
