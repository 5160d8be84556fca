// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/SpecBookings.h"

namespace sagascope::demo {

namespace {

constexpr std::string_view kSaga = "booking-payment";
constexpr int kMaxRetries = 3;

constexpr std::pair<const char*, const char*> kDeclines[] = {
    {"card_declined", "The card was refused by its issuer."},
    {"insufficient_funds", "The account does not cover the amount."},
    {"expired_card", "The card is no longer valid."},
    {"authentication_required", "The traveller did not confirm the payment."},
};

} // namespace

SpecBookings::SpecBookings(StoryDraft& draft) : m_draft(draft), m_who(draft.traveller()), m_journey(draft.journey())
{
    draft.name("user", m_who.userId);
    draft.name("booking", m_journey.bookingId);
    draft.name("payment", m_journey.paymentId);
}

void SpecBookings::write()
{
    switch (m_draft.kind()) {
    case StoryKind::BookingFailed:
        return failed();
    case StoryKind::BookingPaidAfterCancelled:
        return paidAfterCancelled();
    case StoryKind::BookingRefunded:
        return refunded();
    case StoryKind::BookingRedelivered:
        return redelivered();
    case StoryKind::BookingPaidTwiceTold:
        return paidTwiceTold();
    case StoryKind::BookingRetried:
        return retried();
    case StoryKind::BookingDeadLettered:
        return deadLettered();
    case StoryKind::OrchestratedCompleted:
    case StoryKind::OrchestratedCompensated:
        return orchestrated();
    default:
        return confirmed();
    }
}

void SpecBookings::confirmed()
{
    const auto paid = pay(create());
    confirm(paid);
    notify(paid, "PAYMENT_RECEIVED", "Payment received", "payment-receipt");
    m_draft.expectAll(kSaga, "completed");
}

void SpecBookings::failed()
{
    decline();
    m_draft.expectAll(kSaga, "compensated");
}

void SpecBookings::decline()
{
    const auto created = create();
    const auto declined = m_draft.tell(Service::Payment, "payment.failed", failedPayload())
                              .reactingTo(created, Service::Payment)
                              .after(40, 350)
                              .stamped("failedAt");
    m_draft.tell(Service::Voyage, "voyage.booking.cancelled", cancelledPayload("PAYMENT_FAILED"))
        .reactingTo(declined, Service::Voyage)
        .after(10, 80)
        .stamped("cancelledAt");
    notify(declined, "PAYMENT_FAILED", "Payment failed", "payment-failed");
}

void SpecBookings::paidAfterCancelled()
{
    decline();
    // The same payment is tried again at the bank, after everybody has given up on it.
    m_draft.tell(Service::Payment, "payment.completed", paidPayload())
        .causedBy(0)
        .after(300, 1'200)
        .stamped("completedAt");
    m_draft.expectAll(kSaga, "inconsistent");
}

void SpecBookings::refunded()
{
    const auto paid = pay(create());
    const auto done = confirm(paid);
    notify(paid, "PAYMENT_RECEIVED", "Payment received", "payment-receipt");
    m_draft.tell(Service::Payment, "payment.refunded", refundedPayload())
        .causedBy(done)
        .after(400, 1'500)
        .stamped("refundedAt");
    m_draft.expectAll(kSaga, "refunded");
}

void SpecBookings::redelivered()
{
    const auto paid = pay(create());
    const auto done = confirm(paid);
    notify(paid, "PAYMENT_RECEIVED", "Payment received", "payment-receipt");
    if (m_draft.draw("which copy").chance(0.5))
        m_draft.repeat(paid, Service::Payment).after(100, 600);
    else
        m_draft.repeat(done, Service::Voyage).after(100, 600);
    m_draft.expectAll(kSaga, "completed");
}

void SpecBookings::paidTwiceTold()
{
    const auto created = create();
    const auto paid = pay(created);
    confirm(paid);
    notify(paid, "PAYMENT_RECEIVED", "Payment received", "payment-receipt");
    m_draft.tell(Service::Payment, "payment.completed", paidPayload())
        .causedBy(created)
        .after(150, 700)
        .stamped("completedAt");
    m_draft.expectAll(kSaga, "completed");
}

void SpecBookings::retried()
{
    const auto paid = pay(create());
    notify(paid, "PAYMENT_RECEIVED", "Payment received", "payment-receipt");
    const int attempts = m_draft.draw("attempts").between(1, 2);
    std::size_t last = paid;
    for (int attempt = 1; attempt <= attempts; ++attempt)
        last = tryAgain(last, attempt);
    const int wait = 1'000 << (attempts - 1);
    m_draft.tell(Service::Voyage, "voyage.booking.confirmed", confirmedPayload())
        .reactingTo(last, Service::Voyage)
        .after(wait, wait)
        .stamped("confirmedAt");
    m_draft.expectAll(kSaga, "completed");
}

void SpecBookings::deadLettered()
{
    const auto paid = pay(create());
    notify(paid, "PAYMENT_RECEIVED", "Payment received", "payment-receipt");
    std::size_t last = paid;
    for (int attempt = 1; attempt <= kMaxRetries; ++attempt)
        last = tryAgain(last, attempt);
    m_draft
        .repeatOn(kDeadLetterTopic, last, Service::Voyage,
                  {{"error", "Booking " + m_journey.bookingId + " is locked by another process"}})
        .reactingTo(last, Service::Voyage)
        .after(4'000, 4'000)
        .markedAsFailed();
    m_draft.expectAll(kSaga, "dead-lettered");
}

void SpecBookings::orchestrated()
{
    const std::string sagaId = m_draft.draw("saga").uuid();
    m_draft.name("saga", sagaId);
    const auto step = [&](const char* name) { return Json{{"sagaId", sagaId}, {"step", name}}; };
    const auto created = m_draft.tell(Service::Orchestrator, "voyage.booking.created", createdPayload())
                             .stamped("createdAt")
                             .underSaga(step("CREATE_BOOKING"));
    const auto paid = m_draft.tell(Service::Orchestrator, "payment.completed", paidPayload())
                          .causedBy(created)
                          .after(60, 400)
                          .stamped("completedAt")
                          .underSaga(step("PROCESS_PAYMENT"));
    if (m_draft.kind() == StoryKind::OrchestratedCompleted) {
        m_draft.tell(Service::Orchestrator, "voyage.booking.confirmed", confirmedPayload())
            .causedBy(paid)
            .after(40, 200)
            .stamped("confirmedAt")
            .underSaga(step("CONFIRM_BOOKING"));
        return m_draft.expectAll("orchestrated-booking", "completed");
    }
    // The confirmation fails inside the coordinator; what it has done so far is undone, the last step first.
    const Json undo{{"sagaId", sagaId}, {"failedStep", "CONFIRM_BOOKING"}};
    const auto refund = m_draft.tell(Service::Orchestrator, "payment.refunded", refundedPayload())
                            .causedBy(paid)
                            .after(150, 600)
                            .stamped("refundedAt")
                            .underSaga(undo);
    m_draft.tell(Service::Orchestrator, "voyage.booking.cancelled", cancelledPayload("CONFIRM_BOOKING_FAILED"))
        .causedBy(refund)
        .after(40, 200)
        .stamped("cancelledAt")
        .underSaga(undo);
    m_draft.expectAll("orchestrated-booking", "compensated");
}

std::size_t SpecBookings::create()
{
    return m_draft.tell(Service::Voyage, "voyage.booking.created", createdPayload()).stamped("createdAt");
}

std::size_t SpecBookings::pay(std::size_t created)
{
    return m_draft.tell(Service::Payment, "payment.completed", paidPayload())
        .reactingTo(created, Service::Payment)
        .after(40, 350)
        .stamped("completedAt");
}

std::size_t SpecBookings::confirm(std::size_t paid)
{
    m_draft.name("booking-reference", m_journey.reference);
    return m_draft.tell(Service::Voyage, "voyage.booking.confirmed", confirmedPayload())
        .reactingTo(paid, Service::Voyage)
        .after(10, 80)
        .stamped("confirmedAt");
}

std::size_t SpecBookings::tryAgain(std::size_t previous, int attempt)
{
    // The first attempt fails at once; each later one after the pause that the attempt before it asked for.
    const int wait = attempt == 1 ? 20 : 1'000 << (attempt - 2);
    const int pause = 1'000 << (attempt - 1);
    return m_draft
        .repeatOn(kRetryTopic, previous, Service::Voyage,
                  {{std::string(kRetryCountHeader), std::to_string(attempt)}, {"retryDelay", std::to_string(pause)}})
        .reactingTo(previous, Service::Voyage)
        .after(wait, wait);
}

void SpecBookings::notify(std::size_t cause, std::string_view type, const std::string& title,
                          std::string_view templateId)
{
    const std::string notice = m_draft.draw("notice").uuid();
    const std::string about = m_journey.price.text() + " for the journey to " + m_journey.destination + ".";
    m_draft
        .tell(Service::User, "notification.inapp.created",
              {{"notificationId", notice},
               {"userId", m_who.userId},
               {"type", type},
               {"title", title},
               {"message", title + ": " + about},
               {"createdAt", ""}})
        .reactingTo(cause, Service::User)
        .after(4, 30)
        .stamped("createdAt");
    m_draft
        .tell(Service::User, "notification.email.requested",
              {{"notificationId", notice},
               {"userId", m_who.userId},
               {"email", m_who.email},
               {"templateId", templateId},
               {"subject", title},
               {"variables", {{"firstName", m_who.firstName}, {"text", about}}},
               {"priority", "normal"},
               {"requestedAt", ""}})
        .reactingTo(cause, Service::User)
        .after(4, 20)
        .stamped("requestedAt");
}

Json SpecBookings::createdPayload() const
{
    const Json item{{"type", m_journey.type},
                    {"reference", m_journey.offer},
                    {"description", m_journey.origin + " to " + m_journey.destination},
                    {"price", m_journey.price.amount()}};
    return {{"bookingId", m_journey.bookingId},
            {"userId", m_who.userId},
            {"bookingType", m_journey.type},
            {"status", "pending"},
            {"totalAmount", m_journey.price.amount()},
            {"currency", m_journey.price.currency},
            {"items", Json::array({item})},
            {"travelers", Json::array({Json{{"firstName", m_who.firstName}, {"lastName", m_who.lastName}}})},
            {"createdAt", ""}};
}

Json SpecBookings::paidPayload() const
{
    return {{"paymentId", m_journey.paymentId},
            {"bookingId", m_journey.bookingId},
            {"userId", m_who.userId},
            {"amount", m_journey.price.amount()},
            {"currency", m_journey.price.currency},
            {"transactionId", m_journey.transactionId},
            {"completedAt", ""}};
}

Json SpecBookings::failedPayload()
{
    const auto& [code, text] = m_draft.draw("decline").pick(kDeclines);
    return {{"paymentId", m_journey.paymentId},
            {"bookingId", m_journey.bookingId},
            {"userId", m_who.userId},
            {"amount", m_journey.price.amount()},
            {"currency", m_journey.price.currency},
            {"errorCode", code},
            {"errorMessage", text},
            {"failedAt", ""}};
}

Json SpecBookings::confirmedPayload() const
{
    return {{"bookingId", m_journey.bookingId},
            {"userId", m_who.userId},
            {"confirmationNumber", m_journey.reference},
            {"confirmedAt", ""},
            {"paymentId", m_journey.paymentId}};
}

Json SpecBookings::cancelledPayload(std::string_view reason) const
{
    return {{"bookingId", m_journey.bookingId}, {"userId", m_who.userId}, {"cancelledAt", ""}, {"reason", reason}};
}

Json SpecBookings::refundedPayload() const
{
    return {{"paymentId", m_journey.paymentId},
            {"bookingId", m_journey.bookingId},
            {"userId", m_who.userId},
            {"refundAmount", m_journey.price.amount()},
            {"currency", m_journey.price.currency},
            {"refundId", "re_" + m_journey.transactionId.substr(3)},
            {"reason", "requested_by_customer"},
            {"refundedAt", ""}};
}

} // namespace sagascope::demo
