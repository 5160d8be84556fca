// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/QueryContent.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>
#include <utility>

#include "core/session/QueryValue.h"

namespace sagascope::session {
namespace {

using event::JsonKind;
using event::JsonNode;
using Steps = std::span<const std::string>;

std::optional<std::size_t> positionOf(std::string_view step)
{
    std::size_t position = 0;
    const auto [end, problem] = std::from_chars(step.data(), step.data() + step.size(), position);
    const bool isPosition = problem == std::errc() && end == step.data() + step.size();
    return isPosition ? std::optional(position) : std::nullopt;
}

bool comparesReal(double left, QueryComparison comparison, double right)
{
    switch (comparison) {
    case QueryComparison::Equal: return left == right;
    case QueryComparison::Less: return left < right;
    case QueryComparison::LessOrEqual: return left <= right;
    case QueryComparison::Greater: return left > right;
    case QueryComparison::GreaterOrEqual: return left >= right;
    }
    return false;
}

/// A value that is there: its text, and the number that it is.
bool valueHolds(const QueryTerm& term, std::string_view text, std::optional<double> number)
{
    constexpr double kExact = 9007199254740992.0; // beyond 2^53 different integers are the same double
    if (term.comparison != QueryComparison::Equal)
        return number && comparesReal(*number, term.comparison, *term.real);
    const bool isSameNumber = term.real && number && *number == *term.real && std::abs(*number) < kExact;
    return isSameNumber || term.text.matches(text);
}

bool textHolds(const QueryTerm& term, std::string_view text)
{
    const bool needsNumber = term.comparison != QueryComparison::Equal;
    return valueHolds(term, text, needsNumber ? readContentNumber(text) : std::nullopt);
}

bool wantsAnything(const QueryTerm& term)
{
    return term.comparison == QueryComparison::Equal && term.text.isStar();
}

template <typename Holds> bool anyElement(JsonNode array, Holds holds)
{
    bool found = false;
    array.forEachElement([&](JsonNode element) { found = found || holds(element); });
    return found;
}

bool nodeHolds(const QueryTerm& term, JsonNode node)
{
    if (wantsAnything(term))
        return true;
    switch (node.kind()) {
    case JsonKind::Array: return anyElement(node, [&](JsonNode element) { return nodeHolds(term, element); });
    case JsonKind::Text: return textHolds(term, *node.text());
    case JsonKind::Null: return valueHolds(term, "null", std::nullopt);
    case JsonKind::Integer:
    case JsonKind::Real:
    case JsonKind::Boolean: return valueHolds(term, node.scalarText().value_or(""), node.number());
    case JsonKind::Object:
    case JsonKind::None: break;
    }
    return false;
}

bool holdsBelow(const QueryTerm& term, JsonNode node, Steps steps)
{
    if (!node.isValid())
        return false;
    if (steps.empty())
        return nodeHolds(term, node);
    if (node.kind() == JsonKind::Object)
        return holdsBelow(term, node.member(steps.front()), steps.subspan(1));
    if (node.kind() != JsonKind::Array)
        return false;
    if (const auto position = positionOf(steps.front()))
        return holdsBelow(term, node.element(*position), steps.subspan(1));
    return anyElement(node, [&](JsonNode element) { return holdsBelow(term, element, steps); });
}

bool headersHold(const QueryTerm& term, std::span<const event::HeaderView> headers)
{
    return std::any_of(headers.begin(), headers.end(), [&](const event::HeaderView& header) {
        const bool isNamed = toLowerAscii(header.name) == term.path.front();
        return isNamed && (wantsAnything(term) || (header.value && textHolds(term, *header.value)));
    });
}

/// Without decoding: names stand in the bytes as they are, unless something is escaped there.
bool canHold(std::string_view value, Steps steps)
{
    const auto isMissing = [&](const std::string& step) {
        const bool isWritten = step.find_first_of("\"\\") == std::string::npos; // those are always escaped
        return isWritten && !positionOf(step) && value.find(step) == std::string_view::npos;
    };
    return std::none_of(steps.begin(), steps.end(), isMissing) || value.find('\\') != std::string_view::npos;
}

} // namespace

QueryContent& QueryContent::operator=(const QueryContent& other)
{
    if (this != &other)
        *this = QueryContent();
    return *this;
}

bool QueryContent::holds(const QueryTerm& term, const store::EventStore::View& events, base::EventIndex event)
{
    if (!read(events, event))
        return false;
    const event::RawRecord& record = m_batch.records().front();
    switch (term.field) {
    case QueryField::Header: return headersHold(term, record.headers);
    case QueryField::Text: return record.value && term.text.matches(*record.value);
    case QueryField::Payload: return record.value && canHold(*record.value, term.path) && payloadHolds(term);
    default: return false;
    }
}

bool QueryContent::read(const store::EventStore::View& events, base::EventIndex event)
{
    if (m_event == event && !m_batch.isEmpty())
        return true;
    m_decoded.reset();
    m_batch = event::RecordBatch();
    m_event = event;
    if (auto batch = events.record(event))
        m_batch = std::move(batch).value();
    return !m_batch.isEmpty();
}

const event::Event* QueryContent::decoded()
{
    if (!m_decoder)
        m_decoder.emplace();
    if (!m_decoded)
        m_decoded = m_decoder->decode(m_batch.records().front());
    return std::get_if<event::Event>(&*m_decoded);
}

bool QueryContent::payloadHolds(const QueryTerm& term)
{
    const event::Event* event = decoded();
    if (event == nullptr)
        return false;
    const JsonNode subject = event->subject();
    return holdsBelow(term, event->payload, term.path) ||
           (subject != event->payload && holdsBelow(term, subject, term.path));
}

} // namespace sagascope::session
