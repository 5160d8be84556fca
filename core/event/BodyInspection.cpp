// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/BodyInspection.h"

#include <string>

#include "core/event/JsonDocument.h"
#include "core/event/TapeWalk.h"
#include "core/event/TextForms.h"

namespace sagascope::event {
namespace {

bool holdsSecret(const TapeWalk& walk, std::string_view text)
{
    return looksLikeCardNumber(text) || (walk.isMember() && !isMasked(text) && namesSecret(walk.name()));
}

void addPlace(HitList& hits, base::Rule rule, const TapeWalk& walk)
{
    if (hits.hasRoomFor(rule))
        hits.add(rule, walk.pointer());
}

} // namespace

void inspectBody(JsonNode body, HitList& hits)
{
    if (!body.document()->hasSuspects())
        return;
    const JsonTape& tape = body.document()->tape();
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
