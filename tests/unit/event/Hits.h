// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/event/Decoder.h"
#include "tests/support/Records.h"

namespace sagascope::test {

/// Everything that a record breaks, as a person would note it: `key-missing`, `header-null traceparent`; for a record
/// without a JSON object the single entry `undecodable <reason>`.
inline std::vector<std::string> hitsOf(const Record& record)
{
    event::Decoder decoder;
    const event::Decoded decoded = decoder.decode(record.raw());
    if (const auto* undecodable = std::get_if<event::Undecodable>(&decoded))
        return {"undecodable " + std::string(base::ruleName(undecodable->reason))};
    std::vector<std::string> hits;
    for (const base::RuleHit& hit : std::get<event::Event>(decoded).hits)
        hits.push_back(std::string(base::ruleName(hit.rule)) + (hit.detail.empty() ? "" : " " + hit.detail));
    return hits;
}

/// A record that breaks no rule, with this body in place of its own.
inline Record clean(const Body& body)
{
    return eventRecord("voyage.booking.created", 1, "{}").value(body.json());
}

/// The body of a record that breaks no rule.
inline Body cleanBody()
{
    Body body;
    body.correlationId = jsonText(uuid(1001));
    return body;
}

inline std::vector<std::string> hitsOfPayload(std::string payload)
{
    Body body = cleanBody();
    body.payload = std::move(payload);
    return hitsOf(clean(body));
}

} // namespace sagascope::test
