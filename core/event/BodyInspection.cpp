// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/BodyInspection.h"

#include <cstdint>
#include <string>

#include "core/event/JsonDocument.h"
#include "core/event/TapeWalk.h"
#include "core/event/TextForms.h"

namespace sagascope::event {
namespace {

constexpr std::int64_t kSmallestCard = 1'000'000'000'000; ///< thirteen digits

bool holdsSecret(const TapeWalk& walk, std::string_view text)
{
    return looksLikeCardNumber(text) || (walk.isMember() && !isMasked(text) && namesSecret(walk.name()));
}

void addPlace(HitList& hits, base::Rule rule, const TapeWalk& walk)
{
    if (hits.hasRoomFor(rule))
        hits.add(rule, walk.pointer());
}

/// A quick look at every text, names of members included: most bodies hold nothing that is worth the walk.
bool isSuspicious(const JsonTape& tape)
{
    const std::size_t end = tape.next(JsonTape::kRoot);
    for (std::size_t at = JsonTape::kRoot; at < end; at = tape.step(at)) {
        const char type = tape.type(at);
        if (type == '"') {
            const std::string_view text = tape.text(at);
            if (namesSecret(text) || looksLikeCardNumber(text) || embedsBinary(text))
                return true;
        } else if (type == 'l' && tape.integer(at) >= kSmallestCard) {
            return true;
        }
    }
    return false;
}

} // namespace

void inspectBody(JsonNode body, HitList& hits)
{
    const JsonTape& tape = body.document()->tape();
    if (!isSuspicious(tape))
        return;
    for (TapeWalk walk(tape); walk.next();) {
        const char type = tape.type(walk.at());
        if (type == '"') {
            const std::string_view text = tape.text(walk.at());
            if (holdsSecret(walk, text))
                addPlace(hits, base::Rule::SecretInPayload, walk);
            if (embedsBinary(text))
                addPlace(hits, base::Rule::EmbeddedBinary, walk);
        } else if (type == 'l' && holdsSecret(walk, std::to_string(tape.integer(walk.at())))) {
            addPlace(hits, base::Rule::SecretInPayload, walk);
        }
    }
}

} // namespace sagascope::event
