// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/law/Chronicle.h"

#include <array>
#include <cstdio>
#include <map>
#include <random>

#include <nlohmann/json.hpp>

namespace sagascope::test {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array kPrices{482.0, 120.5, 99.0, 1240.0, 75.25, 310.0, 482.5, 58.0, 2199.0, 640.0, 18.9, 905.0};

std::string moment(int milliseconds)
{
    std::array<char, 40> text{};
    const int seconds = milliseconds / 1000;
    std::snprintf(text.data(), text.size(), "2026-03-02T%02d:%02d:%02d.%03dZ", 9 + seconds / 3600, seconds / 60 % 60,
                  seconds % 60, milliseconds % 1000);
    return text.data();
}

/// What of an event differs from the ordinary; the rest follows from the tale.
struct Said
{
    std::string type{};
    Json payload{};
    int strand = 0;
    std::string cause{};      ///< event id
    std::string correlation{};
    std::string topic{};      ///< with prefix; empty: of the type
    std::string source{};     ///< empty: of the type
    Json metadata{};
    std::string id{};         ///< empty: the next of the tale
    bool isBare = false;    ///< the payload is the whole body
};

class Teller
{
public:
    Teller(Chronicle& chronicle, std::int64_t firstOffset) : m_chronicle(chronicle), m_firstOffset(firstOffset) {}

    void tell(const Tale& tale, int number)
    {
        m_tale = tale;
        m_number = number;
        m_random.seed(tale.dice);
        m_clock = tale.start * 1000;
        m_step = 0;
        const std::string n = std::to_string(number);
        m_cuid = "clz4k2x9p0001v8l3q7r" + n;
        m_reference = "BOOK-20260302-" + n;
        m_payment = "pi_3QxTr8LkdIwHu7" + n;
        m_user = "user-" + std::to_string(tale.user) + (number >= 1000 ? "-other" : "");
        m_price = kPrices[tale.price % kPrices.size()];
        narrate();
    }

private:
    void narrate();

    // --- the specification

    void specPaid()
    {
        const std::string created = spec({"voyage.booking.created", specBooking()});
        const std::string paid = spec({"payment.completed", specPayment(), 0, created});
        spec({"voyage.booking.confirmed", {{"bookingId", "BK-" + name()}, {"userId", m_user}}, 0, paid});
        spec({"notification.email.requested", {{"userId", m_user}, {"notificationId", "n-" + name()}}, 0, paid});
    }

    void specFailed(bool isPaidLater)
    {
        const std::string created = spec({"voyage.booking.created", specBooking()});
        const std::string failed = spec({"payment.failed", specPayment(), 0, created});
        const std::string cancelled = spec({"voyage.booking.cancelled", {{"bookingId", "BK-" + name()}, {"reason", "PAYMENT_FAILED"}}, 0, failed});
        if (isPaidLater)
            spec({"payment.completed", specPayment(), 0, chance(2) ? created : cancelled});
    }

    void orchestrated(bool isUndone)
    {
        const auto step = [&](const char* type, const char* name_, Json payload) {
            Said said{type, std::move(payload)};
            said.source = "booking-orchestrator";
            said.metadata = {{"sagaId", "saga-" + name()}};
            if (name_ != nullptr)
                said.metadata["step"] = name_;
            say(said);
        };
        step("voyage.booking.created", "CREATE_BOOKING", specBooking());
        step("payment.completed", "PROCESS_PAYMENT", {{"paymentId", m_payment}, {"amount", m_price}});
        if (!isUndone)
            return step("voyage.booking.confirmed", "CONFIRM_BOOKING", {{"bookingId", "BK-" + name()}});
        step("payment.refunded", nullptr, {{"paymentId", m_payment}, {"refundAmount", m_price}});
        step("voyage.booking.cancelled", nullptr, {{"bookingId", "BK-" + name()}});
    }

    void retried()
    {
        const std::string created = spec({"voyage.booking.created", specBooking()});
        Said said{"payment.completed", specPayment(), 0, created};
        said.id = "retried-" + name();
        spec(said);
        said.topic = "dreamscape.retry.queue";
        for (int attempt = 0; attempt < 3; ++attempt)
            spec(said);
        said.topic = "dreamscape.dead.letter.queue";
        spec(said);
    }

