// SPDX-License-Identifier: GPL-3.0-or-later
// For every rule that one record can break: records that break it and records that nearly do, each with everything
// that it breaks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/event/Hits.h"

namespace sagascope::event {
namespace {

using test::Body;
using test::clean;
using test::cleanBody;
using test::eventRecord;
using test::hitsOf;
using test::hitsOfPayload;
using test::jsonText;
using test::Record;
using test::uuid;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Record cleanWithout(std::string Body::*member)
{
    Body body = cleanBody();
    (body.*member).clear();
    return clean(body);
}

Record cleanWith(std::string Body::*member, std::string value)
{
    Body body = cleanBody();
    body.*member = std::move(value);
    return clean(body);
}

/// The clean record's headers, the correlation apart.
Record withHeader(Record record, const std::string& type, std::optional<std::string> correlation)
{
    record.noHeaders().header("eventType", type).header("source", "voyage-service");
    if (correlation)
        record.header("correlationId", *correlation);
    return record;
}

TEST(EventRules, AnOrdinaryEventBreaksNone)
{
    EXPECT_THAT(hitsOf(clean(cleanBody())), IsEmpty());
}

TEST(EventRules, CorrelationMissing)
{
    const auto noneInBody = [] { return cleanWithout(&Body::correlationId); };
    const std::string type = "voyage.booking.created";
    EXPECT_THAT(hitsOf(noneInBody().noHeaders()), ElementsAre("correlation-missing"));
    EXPECT_THAT(hitsOf(withHeader(noneInBody(), type, "")), ElementsAre("correlation-missing"));
    EXPECT_THAT(hitsOf(withHeader(noneInBody(), type, std::nullopt)), ElementsAre("correlation-missing"));
    EXPECT_THAT(hitsOf(withHeader(noneInBody(), type, std::nullopt).nullHeader("correlationId")),
                UnorderedElementsAre("correlation-missing", "header-null correlationId"));
    EXPECT_THAT(hitsOf(cleanWith(&Body::correlationId, "null").noHeaders()), ElementsAre("correlation-missing"));
    EXPECT_THAT(hitsOf(cleanWith(&Body::correlationId, "\"\"").noHeaders()), ElementsAre("correlation-missing"));
    EXPECT_THAT(hitsOf(clean(cleanBody()).noHeaders()), IsEmpty());
}

TEST(EventRules, CorrelationHeaderMismatch)
{
    const std::string type = "voyage.booking.created";
    EXPECT_THAT(hitsOf(withHeader(clean(cleanBody()), type, uuid(9))),
                ElementsAre("correlation-header-mismatch " + uuid(9)));
    EXPECT_THAT(hitsOf(withHeader(clean(cleanBody()), type, "")), ElementsAre("correlation-header-mismatch"));
    EXPECT_THAT(hitsOf(withHeader(cleanWithout(&Body::correlationId), type, uuid(9))),
                ElementsAre("correlation-header-mismatch " + uuid(9)));
    EXPECT_THAT(hitsOf(withHeader(clean(cleanBody()), type, uuid(1001))), IsEmpty());
    EXPECT_THAT(hitsOf(clean(cleanBody()).noHeaders()), IsEmpty()) << "no header, no second opinion";
    EXPECT_THAT(hitsOf(withHeader(clean(cleanBody()), type, std::nullopt)), IsEmpty());
    for (const char* none : {"", "null", "\"\""})
        EXPECT_THAT(hitsOf(withHeader(cleanWith(&Body::correlationId, none), type, "")),
                    ElementsAre("correlation-missing"))
            << "none and none are the same";
}

TEST(EventRules, CorrelationInMetadata)
{
    const auto inMetadata = [](const std::string& inEnvelope) {
        Body body = cleanBody();
        body.correlationId = inEnvelope;
        body.metadata = R"({"correlationId":")" + uuid(1001) + R"("})";
        return clean(body).noHeaders();
    };
    EXPECT_THAT(hitsOf(inMetadata("")), ElementsAre("correlation-in-metadata"));
    EXPECT_THAT(hitsOf(inMetadata(jsonText(uuid(1001)))), IsEmpty());
    EXPECT_THAT(hitsOf(inMetadata("").header("correlationId", uuid(1001))), IsEmpty()) << "the header has it too";
}

TEST(EventRules, CorrelationNotUuid)
{
    const auto correlated = [](const std::string& id) {
        return cleanWith(&Body::correlationId, jsonText(id)).noHeaders();
    };
    EXPECT_THAT(hitsOf(correlated("corr-" + uuid(1))), ElementsAre("correlation-not-uuid corr-" + uuid(1)));
    EXPECT_THAT(hitsOf(correlated(uuid(1))), IsEmpty());
}

TEST(EventRules, CausationSelf)
{
    EXPECT_THAT(hitsOf(cleanWith(&Body::causationId, jsonText(uuid(1)))), ElementsAre("causation-self " + uuid(1)));
    EXPECT_THAT(hitsOf(cleanWith(&Body::causationId, jsonText(uuid(2)))), IsEmpty());
    Body neither = cleanBody();
    neither.eventId = neither.causationId = "\"\"";
    EXPECT_THAT(hitsOf(clean(neither)), ElementsAre("envelope-incomplete eventId")) << "nothing is not its own cause";
}

TEST(EventRules, EventidNotUuid)
{
    const auto named = [](const std::string& id) { return hitsOf(cleanWith(&Body::eventId, jsonText(id))); };
    EXPECT_THAT(named("test-1772443200000"), ElementsAre("eventid-not-uuid test-1772443200000"));
    EXPECT_THAT(named("550e8400-e29b-41d4-a716-44665544000"), ElementsAre("eventid-not-uuid "
                                                                          "550e8400-e29b-41d4-a716-44665544000"));
    EXPECT_THAT(named("550e8400-e29b-41d4-a716-44665544000g"), ElementsAre("eventid-not-uuid "
                                                                           "550e8400-e29b-41d4-a716-44665544000g"));
    EXPECT_THAT(named("550E8400-E29B-41D4-A716-446655440000"), IsEmpty());
}

TEST(EventRules, EventidVariant)
{
    const auto named = [](const std::string& id) { return hitsOf(cleanWith(&Body::eventId, jsonText(id))); };
    EXPECT_THAT(named("550e8400-e29b-41d4-7716-446655440000"),
                ElementsAre("eventid-variant 550e8400-e29b-41d4-7716-446655440000"));
    for (const char* nibble : {"8", "9", "a", "B"})
        EXPECT_THAT(named("550e8400-e29b-41d4-" + std::string(nibble) + "716-446655440000"), IsEmpty());
}

TEST(EventRules, EventtypeTopicMismatch)
{
    const auto typed = [](const std::string& type, const std::string& topic) {
        Body body = cleanBody();
        body.eventType = jsonText(type);
        return hitsOf(Record(topic).key("k").value(body.json()));
    };
    EXPECT_THAT(typed("ai.model.inference_completed", "dreamscape.ai.prediction.made"),
                ElementsAre("eventtype-topic-mismatch ai.model.inference_completed"));
    EXPECT_THAT(typed("dreamscape.payment.failed", "dreamscape.payment.completed"),
                ElementsAre("eventtype-topic-mismatch dreamscape.payment.failed"));
    EXPECT_THAT(typed("payment.completed", "dreamscape.payment.completed"), IsEmpty());
    EXPECT_THAT(typed("payment.completed", "payment.completed"), ElementsAre("naming-convention payment.completed"));
    EXPECT_THAT(typed("payment.completed", "dreamscape.retry.queue"), ElementsAre("retry-attempt"));
    EXPECT_THAT(typed("payment.completed", "dreamscape.dead.letter.queue"), ElementsAre("dead-letter"));
    EXPECT_THAT(typed("dead_letter.event", "dreamscape.any.thing"), ElementsAre("dead-letter"));
}

TEST(EventRules, EventtypePrefixed)
{
    const auto typed = [](const std::string& topic) {
        Body body = cleanBody();
        body.eventType = "\"dreamscape.voyage.booking.created\"";
        return hitsOf(Record(topic).key("k").value(body.json()));
    };
    EXPECT_THAT(typed("dreamscape.voyage.booking.created"),
                ElementsAre("eventtype-prefixed dreamscape.voyage.booking.created"));
    EXPECT_THAT(typed("dreamscape.retry.queue"),
                UnorderedElementsAre("eventtype-prefixed dreamscape.voyage.booking.created", "retry-attempt"));
    EXPECT_THAT(hitsOf(clean(cleanBody())), IsEmpty());
}

TEST(EventRules, EventtypeHeaderMismatch)
{
    EXPECT_THAT(hitsOf(withHeader(clean(cleanBody()), "payment.completed", uuid(1001))),
                ElementsAre("eventtype-header-mismatch payment.completed"));
    EXPECT_THAT(hitsOf(withHeader(clean(cleanBody()), "", uuid(1001))), IsEmpty());
    EXPECT_THAT(hitsOf(cleanWithout(&Body::eventType)), ElementsAre("envelope-incomplete eventType"));
}

TEST(EventRules, EnvelopeMissing)
{
    const auto bare = [](std::string value) {
        return hitsOf(Record("dreamscape.user.created").key("k").value(std::move(value)));
    };
    EXPECT_THAT(bare(R"({"userId":"u-1"})"), ElementsAre("envelope-missing", "correlation-missing", "version-missing"));
    EXPECT_THAT(bare("{}"), ElementsAre("envelope-missing", "correlation-missing", "version-missing"));
    EXPECT_THAT(bare(R"({"payload":{"userId":"u-1"}})"),
                ElementsAre("envelope-incomplete eventId, eventType, timestamp, version, source", "correlation-missing",
                            "version-missing"));
}

TEST(EventRules, EnvelopeIncomplete)
{
    EXPECT_THAT(hitsOf(cleanWithout(&Body::eventId)), ElementsAre("envelope-incomplete eventId"));
    EXPECT_THAT(hitsOf(cleanWithout(&Body::source)), ElementsAre("envelope-incomplete source"));
    EXPECT_THAT(hitsOf(cleanWith(&Body::source, "null")), ElementsAre("envelope-incomplete source"));
    EXPECT_THAT(hitsOf(cleanWith(&Body::timestamp, "\"\"")), ElementsAre("envelope-incomplete timestamp"));
    EXPECT_THAT(hitsOf(cleanWithout(&Body::metadata)), IsEmpty()) << "metadata may be absent";
}

TEST(EventRules, EnvelopeTypeErrorCountsTheMemberAsAbsent)
{
    EXPECT_THAT(hitsOf(cleanWith(&Body::eventId, "7")),
                ElementsAre("envelope-type-error eventId", "envelope-incomplete eventId"));
    EXPECT_THAT(hitsOf(cleanWith(&Body::timestamp, "1772443200000")),
                ElementsAre("envelope-type-error timestamp", "envelope-incomplete timestamp"));
    EXPECT_THAT(hitsOf(cleanWith(&Body::payload, "\"text\"")),
                ElementsAre("envelope-type-error payload", "payload-missing"));
    EXPECT_THAT(hitsOf(cleanWith(&Body::metadata, "[]")), ElementsAre("envelope-type-error metadata"));
    EXPECT_THAT(hitsOf(cleanWith(&Body::metadata, "null")), IsEmpty());
    EXPECT_THAT(hitsOf(cleanWith(&Body::version, "1.0").noHeaders()),
                UnorderedElementsAre("envelope-type-error version", "envelope-incomplete version", "version-missing"));
    EXPECT_THAT(hitsOf(cleanWith(&Body::correlationId, "7").noHeaders()),
                ElementsAre("envelope-type-error correlationId", "correlation-missing"));
    EXPECT_THAT(hitsOf(Record("dreamscape.user.created").key("k").value(R"({"eventId":1,"version":{}})")),
                UnorderedElementsAre("envelope-type-error eventId, version",
                                     "envelope-incomplete eventId, eventType, timestamp, version, source",
                                     "payload-missing", "correlation-missing", "version-missing"));
}

TEST(EventRules, PayloadMissing)
{
    EXPECT_THAT(hitsOf(cleanWithout(&Body::payload)), ElementsAre("payload-missing"));
    EXPECT_THAT(hitsOf(cleanWith(&Body::payload, "null")), ElementsAre("payload-missing"));
    EXPECT_THAT(hitsOf(cleanWith(&Body::payload, "{}")), IsEmpty());
}

TEST(EventRules, TimestampInvalid)
{
    EXPECT_THAT(hitsOf(cleanWith(&Body::timestamp, "\"yesterday\"")), ElementsAre("timestamp-invalid yesterday"));
    EXPECT_THAT(hitsOf(cleanWith(&Body::timestamp, "\"2026-02-30T00:00:00Z\"")),
                ElementsAre("timestamp-invalid 2026-02-30T00:00:00Z"));
    EXPECT_THAT(hitsOf(cleanWith(&Body::timestamp, "\"2026-02-28T00:00:00+01:00\"")), IsEmpty());
}

TEST(EventRules, TimestampNoZone)
{
    EXPECT_THAT(hitsOf(cleanWith(&Body::timestamp, "\"2026-03-02T09:41:12\"")),
                ElementsAre("timestamp-no-zone 2026-03-02T09:41:12"));
    EXPECT_THAT(hitsOf(cleanWith(&Body::timestamp, "\"2026-03-02\"")), ElementsAre("timestamp-no-zone 2026-03-02"));
    EXPECT_THAT(hitsOf(cleanWith(&Body::timestamp, "\"2026-03-02T09:41:12Z\"")), IsEmpty());
}

TEST(EventRules, TimestampKafkaMissing)
{
    EXPECT_THAT(hitsOf(clean(cleanBody()).time("")), ElementsAre("timestamp-kafka-missing"));
    EXPECT_THAT(hitsOf(clean(cleanBody()).time("1970-01-01T00:00:00Z")), IsEmpty());
}

TEST(EventRules, HeaderNull)
{
    EXPECT_THAT(hitsOf(clean(cleanBody()).nullHeader("a").nullHeader("b")), ElementsAre("header-null a, b"));
    EXPECT_THAT(hitsOf(clean(cleanBody()).header("a", "")), IsEmpty());
}

TEST(EventRules, HeaderDuplicate)
{
    EXPECT_THAT(hitsOf(clean(cleanBody()).header("a", "1").header("b", "1").header("a", "1").header("a", "2")),
                ElementsAre("header-duplicate a"));
    EXPECT_THAT(hitsOf(clean(cleanBody()).header("a", "1").header("A", "1")), IsEmpty());
}

TEST(EventRules, KeyMissing)
{
    EXPECT_THAT(hitsOf(clean(cleanBody()).noKey()), ElementsAre("key-missing"));
    EXPECT_THAT(hitsOf(clean(cleanBody()).key("")), IsEmpty());
}

TEST(EventRules, KeyBinary)
{
    EXPECT_THAT(hitsOf(clean(cleanBody()).key("\xFF\x01")), ElementsAre("key-binary"));
    EXPECT_THAT(hitsOf(clean(cleanBody()).key(std::string("a\0b", 3))), ElementsAre("key-binary"));
    EXPECT_THAT(hitsOf(clean(cleanBody()).key("clé")), IsEmpty());
}

TEST(EventRules, VersionMissing)
{
    EXPECT_THAT(hitsOf(cleanWithout(&Body::version).noHeaders()),
                ElementsAre("envelope-incomplete version", "version-missing"));
    EXPECT_THAT(hitsOf(cleanWithout(&Body::version)), ElementsAre("envelope-incomplete version"))
        << "the header says which";
}

TEST(EventRules, VersionFormat)
{
    for (const char* version : {"1", "v1.0", "1.0.0", "1.", ".1", "1.x"})
        EXPECT_THAT(hitsOf(cleanWith(&Body::version, jsonText(version))),
                    ElementsAre("version-format " + std::string(version)));
    EXPECT_THAT(hitsOf(cleanWith(&Body::version, "\"12.34\"")), IsEmpty());
}

TEST(EventRules, RetryAttempt)
{
    EXPECT_THAT(hitsOf(Record("dreamscape.retry.queue").key("k").header("retryCount", "2").value(cleanBody().json())),
                ElementsAre("retry-attempt 2"));
    EXPECT_THAT(hitsOf(clean(cleanBody()).header("retryCount", "2")), IsEmpty()) << "not on the retry queue";
}

TEST(EventRules, DeadLetterAndItsSuffix)
{
    const auto on = [](const std::string& topic) { return hitsOf(Record(topic).key("k").value(cleanBody().json())); };
    EXPECT_THAT(on("dreamscape.dead.letter.queue"), ElementsAre("dead-letter"));
    EXPECT_THAT(on("dreamscape.voyage.booking.created.dlq"),
                UnorderedElementsAre("dead-letter", "dlq-topic-suffix dreamscape.voyage.booking.created.dlq"));
    EXPECT_THAT(on("dreamscape.voyage.booking.created"), IsEmpty());
    Body wrapper = cleanBody();
    wrapper.eventType = "\"dead_letter.event\"";
    wrapper.payload = R"({"originalEvent":{"eventId":"e-1"},"failedTopic":"dreamscape.payment.completed"})";
    EXPECT_THAT(hitsOf(Record("dreamscape.dead.letter.queue").key("k").value(wrapper.json())),
                ElementsAre("dead-letter dreamscape.payment.completed"));
}

TEST(EventRules, NamingConvention)
{
    const auto on = [](const std::string& topic) {
        Body body = cleanBody();
        body.eventType = jsonText(topic.starts_with("dreamscape.") ? topic.substr(11) : topic);
        return hitsOf(Record(topic).key("k").value(body.json()));
    };
    EXPECT_THAT(on("bookings"), ElementsAre("naming-convention bookings"));
    EXPECT_THAT(on("dreamscape.user"), ElementsAre("naming-convention dreamscape.user"));
    EXPECT_THAT(on("dreamscape.user..created"), ElementsAre("naming-convention dreamscape.user..created"));
    EXPECT_THAT(on("dreamscape.user.created."), ElementsAre("naming-convention dreamscape.user.created."));
    EXPECT_THAT(on("dreamscape.auth.login"), IsEmpty());
    EXPECT_THAT(on("dreamscape.auth.password-reset.link.requested"), IsEmpty());
}

TEST(EventRules, EventTooLarge)
{
    const auto sized = [](std::size_t size) {
        std::string json = cleanBody().json();
        json.append(size - json.size(), ' ');
        return hitsOf(clean(cleanBody()).value(json));
    };
    EXPECT_THAT(sized(102'400), ElementsAre("event-too-large 102400"));
    EXPECT_THAT(sized(2'000'000), ElementsAre("event-too-large 2000000"));
    EXPECT_THAT(sized(102'399), IsEmpty());
}

TEST(EventRules, EmbeddedBinary)
{
    EXPECT_THAT(hitsOfPayload(R"({"photo":"data:image/png;base64,iVBORw0KGgo="})"),
                ElementsAre("embedded-binary /payload/photo"));
    EXPECT_THAT(hitsOfPayload(R"({"files":["a","data:text/plain,hello"]})"),
                ElementsAre("embedded-binary /payload/files/1"));
    EXPECT_THAT(hitsOfPayload(R"({"blob":")" + std::string(4096, 'Q') + "\"}"),
                ElementsAre("embedded-binary /payload/blob"));
    EXPECT_THAT(hitsOfPayload(R"({"blob":"see: )" + std::string(4500, 'Q') + " end\"}"),
                ElementsAre("embedded-binary /payload/blob"));
    EXPECT_THAT(hitsOfPayload(R"({"blob":")" + std::string(4095, 'Q') + "\"}"), IsEmpty());
    EXPECT_THAT(hitsOfPayload(R"({"text":"data: nothing but words, really"})"), IsEmpty());
    std::string prose;
    while (prose.size() < 20'000)
        prose += "a long description of a hotel ";
    EXPECT_THAT(hitsOfPayload(R"({"text":")" + prose + "\"}"), IsEmpty());
}

TEST(EventRules, SecretInPayload)
{
    EXPECT_THAT(hitsOfPayload(R"({"resetToken":"abc"})"), ElementsAre("secret-in-payload /payload/resetToken"));
    EXPECT_THAT(hitsOfPayload(R"({"user":{"password":"abc","api_key":"x1"}})"),
                ElementsAre("secret-in-payload /payload/user/password, /payload/user/api_key"));
    EXPECT_THAT(hitsOfPayload(R"({"card":"4242 4242 4242 4242"})"), ElementsAre("secret-in-payload /payload/card"));
    EXPECT_THAT(hitsOfPayload(R"({"list":[1,378282246310005]})"), ElementsAre("secret-in-payload /payload/list/1"));
    EXPECT_THAT(hitsOfPayload(R"({"a/b":{"~":{"token":"t"}}})"),
                ElementsAre("secret-in-payload /payload/a~1b/~0/token"));
}

TEST(EventRules, SecretsThatAreNone)
{
    EXPECT_THAT(hitsOfPayload(R"({"card":"4242 4242 4242 4241"})"), IsEmpty()) << "wrong check digit";
    EXPECT_THAT(hitsOfPayload(R"({"at":1772443200004,"phone":"+33611223344"})"), IsEmpty());
    EXPECT_THAT(hitsOfPayload(R"x({"resetToken":"(redacted)","password":"****","token":""})x"), IsEmpty());
    EXPECT_THAT(hitsOfPayload(R"({"passwordChangedAt":"2026-03-02","hasPassword":true,"tokenType":"Bearer"})"),
                IsEmpty());
    EXPECT_THAT(hitsOfPayload(R"({"token":null,"secret":{"kept":"elsewhere"}})"), IsEmpty());
}

TEST(EventRules, NoHitEverHoldsTheSecretItself)
{
    for (const std::string& hit : hitsOfPayload(R"({"password":"hunter2","pan":"4242424242424242"})")) {
        EXPECT_EQ(hit.find("hunter2"), std::string::npos);
        EXPECT_EQ(hit.find("4242"), std::string::npos);
    }
}

TEST(EventRules, StaleDiff)
{
    EXPECT_THAT(hitsOfPayload(R"({"changes":{"name":{"old":null,"new":"Lea"},"phone":{"old":null,"new":null}}})"),
                ElementsAre("stale-diff /payload/changes"));
    EXPECT_THAT(hitsOfPayload(R"({"changes":{"name":{"old":null,"new":"Lea"},"phone":{"old":"1","new":"2"}}})"),
                IsEmpty());
    EXPECT_THAT(hitsOfPayload(R"({"changes":{}})"), IsEmpty());
    EXPECT_THAT(hitsOfPayload(R"({"changes":["name"]})"), IsEmpty());
    EXPECT_THAT(hitsOfPayload(R"({"changes":{"name":{"new":"Lea"}}})"), IsEmpty());
}

TEST(EventRules, MemberDuplicate)
{
    EXPECT_THAT(hitsOfPayload(R"({"a":1,"a":2})"), ElementsAre("member-duplicate /payload/a"));
    EXPECT_THAT(hitsOfPayload(R"({"list":[{"a":1},{"b":1,"b":1,"b":1}]})"),
                ElementsAre("member-duplicate /payload/list/1/b, /payload/list/1/b"));
    EXPECT_THAT(hitsOfPayload(R"({"a":{"a":1},"b":[{"a":1},{"a":2}]})"), IsEmpty());
}

TEST(EventRules, JsonTolerated)
{
    EXPECT_THAT(hitsOfPayload(R"({"n":123456789012345678901234567890,"m":1e400,"s":"\ud800"})"),
                ElementsAre(R"(json-tolerated 123456789012345678901234567890, 1e400, \ud800)"));
    EXPECT_THAT(hitsOfPayload(R"({"n":18446744073709551615,"m":1e308,"s":"\ud83d\ude00"})"), IsEmpty());
}

TEST(EventRules, BomAndDoubleEncoded)
{
    const Record record = clean(cleanBody());
    const std::string json(*record.raw().value);
    EXPECT_THAT(hitsOf(clean(cleanBody()).value("\xEF\xBB\xBF" + json)), ElementsAre("bom"));
    std::string escaped = "\"";
    for (const char c : json)
        escaped += c == '"' ? "\\\"" : std::string(1, c);
    EXPECT_THAT(hitsOf(clean(cleanBody()).value(escaped + "\"")), ElementsAre("double-encoded"));
    EXPECT_THAT(hitsOf(clean(cleanBody()).value("\xEF\xBB\xBF" + escaped + "\"")),
                ElementsAre("bom", "double-encoded"));
}

TEST(EventRules, DetailsAreShortAndWellFormedWhateverTheMessage)
{
    const std::string longName(200, 'n');
    const auto hits = [&](const std::string& payload) {
        Decoder decoder;
        Body body = cleanBody();
        body.payload = payload;
        const Record record = clean(body);
        const Decoded decoded = decoder.decode(record.raw());
        return std::get<Event>(decoded).hits;
    };
    std::string many = "{";
    for (int i = 0; i < 1000; ++i)
        many += "\"" + std::to_string(i) + "é_token\":\"t\",";
    for (const std::string& payload : {"{\"" + longName + "token\":\"t\"}", many + "\"x\":1}"}) {
        for (const base::RuleHit& hit : hits(payload))
            EXPECT_LE(hit.detail.size(), 120U) << hit.detail;
        EXPECT_EQ(hits(payload).size(), 1U);
    }
}

} // namespace
} // namespace sagascope::event
