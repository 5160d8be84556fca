// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/Time.h"
#include "tests/support/Records.h"

namespace sagascope::test {

/// Events that break no rule but the one they are written for. A line is
///
///     09:40:00 voyage.booking.created e1 | bookingId=BK-1
///
/// time of day (UTC; the producer's and the broker's), event type, event id; then what differs from an event as the
/// services should write it: `corr=c2` (else c1; `-` none), `cause=e1`, `saga=`, `step=`, `src=`, `topic=` (in full),
/// `broker=` (its own time of day; `-` none), `key=` (`-` none, `0x…` bytes), `env.NAME=` (a member of the envelope), `h.NAME=`
/// (a header; `+h.NAME=` one more of that name); behind the bar members of the payload, which is otherwise that of
/// payloads.json. Values are JSON, or else text; `-` takes a member or header away; `null` is null; `@500` is a text
/// of as many letters, in words; `@@500` without blanks. `e1` and `c1` become
/// UUIDs. Each line gets the next offset of its topic's partition 0. A line that starts with `{` is a record as
/// `kcat -J` prints it.
class RuleStory
{
public:
    void add(const std::string& line);
    [[nodiscard]] const std::vector<Record>& records() const { return m_records; }

private:
    using Options = std::vector<std::pair<std::string, std::string>>;
    struct Head
    {
        std::string time;
        std::string type;
        std::string id;
        Options options;
    };

    void addRaw(const std::string& line);
    [[nodiscard]] nlohmann::ordered_json payloadOf(const Head& head, const std::string& members) const;
    [[nodiscard]] nlohmann::ordered_json envelopeOf(const Head& head, nlohmann::ordered_json payload) const;
    void addHeaders(Record& record, const Head& head, const nlohmann::ordered_json& envelope) const;

    std::vector<Record> m_records;
    std::map<std::string, std::int64_t> m_offsets;
};

/// One story of a rule's file and everything that a report must find in it.
struct RuleCase
{
    std::string rule;
    std::string title;
    bool fires = false;
    RuleStory story;
    std::optional<base::Timestamp> asOf;
    std::vector<std::string> expected; ///< sorted: `error saga-stuck BK-1: voyage.booking.created@0`
};

/// The stories in `tests/fixtures/rules/<rule>.txt`: `[fires] title` or `[silent] title` (`[fires 10:30:00]`: as of then), lines
/// of events, and `=> ` lines of findings. `#` starts a comment. Empty when there is no such file.
[[nodiscard]] std::vector<RuleCase> casesOf(std::string_view rule);

} // namespace sagascope::test
