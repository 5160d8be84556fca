// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/DecodeCheck.h"

#include <nlohmann/json.hpp>

#include "core/base/Utf8.h"
#include "core/event/JsonLines.h"
#include "tests/support/Records.h"

namespace sagascope::test {
namespace {

using Problem = std::optional<std::string>;
using Outcome = event::JsonDocument::Outcome;

constexpr const char* kTopic = "dreamscape.voyage.booking.created";

} // namespace

Problem DecodeCheck::problemWith(std::string_view value)
{
    const Record record = Record(kTopic).key("k").header("correlationId", "").value(std::string(value));
    const event::Decoded decoded = m_decoder.decode(record.raw());
    Problem problem;
    if (const auto* undecodable = std::get_if<event::Undecodable>(&decoded)) {
        if (base::ruleGroup(undecodable->reason) != base::RuleGroup::Bytes)
            problem = "a reason that is none: " + std::string(base::ruleName(undecodable->reason));
        else if (undecodable->position > value.size())
            problem = "stopped behind the end";
    } else {
        problem = problemWithEvent(std::get<event::Event>(decoded));
    }
    if (!problem && base::isUtf8(value) && value.find('\0') == std::string_view::npos)
        problem = problemWithReading(value);
    return problem ? problem : problemWithLine(record.raw());
}

Problem DecodeCheck::problemWithEvent(const event::Event& event)
{
    if (!event.eventType.isPresent())
        return "an event without a type";
    for (const std::string_view text : {event.eventId.text, event.eventType.text, event.source.text, event.sagaId,
                                        event.correlationId.text, event.causationId.text, event.version.text}) {
        if (!base::isUtf8(text))
            return "a member that is no text";
    }
    for (const base::RuleHit& hit : event.hits) {
        if (hit.detail.size() > base::kMaxDetail || !base::isUtf8(hit.detail))
            return "a bad detail of " + std::string(base::ruleName(hit.rule));
    }
    const std::string written = event.body.serialise();
    if (m_again.read(written).outcome != Outcome::Read || m_again.root().serialise() != written)
        return "what was written does not read back: " + written;
    return std::nullopt;
}

/// Our reading against another strict reader's.
Problem DecodeCheck::problemWithReading(std::string_view text)
{
    const auto reading = m_document.read(text);
    if (reading.outcome == Outcome::TooDeep)
        return std::nullopt;
    const bool isRead = reading.outcome == Outcome::Read;
    // It knows neither huge numbers nor lone surrogates (those are tolerated), and passes over a byte order mark.
    const bool isAccepted = nlohmann::json::accept(text) && !text.starts_with("\xEF\xBB\xBF");
    if (isAccepted && !isRead)
        return "refused though right";
    if (isRead && !isAccepted && m_document.tolerated().empty())
        return "read though wrong";
    return std::nullopt;
}

Problem DecodeCheck::problemWithLine(const event::RawRecord& record)
{
    event::RecordBatch batch;
    const std::string line = event::writeLine(record);
    if (!event::readLine(line, batch) || batch.records().front().value != record.value)
        return "the JSON line does not read back: " + line;
    event::RecordBatch ignored;
    static_cast<void>(event::readLine(*record.value, ignored)); // must survive any line, too
    return std::nullopt;
}

} // namespace sagascope::test