    void wrapped()
    {
        Said original{"payment.completed", specPayment()};
        original.id = "wrapped-" + name();
        spec(original);
        const Json body{{"eventId", original.id}, {"eventType", original.type}, {"timestamp", moment(m_clock)},
                        {"version", "1.0"}, {"source", "payment-service"}, {"correlationId", correlation()},
                        {"payload", original.payload}};
        Said wrapper{"dead_letter.event", {{"originalEvent", body}, {"error", "no"}, {"failedTopic", "dreamscape.payment.completed"},
                                           {"failedPartition", 0}, {"failedOffset", "17"}, {"failedAt", moment(m_clock)}}};
        wrapper.topic = "dreamscape.dead.letter.queue";
        wrapper.source = "kafka-error-handler";
        wrapper.cause = original.id;
        say(wrapper);
    }

    void correlationInMetadata()
    {
        for (const char* type : {"voyage.booking.created", "payment.completed"}) {
            Said said{type, {{"amount", m_price}}};
            said.metadata = {{"correlationId", correlation()}};
            say(said);
        }
    }

    void payloadOnly()
    {
        for (const char* type : {"voyage.booking.created", "payment.completed", "voyage.booking.confirmed"}) {
            Said said{type, {{"bookingId", "BK-" + name()}, {"userId", m_user}, {"amount", m_price}}};
            said.isBare = true;
            say(said);
        }
    }

    // --- the platform

    void created(const std::string& cuid, const std::string& user, int strand = 0)
    {
        say({"voyage.booking.created",
             {{"bookingId", cuid}, {"userId", user}, {"bookingType", "PACKAGE"}, {"status", "pending"},
              {"totalAmount", m_price}, {"currency", "EUR"}, {"createdAt", moment(m_clock)}},
             strand});
    }

    void confirmed(const std::string& bookingId)
    {
        say({"voyage.booking.confirmed", {{"bookingId", bookingId}, {"userId", m_user}, {"confirmationNumber", m_reference},
                                          {"confirmedAt", moment(m_clock)}, {"paymentId", m_payment}}});
    }

    [[nodiscard]] Json payment(const std::string& reference, const std::string& user, const std::string& id) const
    {
        return {{"paymentId", id}, {"bookingId", reference}, {"userId", user}, {"amount", m_price}, {"currency", "EUR"}};
    }

    void paid() { say({"payment.completed", payment(m_reference, m_user, m_payment)}); }

    void noticed()
    {
        // The reference stands in the French text only.
        say({"notification.inapp.created", {{"notificationId", "note-" + name()}, {"userId", m_user}, {"type", "PAYMENT_RECEIVED"},
                                            {"message", "482 EUR encaissés, dossier " + m_reference}},
             m_lone++});
        say({"notification.email.requested", {{"userId", m_user}, {"metadata", {{"bookingId", m_cuid}, {"bookingReference", m_reference}}}}});
    }

    void confirmedBooking(int order)
    {
        created(m_cuid, m_user);
        if (order != 0)
            confirmed(m_cuid);
        paid();
        if (order == 2)
            confirmed(m_cuid);
        confirmed(order == 0 ? m_cuid : m_reference);
        if (order == 0)
            confirmed(m_reference);
        noticed();
    }

    void refundedTwice()
    {
        confirmedBooking(0);
        say({"payment.refunded", {{"paymentId", m_payment}, {"bookingId", m_cuid}, {"bookingReference", ""}, {"userId", m_user},
                                  {"amount", 20.0}, {"currency", "EUR"}}});
        say({"payment.refunded", {{"paymentId", m_payment}, {"bookingId", m_reference}, {"bookingReference", m_reference},
                                  {"userId", m_user}, {"amount", m_price}, {"currency", "EUR"}}});
    }

    void declined(const std::string& cuid, const std::string& reference, const std::string& paymentId,
                  const std::string& user, int strand)
    {
        created(cuid, user, strand);
        Json failure = payment(reference, user, paymentId);
        failure["bookingReference"] = reference;
        failure["reason"] = "Card refused";
        say({"payment.failed", failure, strand + 1});
        say({"voyage.booking.cancelled", {{"bookingId", reference}, {"userId", user}, {"reason", "payment_failed: UNKNOWN"}}, strand + 1});
    }

    void equalBookings()
    {
        const int start = m_clock;
        declined(m_cuid, m_reference, m_payment, m_user, 0);
        m_clock = start + 400;
        declined(m_cuid + "b", m_reference + "B", m_payment + "b", m_user, 2);
    }

