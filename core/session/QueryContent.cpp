// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/QueryContent.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "core/session/PayloadPath.h"
#include "core/session/QueryValue.h"
#include "core/session/TextScan.h"

namespace sagascope::session {
namespace {

using event::JsonKind;
using event::JsonNode;

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

bool stringHolds(const QueryTerm& term, std::string_view text)
{
    const bool needsNumber = term.comparison != QueryComparison::Equal;
    return valueHolds(term, text, needsNumber ? readContentNumber(text) : std::nullopt);
}

bool wantsAnything(const QueryTerm& term)
{
    return term.comparison == QueryComparison::Equal && term.text.isStar();
}

bool nodeHolds(const QueryTerm& term, JsonNode node)
{
    if (wantsAnything(term))
        return true;
    switch (node.kind()) {
    case JsonKind::Array: return anyElement(node, [&](JsonNode element) { return nodeHolds(term, element); });
    case JsonKind::Text: return stringHolds(term, *node.text());
    case JsonKind::Null: return valueHolds(term, "null", std::nullopt);
    case JsonKind::Integer:
    case JsonKind::Real:
    case JsonKind::Boolean: return valueHolds(term, node.scalarText().value_or(""), node.number());
    case JsonKind::Object:
    case JsonKind::None: break;
    }
    return false;
}

bool headersHold(const QueryTerm& term, std::span<const event::HeaderView> headers)
{
    return std::any_of(headers.begin(), headers.end(), [&](const event::HeaderView& header) {
        const bool isNamed = toLowerAscii(header.name) == term.path.front();
        return isNamed && (wantsAnything(term) || (header.value && stringHolds(term, *header.value)));
    });
}

/// Says of all events of the view whose records lie in the same block as that of `event` what was found there.
void noteAll(const store::EventStore::View& events, base::EventIndex event, const std::vector<bool>& matching, EventAnswers& answers)
{
    const std::uint32_t block = events.row(event).block;
    std::uint32_t first = event.value;
    while (first > 0 && events.row(base::EventIndex(first - 1)).block == block)
        --first;
    for (std::uint32_t i = first; i < events.size() && events.row(base::EventIndex(i)).block == block; ++i) {
        const std::size_t place = events.row(base::EventIndex(i)).posInBlock;
        answers.note(base::EventIndex(i), place < matching.size() && matching[place]);
    }
}

} // namespace

QueryContent& QueryContent::operator=(const QueryContent& other)
{
    if (this != &other)
        *this = QueryContent();
    return *this;
}

bool QueryContent::holds(const QueryTerm& term, const store::EventStore::View& events, base::EventIndex event,
                         EventAnswers& answers)
{
    if (term.field == QueryField::Text)
        return textHolds(term, events, event, answers);
    if (!read(events, event)) {
        answers.noteUnread(event);
        return false;
    }
    const bool isYes = recordHolds(term);
    answers.note(event, isYes);
    return isYes;
}

bool QueryContent::textHolds(const QueryTerm& term, const store::EventStore::View& events, base::EventIndex event,
                             EventAnswers& answers)
{
    const store::EventRow& row = events.row(event);
    if (!readBlock(events, row.block)) {
        answers.noteUnread(event);
        return false;
    }
    const std::vector<bool> matching = valuesMatching(term.text, store::BlockValues(m_block.bytes));
    noteAll(events, event, matching, answers);
    return row.posInBlock < matching.size() && matching[row.posInBlock];
}

bool QueryContent::readBlock(const store::EventStore::View& events, std::uint32_t number)
{
    if (m_block.memory && m_blockNumber == number && m_blockOf == events.size())
        return true;
    m_block = store::BlockBytes();
    m_blockNumber = number;
    m_blockOf = events.size();
    if (auto block = events.block(number))
        m_block = *std::move(block);
    return m_block.memory != nullptr;
}

bool QueryContent::recordHolds(const QueryTerm& term)
{
    const event::RawRecord& record = m_batch.records().front();
    switch (term.field) {
    case QueryField::Header: return headersHold(term, record.headers);
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
    return event != nullptr &&
           anyInPayload(*event, term.path, [&](JsonNode node) { return nodeHolds(term, node); });
}

} // namespace sagascope::session
