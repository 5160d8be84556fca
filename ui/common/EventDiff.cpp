// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/EventDiff.h"

#include <QHash>

#include <algorithm>
#include <optional>

#include "core/store/EventReader.h"
#include "ui/common/CodeText.h"
#include "ui/common/HexText.h"

namespace sagascope::ui {
namespace {

struct EventParts
{
    JsonDocument record;
    JsonDocument envelope;
    JsonDocument headers;
    JsonDocument payload;

    [[nodiscard]] bool isCut() const
    {
        const auto isFull = [](const JsonDocument& document) { return document.items.size() >= JsonDocument::kMaxItems; };
        return isFull(envelope) || isFull(payload);
    }
};

std::optional<QString> shownBytes(const std::optional<std::string_view>& bytes)
{
    return bytes ? std::optional(textOrHex(*bytes)) : std::nullopt;
}

JsonDocument headersOf(const event::RawRecord& record)
{
    NamedTexts headers;
    QHash<QString, int> seen;
    for (const event::HeaderView& header : record.headers) {
        const QString name = toQString(header.name);
        const int count = ++seen[name];
        headers.emplace_back(count == 1 ? name : QStringLiteral("%1 (%2)").arg(name).arg(count), shownBytes(header.value));
    }
    return documentOf(headers);
}

EventParts partsOf(const event::RawRecord& record, const event::Event* event)
{
    EventParts parts;
    NamedTexts own{{QStringLiteral("topic"), toQString(record.topic)},
                   {QStringLiteral("key"), shownBytes(record.key)}};
    if (!event)
        own.emplace_back(QStringLiteral("value"), shownBytes(record.value));
    parts.record = documentOf(own);
    parts.headers = headersOf(record);
    parts.envelope = event && !event->isBare ? documentOf(event->body, "payload") : documentOf(NamedTexts());
    if (event)
        parts.payload = documentOf(event->payload);
    return parts;
}

std::optional<EventParts> read(const store::EventStore::View& events, base::EventIndex event)
{
    store::EventReader reader(events);
    const event::Event* read = reader.read(event);
    return reader.record() ? std::optional(partsOf(*reader.record(), read)) : std::nullopt;
}

void addChanges(EventDiff& diff, EventPart part, const JsonDocument& left, const JsonDocument& right)
{
    for (JsonChange& change : differences(left, right))
        diff.changes.push_back({part, std::move(change)});
}

} // namespace

std::size_t EventDiff::count(JsonChange::Kind kind) const
{
    return std::size_t(std::count_if(changes.begin(), changes.end(), [kind](const EventChange& c) { return c.change.kind == kind; }));
}

EventDiff diffEvents(const store::EventStore::View& events, base::EventIndex left, base::EventIndex right)
{
    EventDiff diff;
    const auto one = read(events, left);
    const auto other = read(events, right);
    if (!one || !other) {
        const auto record = events.record(one ? right : left);
        diff.isRead = false;
        diff.failure = record ? QString() : toQString(record.error().text());
        return diff;
    }
    diff.isCut = one->isCut() || other->isCut();
    addChanges(diff, EventPart::Record, one->record, other->record);
    addChanges(diff, EventPart::Envelope, one->envelope, other->envelope);
    addChanges(diff, EventPart::Headers, one->headers, other->headers);
    addChanges(diff, EventPart::Payload, one->payload, other->payload);
    return diff;
}

} // namespace sagascope::ui