    void profileChange()
    {
        const std::string at = moment(m_clock);
        for (const char* type : {"user.updated", "user.profile.updated", "user.preferences.updated"}) {
            if (m_step == 0 || chance(2))
                say({type, {{"userId", m_user}, {"updatedAt", "2026-03-02T08:00:00." + name()}, {"changes", {{"old", nullptr}}}}});
        }
    }

    void unreadable()
    {
        Record record("dreamscape.payment.completed");
        switch (m_random() % 6) {
        case 0: record.tombstone(); break;
        case 1: record.value(""); break;
        case 2: record.value("booking created"); break;
        case 3: record.value(std::string("\0\0\0\0\7{}", 7)); break;
        case 4: record.value("\xff\xfe"); break;
        default: record.value("[1,2]"); break;
        }
        keep(record, "dreamscape.payment.completed", m_lone++);
    }

    // --- how things are said

    [[nodiscard]] std::string name() const { return std::to_string(m_number); }
    [[nodiscard]] std::string sharedId() const { return m_number >= 1000 ? "corr-22222222-2" : "corr-11111111-1"; }
    [[nodiscard]] std::string correlation() const { return "corr-" + name(); }
    [[nodiscard]] bool chance(unsigned outOf) { return m_random() % outOf == 0; }
    [[nodiscard]] Json specBooking() const { return {{"bookingId", "BK-" + name()}, {"userId", m_user}, {"amount", m_price}}; }
    [[nodiscard]] Json specPayment() const { return {{"paymentId", "pay-" + name()}, {"bookingId", "BK-" + name()}, {"amount", m_price}}; }

    std::string spec(Said said)
    {
        said.correlation = correlation();
        return say(said);
    }

    /// Returns the event's id.
    std::string say(const Said& said)
    {
        m_clock += int(m_random() % 4000);
        const std::string id = said.id.empty() ? "ev-" + name() + "-" + std::to_string(m_step) : said.id;
        ++m_step;
        const bool isPlatform = m_tale.kind >= TaleKind::PaidThenConfirmed;
        const std::string topic = said.topic.empty() ? "dreamscape." + said.type : said.topic;
        Json body = said.isBare ? said.payload : envelope(said, id, isPlatform);
        Record record(topic);
        record.value(dressed(body, isPlatform));
        record.key(chance(5) ? m_payment : m_cuid);
        if (chance(9))
            record.noKey();
        headers(record, said, isPlatform);
        keep(record, topic, said.strand);
        if (chance(6)) // delivered again, byte for byte
            keep(record, topic, said.strand);
        return id;
    }

    Json envelope(const Said& said, const std::string& id, bool isPlatform)
    {
        Json body{{"eventId", isPlatform && chance(15) ? sharedId() : id}, // docs reuse one id for many events
                  {"eventType", isPlatform && chance(12) ? "dreamscape." + said.type : said.type},
                  {"timestamp", moment(m_clock)},
                  {"version", "1.0"},
                  {"source", said.source.empty() ? serviceOf(said.type) : said.source}};
        if (!said.correlation.empty())
            body["correlationId"] = said.correlation;
        if (!said.cause.empty())
            body["causationId"] = said.cause;
        if (!said.metadata.is_null())
            body["metadata"] = said.metadata;
        body["payload"] = said.payload;
        if (isPlatform && chance(12))
            body["timestamp"] = chance(2) ? Json("2026-03-02") : Json(1772443200 + m_clock / 1000);
        if (isPlatform && chance(12))
            body.erase("source");
        if (isPlatform && chance(12))
            body["payload"]["avatar"] = "data:image/png;base64," + std::string(600, 'A');
        if (isPlatform && chance(12))
            body["payload"]["resetToken"] = "not-for-everyone";
        return body;
    }

    std::string dressed(const Json& body, bool isPlatform)
    {
        if (isPlatform && chance(25))
            return "\xef\xbb\xbf" + body.dump();
        if (isPlatform && chance(25))
            return Json(body.dump()).dump();
        return body.dump();
    }

    void headers(Record& record, const Said& said, bool isPlatform)
    {
        if (said.isBare || chance(8))
            return;
        record.header("eventType", said.type).header("version", "1.0").header("timestamp", moment(m_clock));
        if (isPlatform)
            record.header("correlationId", "");
        else if (!said.correlation.empty())
            record.header("correlationId", said.correlation);
        if (chance(8))
            record.nullHeader("source");
        if (chance(8))
            record.header("version", "1.0");
    }

