// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/event/RawRecord.h"

namespace sagascope::session {

/// A record that may leave the house: its secrets are masked, wherever they lay. Owns its bytes.
class MaskedRecord
{
public:
    /// What becomes of a value that is no JSON: in what cannot be read nobody can tell everything that is secret.
    enum class Unreadable {
        Withheld,    ///< a text in its place says how long it was
        AsFarAsTold, ///< what can be told apart is masked, the rest stays
    };

    explicit MaskedRecord(const event::RawRecord& record, Unreadable unreadable = Unreadable::Withheld);

    [[nodiscard]] bool isChanged() const { return m_isChanged; } ///< something was masked or withheld

    /// Valid as long as this lives.
    [[nodiscard]] event::RawRecord raw() const;
    [[nodiscard]] const std::optional<std::string>& key() const { return m_key; }
    [[nodiscard]] const std::optional<std::string>& value() const { return m_value; }
    struct Header
    {
        std::string name;
        std::optional<std::string> value;
    };
    [[nodiscard]] const std::vector<Header>& headers() const { return m_headers; }

private:
    [[nodiscard]] bool differsFrom(const event::RawRecord& record) const;

    event::RawRecord m_original; ///< only for what is no bytes
    std::string m_topic;
    std::optional<std::string> m_key;
    std::optional<std::string> m_value;
    std::vector<Header> m_headers;
    std::vector<event::HeaderView> m_views;
    bool m_isChanged = false;
};

} // namespace sagascope::session
