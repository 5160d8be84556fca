// SPDX-License-Identifier: GPL-3.0-or-later
// A decoder remembers how the events looked that it read before. Nothing of that may show.
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/event/Decoder.h"
#include "core/event/JsonDocument.h"
#include "tests/support/Records.h"

namespace sagascope::event {
namespace {

using test::Record;

std::string told(const Member& member)
{
    return std::string(member.text) + "@" + std::to_string(int(member.origin)) + " ";
}

/// Everything that was read, in one line.
std::string told(const Decoded& decoded)
{
    if (const auto* undecodable = std::get_if<Undecodable>(&decoded))
        return std::string(base::ruleName(undecodable->reason)) + " " + std::to_string(undecodable->position);
    const auto& event = std::get<Event>(decoded);
    std::string line;
    for (const Member& member : {event.eventId, event.eventType, event.source, event.version, event.correlationId, event.causationId})
        line += told(member);
    for (const std::string_view text : {event.sagaId, event.traceId, event.sagaStep, event.wrappedEventId, event.wrappedEventType})
        line += std::string(text) + " ";
    for (const JsonNode& node : {event.body, event.metadata, event.payload, event.wrapped, event.subject()})
        line += node.serialise() + " ";
    line += base::formatIso8601(event.producerTime) + std::to_string(int(event.producerTimeOrigin)) + std::to_string(event.isBare);
    for (const base::RuleHit& hit : event.hits)
        line += " " + std::string(base::ruleName(hit.rule)) + "=" + hit.detail;
    return line;
}

std::string readAlone(const Record& record)
{
    Decoder decoder;
    return told(decoder.decode(record.raw()));
}

Record paid(std::string value)
{
    return Record("dreamscape.payment.completed").key("k").value(std::move(value));
}

/// The body with another text in place of one of its own.
std::string with(std::string body, std::string_view own, std::string_view other)
{
    const std::size_t at = body.find(own);
    return at == std::string::npos ? body : body.replace(at, own.size(), other);
}

const std::string kBody = R"({"eventId":"00000000-0000-4000-8000-000000000001","eventType":"payment.completed",)"
                          R"("timestamp":"2026-03-02T09:00:00.001Z","version":"1.0","source":"payment-service","metadata":{"step":"pay"},)"
                          R"("payload":{"id":"pay-1","amount":482.5,"isFinal":true,"count":3,"cardholderName":"Elio",)"
                          R"("changes":{"a":{"old":null}},"tags":["x",7]}})";

/// Near to the body: one thing is different in each of them.
const std::vector<std::string>& nearBodies()
{
    static const std::vector<std::string> bodies{
        with(kBody, "pay-1", "4111111111111111"),
        with(kBody, "pay-1", "4111 1111 1111 1111"),
        with(kBody, "pay-1", "data:image/png;base64,AAAA"),
        with(kBody, "pay-1", std::string(5000, 'A')),
        with(kBody, "pay-1", ""),
        with(kBody, "482.5", "482"),
        with(kBody, "482.5", "4111111111111111"),
        with(kBody, "482.5", "18446744073709551615"),
        with(kBody, "482.5", "1e999"),
        with(kBody, "482.5", "\"482.5\""),
        with(kBody, "true", "false"),
        with(kBody, "true", "null"),
        with(kBody, "\"count\"", "\"Count\""),
        with(kBody, "\"count\"", "\"token\""),
        with(kBody, "\"count\"", "\"id\""),
        with(kBody, "\"cardholderName\"", "\"cardholderNamf\""),
        with(kBody, "\"cardholderName\"", "\"sagaId\""),
        with(kBody, "\"amount\"", "\"sagaId\""),
        with(kBody, "\"old\":null", "\"old\":1"),
        with(kBody, "\"old\":null", "\"new\":null"),
        with(kBody, "\"step\"", "\"sagaId\""),
        with(kBody, "\"step\":\"pay\"", "\"correlationId\":\"c\""),
        with(kBody, "\"payload\"", "\"payloae\""),
        with(kBody, "\"tags\"", "\"originalEvent\""),
        with(kBody, "[\"x\",7]", R"({"eventId":"e","payload":{"sagaId":"s"}})"),
        with(kBody, "\"source\"", "\"sourcf\""),
        with(kBody, "\"version\":\"1.0\"", "\"version\":1.0"),
        with(kBody, ".001Z", ".001"),
        with(kBody, "-03-02T", "-13-02T"),
        with(kBody, "Elio", "\\ud800"),
        with(kBody, "Elio", "El\\u00efo"),
        kBody.substr(0, kBody.size() - 1),
        "{}",
    };
    return bodies;
}

TEST(Shape, WhatWasReadBeforeChangesNothing)
{
    for (const std::string& body : nearBodies()) {
        Decoder decoder;
        for (const std::string& each : {kBody, kBody, body, kBody, body, body})
            EXPECT_EQ(told(decoder.decode(paid(each).raw())), readAlone(paid(each))) << body;
    }
}

TEST(Shape, ManyShapesInAnyOrderAreReadAsEachAlone)
{
    Decoder decoder;
    std::mt19937 order(7);
    std::vector<Record> records{paid(kBody), Record("").key("k").value(kBody), Record("dreamscape.retry.queue").key("k").value(kBody)};
    for (const std::string& body : nearBodies())
        records.push_back(paid(body));
    for (int i = 0; i < 2'000; ++i) {
        const Record& record = records[order() % records.size()];
        ASSERT_EQ(told(decoder.decode(record.raw())), readAlone(record));
    }
}

TEST(Shape, OfAnObjectWithANameTwiceThereIsNone)
{
    JsonDocument document;
    EXPECT_FALSE(document.readPlain(R"({"a":1,"a":2})"));
    EXPECT_FALSE(document.shape());
    ASSERT_TRUE(document.readPlain(R"({"a":1,"b":2})"));
    EXPECT_TRUE(document.shape());
}

TEST(Shape, GoesByNamesAndKindsAndNotByValues)
{
    JsonDocument document;
    const auto shapeOf = [&](std::string_view text) { return document.readPlain(text) ? document.shape()->id() : 0; };
    const auto first = shapeOf(R"({"name":"x","amount":1,"isFinal":true})");
    EXPECT_EQ(shapeOf(R"({"name":"another","amount":2.5,"isFinal":false})"), first);
    for (const char* other : {R"({"nome":"x","amount":1,"isFinal":true})", R"({"name":1,"amount":1,"isFinal":true})",
                              R"({"name":"x","amount":1,"isFinal":null})", R"({"name":"x","amount":1})"}) {
        const bool isRead = document.readPlain(other);
        EXPECT_TRUE(isRead && (!document.shape() || document.shape()->id() != first)) << other;
    }
}

} // namespace
} // namespace sagascope::event