    void keep(Record& record, const std::string& topic, int strand)
    {
        const std::int32_t partition = std::int32_t(m_number % 3);
        const int delay = int(m_random() % 60) - (chance(10) ? 1500 : 0); // brokers' clocks are not the producers'
        record.at(partition, m_firstOffset + m_offsets[topic]++).time(moment(std::max(0, m_clock + delay)));
        m_chronicle.records.push_back(record);
        const bool isSecondBooking = strand >= 2 && strand < Chronicle::kLone;
        const bool canBeKnown = m_tale.kind == TaleKind::Declined || m_tale.kind == TaleKind::DeclinedThenPaid;
        m_chronicle.truth.push_back({m_number * 2 + (isSecondBooking ? 1 : 0), strand, canBeKnown && strand < Chronicle::kLone});
    }

    Chronicle& m_chronicle;
    std::int64_t m_firstOffset;
    std::map<std::string, std::int64_t> m_offsets;
    std::mt19937 m_random;
    Tale m_tale;
    std::string m_cuid, m_reference, m_payment, m_user;
    double m_price = 0;
    int m_number = 0;
    int m_clock = 0;
    int m_step = 0;
    int m_lone = Chronicle::kLone;
};

void Teller::narrate()
{
    switch (m_tale.kind) {
    case TaleKind::SpecPaid: return specPaid();
    case TaleKind::SpecFailed: return specFailed(false);
    case TaleKind::SpecPaidAfterCancel: return specFailed(true);
    case TaleKind::SpecOrchestrated: return orchestrated(false);
    case TaleKind::SpecOrchestratedUndone: return orchestrated(true);
    case TaleKind::SpecRetried: return retried();
    case TaleKind::SpecWrapped: return wrapped();
    case TaleKind::SpecCorrelationInMetadata: return correlationInMetadata();
    case TaleKind::SpecPayloadOnly: return payloadOnly();
    case TaleKind::PaidThenConfirmed: return confirmedBooking(0);
    case TaleKind::ConfirmedThenPaid: return confirmedBooking(1);
    case TaleKind::ThreeConfirmations: return confirmedBooking(2);
    case TaleKind::RefundedTwice: return refundedTwice();
    case TaleKind::StripeRedelivered: return confirmedBooking(1), paid();
    case TaleKind::Declined: return declined(m_cuid, m_reference, m_payment, m_user, 0);
    case TaleKind::DeclinedThenPaid:
        declined(m_cuid, m_reference, m_payment, m_user, 0);
        return void(say({"payment.completed", payment(m_reference, m_user, m_payment), 1}));
    case TaleKind::Abandoned: return created(m_cuid, m_user);
    case TaleKind::GuestDeclined: return declined(m_cuid, m_reference, m_payment, "guest", 0);
    case TaleKind::TempPayment:
        say({"payment.completed", payment("temp", m_user, m_payment)});
        return void(say({"payment.refunded", payment("temp", m_user, m_payment)}));
    case TaleKind::EqualBookings: return equalBookings();
    case TaleKind::Login:
        return void(say({"auth.login", {{"userId", m_user}, {"sessionId", "eyJhbGciOiJIUzI1"}, {"ipAddress", "unknown"}}, m_lone++}));
    case TaleKind::AnonymousSearch:
        return void(say({"voyage.search.performed", {{"searchId", "search-" + name()}, {"sessionId", "anonymous"}}, m_lone++}));
    case TaleKind::ProfileChange: return profileChange();
    case TaleKind::Export:
        return void(say({"gdpr.export.requested", {{"requestId", "req-" + name()}, {"userId", m_user}, {"expiresAt", ""}}}));
    case TaleKind::Recommendation:
        for (const char* action : {"viewed", "clicked"})
            say({"ai.recommendation.interacted", {{"interactionId", std::string("int_") + action + name()},
                                                  {"recommendationId", "rec" + name()}, {"userId", m_user}, {"action", action}}});
        return;
    case TaleKind::Prediction: {
        Said said{"ai.model.inference_completed", {{"userId", m_user}, {"requestId", "rec-1772444000001"}}, m_lone++};
        said.topic = "dreamscape.ai.prediction.made";
        return void(say(said));
    }
    case TaleKind::Unreadable: return unreadable();
    }
}

} // namespace

Chronicle Chronicle::of(const std::vector<Tale>& tales, int firstTale, std::int64_t firstOffset)
{
    Chronicle chronicle;
    Teller teller(chronicle, firstOffset);
    for (std::size_t i = 0; i < tales.size(); ++i)
        teller.tell(tales[i], firstTale + int(i));
    return chronicle;
}

} // namespace sagascope::test
