// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that one record can break all by itself. Which rules need the catalog or other events is not known here.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/SameText.h"
#include "core/base/Utf8.h"
#include "core/event/BodyInspection.h"
#include "core/event/EventReader.h"
#include "core/event/JsonDocument.h"
#include "core/event/TextForms.h"
#include "core/event/Topic.h"

namespace sagascope::event {
namespace {

using base::Rule;

constexpr std::size_t kLargeEvent = std::size_t(100) * 1024;

/// Whether all eight are ASCII and print.
bool isPrinting(std::uint64_t eight)
{
    constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101ULL;
    constexpr std::uint64_t kTops = 0x80 * kOnes;
    // Bytes below 128 never reach their neighbours: 0x20 and more reach the top bit with 0x60 added, and 0x7F with one.
    return (eight & kTops) == 0 && ((eight + 0x60 * kOnes) & kTops) == kTops && ((eight + kOnes) & kTops) == 0;
}

/// The same of a text of eight bytes or more; the last eight may overlap the ones before.
bool isPrinting(std::string_view bytes)
{
    const auto isPrintingAt = [&](std::size_t at) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data() + at, sizeof eight);
        return isPrinting(eight);
    };
    const std::size_t last = bytes.size() - sizeof(std::uint64_t);
    for (std::size_t at = 0; at < last; at += sizeof(std::uint64_t)) {
        if (!isPrintingAt(at))
            return false;
    }
    return isPrintingAt(last);
}

bool isText(std::string_view bytes)
{
    if (bytes.size() >= sizeof(std::uint64_t) && isPrinting(bytes))
        return true;
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    return base::isUtf8(bytes) && std::none_of(bytes.begin(), bytes.end(), isControl);
}

} // namespace

void EventReader::checkEnvelope()
{
    if (m_event.isBare) {
        m_hits.add(Rule::EnvelopeMissing);
        return;
    }
    m_layout.envelope.reportTypeErrors(m_hits);
    m_layout.envelope.reportIncomplete(m_tape, m_hits);
    if (!m_event.payload.isValid())
        m_hits.add(Rule::PayloadMissing);
}

void EventReader::checkIds()
{
    const std::string_view id = m_event.eventId.text;
    if (!m_event.eventId.isPresent())
        return;
    const UuidForm form = uuidForm(id);
    if (form == UuidForm::None)
        m_hits.add(Rule::EventidNotUuid, id);
    if (form == UuidForm::OtherVariant)
        m_hits.add(Rule::EventidVariant, id);
    if (base::isSameText(m_event.causationId.text, id))
        m_hits.add(Rule::CausationSelf, id);
}

void EventReader::checkCorrelation()
{
    std::string_view inBody = inEnvelope(EnvelopeMember::CorrelationId);
    if (inBody.empty())
        inBody = inMetadata(EnvelopeMember::CorrelationId);
    const std::string_view inHeader = header(KnownHeader::CorrelationId);
    // A producer that does not send this header at all is no second opinion; one that sends it empty or null is.
    if (m_headers.isThere(KnownHeader::CorrelationId) && !base::isSameText(inBody, inHeader))
        m_hits.add(Rule::CorrelationHeaderMismatch, inHeader);
    if (!m_event.correlationId.isPresent()) {
        m_hits.add(Rule::CorrelationMissing);
        return;
    }
    if (m_event.correlationId.origin == Origin::Metadata)
        m_hits.add(Rule::CorrelationInMetadata);
    if (uuidForm(m_event.correlationId.text) == UuidForm::None)
        m_hits.add(Rule::CorrelationNotUuid, m_event.correlationId.text);
}

void EventReader::checkEventType()
{
    if (m_event.eventType.origin == Origin::Topic)
        return;
    const std::string_view type = m_event.eventType.text;
    const std::string_view suffix = topicSuffix();
    const bool isElsewhere = m_event.topicRole != TopicRole::Ordinary || m_isWrapper;
    // On a retry or dead-letter topic the topic that it should be is not known.
    const bool isPrefixed = isElsewhere ? event::topicSuffix(type) != type : base::isSameText(type, m_record.topic) && suffix != type;
    if (isPrefixed)
        m_hits.add(Rule::EventtypePrefixed, type);
    else if (!isElsewhere && !base::isSameText(type, suffix))
        m_hits.add(Rule::EventtypeTopicMismatch, type);
    const std::string_view inHeader = header(KnownHeader::EventType);
    if (m_event.eventType.origin != Origin::Header && !inHeader.empty() && !base::isSameText(inHeader, type))
        m_hits.add(Rule::EventtypeHeaderMismatch, inHeader);
}

void EventReader::checkVersion()
{
    if (!m_event.version.isPresent())
        m_hits.add(Rule::VersionMissing);
    else if (!isVersion(m_event.version.text))
        m_hits.add(Rule::VersionFormat, m_event.version.text);
}

void EventReader::checkHeaders()
{
    for (const HeaderView& header : m_headers.haveNull() ? m_record.headers : std::span<const HeaderView>()) {
        if (!header.value)
            m_hits.add(Rule::HeaderNull, header.name);
    }
    if (!m_headers.mayHaveDuplicates())
        return;
    std::vector<std::string_view> names;
    names.reserve(m_record.headers.size());
    for (const HeaderView& header : m_record.headers)
        names.push_back(header.name);
    std::sort(names.begin(), names.end());
    for (auto name = std::adjacent_find(names.begin(), names.end()); name != names.end();) {
        m_hits.add(Rule::HeaderDuplicate, *name);
        name = std::adjacent_find(std::upper_bound(name, names.end(), *name), names.end());
    }
}

void EventReader::checkKey()
{
    if (!m_record.key)
        m_hits.add(Rule::KeyMissing);
    else if (!isText(*m_record.key))
        m_hits.add(Rule::KeyBinary);
}

void EventReader::checkTopic()
{
    if (m_record.brokerTime == base::kNoTime)
        m_hits.add(Rule::TimestampKafkaMissing);
    if (!m_topic.followsConvention)
        m_hits.add(Rule::NamingConvention, m_record.topic);
    if (m_topic.hasDlqSuffix)
        m_hits.add(Rule::DlqTopicSuffix, m_record.topic);
    if (m_event.topicRole == TopicRole::Retry) {
        const std::string_view attempt = header(KnownHeader::RetryCount);
        m_hits.add(Rule::RetryAttempt, attempt.empty() ? header(KnownHeader::RetryCountDashed) : attempt);
    }
    if (m_event.topicRole == TopicRole::DeadLetter || m_isWrapper)
        m_hits.add(Rule::DeadLetter, text(m_layout.failedTopic));
}

void EventReader::checkContent()
{
    if (m_record.value->size() >= kLargeEvent)
        m_hits.add(Rule::EventTooLarge, std::to_string(m_record.value->size()));
    if (m_layout.hasStaleDiff)
        m_hits.add(Rule::StaleDiff, "/payload/changes");
    inspectBody(m_event.body, m_hits);
}

} // namespace sagascope::event
