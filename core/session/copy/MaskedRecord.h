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
    explicit MaskedRecord(const event::RawRecord& record);

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
    event::RawRecord m_original; ///< only for what is no bytes
    std::string m_topic;
    std::optional<std::string> m_key;
    std::optional<std::string> m_value;
    std::vector<Header> m_headers;
    std::vector<event::HeaderView> m_views;
};

} // namespace sagascope::session
