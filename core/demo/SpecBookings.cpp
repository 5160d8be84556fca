// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/SpecBookings.h"

namespace sagascope::demo {

namespace {

constexpr std::string_view kSaga = "booking-payment";
constexpr int kMaxRetries = 3;

} // namespace

SpecBookings::SpecBookings(StoryDraft& draft)
    : m_draft(draft), m_who(draft.traveller()), m_journey(draft.journey()), m_payloads(m_who, m_journey)
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
    const auto declined = m_draft.tell(Service::Payment, "payment.failed", m_payloads.failed(m_draft.draw("decline")))
                              .reactingTo(created, Service::Payment)
                              .after(40, 350)
                              .stamped("failedAt");
    m_draft.tell(Service::Voyage, "voyage.booking.cancelled", m_payloads.cancelled("PAYMENT_FAILED"))
        .reactingTo(declined, Service::Voyage)
        .after(10, 80)
        .stamped("cancelledAt");
    notify(declined, "PAYMENT_FAILED", "Payment failed", "payment-failed");
}

void SpecBookings::paidAfterCancelled()
{
    decline();
    // The same payment is tried again at the bank, after everybody has given up on it.
    m_draft.tell(Service::Payment, "payment.completed", m_payloads.paid())
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
    m_draft.tell(Service::Payment, "payment.refunded", m_payloads.refunded())
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
    m_draft.tell(Service::Payment, "payment.completed", m_payloads.paid())
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
    m_draft.tell(Service::Voyage, "voyage.booking.confirmed", m_payloads.confirmed())
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

std::size_t SpecBookings::create()
{
    return m_draft.tell(Service::Voyage, "voyage.booking.created", m_payloads.created()).stamped("createdAt");
}

std::size_t SpecBookings::pay(std::size_t created)
{
    return m_draft.tell(Service::Payment, "payment.completed", m_payloads.paid())
        .reactingTo(created, Service::Payment)
        .after(40, 350)
        .stamped("completedAt");
}

std::size_t SpecBookings::confirm(std::size_t paid)
{
    m_draft.name("booking-reference", m_journey.reference);
    return m_draft.tell(Service::Voyage, "voyage.booking.confirmed", m_payloads.confirmed())
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

} // namespace sagascope::demo
