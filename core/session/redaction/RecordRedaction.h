// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/event/RawRecord.h"
#include "core/session/redaction/RedactionRules.h"

namespace sagascope::session {

/// How much was changed. `leftOut` are among `changed`.
struct RedactionCounts
{
    std::uint64_t changed = 0; ///< records
    std::uint64_t leftOut = 0; ///< values that are no JSON, so that nobody can tell what is in them
    friend bool operator==(const RedactionCounts&, const RedactionCounts&) = default;
};

/// Takes values out of records, in two rounds over all of them: first learn() of each, which keeps the values that stand
/// under names that are hidden; then of(), which also finds those values wherever else they stand. The same value becomes
/// the same other value everywhere, so what shared an identifier still does and the sagas stay the same; topics, types of
/// events, placeholders and times stay. One thread.
class RecordRedaction
{
public:
    explicit RecordRedaction(const RedactionRules& rules);
    ~RecordRedaction();
    RecordRedaction(const RecordRedaction&) = delete;
    RecordRedaction& operator=(const RecordRedaction&) = delete;

    void learn(const event::RawRecord& record);
    /// Valid until the next call, and as long as what `record` points to.
    [[nodiscard]] event::RawRecord of(const event::RawRecord& record);
    /// Any other text that goes along: a note, a saga's key.
    [[nodiscard]] std::string ofText(std::string_view text);
    [[nodiscard]] const RedactionCounts& counts() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::session
