// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/PlatformBookings.h"

#include <algorithm>

namespace sagascope::demo {

namespace {

constexpr std::string_view kSaga = "booking-payment";

} // namespace

PlatformBookings::PlatformBookings(StoryDraft& draft)
    : m_draft(draft), m_who(draft.traveller()), m_journey(draft.journey()), m_payloads(m_who, m_journey)
{
    draft.name("user", m_who.userId);
    draft.name("booking", m_journey.databaseId);
    draft.name("booking-reference", m_journey.reference);
    draft.name("payment", m_journey.paymentId);
}

void PlatformBookings::write()
{
    switch (m_draft.kind()) {
    case StoryKind::BookingConfirmedEarly:
        return confirmedEarly();
    case StoryKind::BookingConfirmedThrice:
        return confirmedThrice();
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
    default:
        tellUsualCourse();
        return expectLinked("completed");
    }
}

void PlatformBookings::confirmedEarly()
{
    create();
    confirmByBrowser().after(300, 900);
    noticeOfConfirmation();
    const auto paid = pay(30, 400);
    confirmByHandler(paid);
    noticeOfPayment(paid, true);
    expectLinked("completed");
}

void PlatformBookings::confirmedThrice()
{
    create();
    const auto paid = pay(300, 900);
    confirmByBrowser().after(3, 10);
    noticeOfConfirmation();
    // The handler looked at the booking before the browser's confirmation was stored: it confirms it as well.
    confirmByBrowser().reactingTo(paid, Service::Voyage).after(3, 10);
    confirmByHandler(paid);
    noticeOfPayment(paid, true);
    expectLinked("completed");
}

void PlatformBookings::failed()
{
    decline();
    expectLinked("compensated");
}

void PlatformBookings::paidAfterCancelled()
{
    decline();
    // The traveller tries another card on the same intent. The booking can't be confirmed any more, nobody refunds.
    noticeOfPayment(pay(400, 1'500), true);
    expectLinked("inconsistent");
}

void PlatformBookings::refunded()
{
    tellUsualCourse();
    Draw dice = m_draft.draw("refund");
    const Money kept{m_journey.price.cents - m_journey.price.cents / dice.between(5, 20), m_journey.price.currency};
    // The administrator's request names the database id and what goes back, the provider's webhook the reference and
    // the full amount.
    m_draft.tell(Service::Payment, "payment.refunded", m_payloads.refunded(m_journey.databaseId, "", kept))
        .after(400, 1'500)
        .stamped("refundedAt");
    m_draft
        .tell(Service::Payment, "payment.refunded",
              m_payloads.refunded(m_journey.reference, m_journey.reference, m_journey.price))
        .after(100, 500)
        .stamped("refundedAt");
    expectLinked("refunded");
}

void PlatformBookings::redelivered()
{
    const auto paid = tellUsualCourse();
    if (m_draft.draw("which copy").chance(0.5))
        m_draft.repeat(paid, Service::Payment).after(100, 600);
    else
        m_draft.repeat(0, Service::Voyage).after(100, 600);
    expectLinked("completed");
}

void PlatformBookings::paidTwiceTold()
{
    tellUsualCourse();
    pay(200, 800); // the provider repeats its webhook, and the check for repeats comes too late
    expectLinked("completed");
}

std::size_t PlatformBookings::tellUsualCourse()
{
    create();
    const auto paid = pay(300, 1'200);
    confirmByBrowser().after(10, 200);
    noticeOfConfirmation();
    confirmByHandler(paid);
    noticeOfPayment(paid, true);
    return paid;
}

void PlatformBookings::decline()
{
    create();
    // What failed shares no identifier with what was created: traveller, price and time link them.
    const auto declined = m_draft.tell(Service::Payment, "payment.failed", m_payloads.failed(m_draft.draw("decline")))
                              .after(300, 1'200)
                              .stamped("failedAt");
    m_draft.tell(Service::Voyage, "voyage.booking.cancelled", m_payloads.cancelled())
        .reactingTo(declined, Service::Voyage)
        .after(10, 80)
        .stamped("cancelledAt");
    noticeOfPayment(declined, false);
}

std::size_t PlatformBookings::create()
{
    return m_draft.tell(Service::Voyage, "voyage.booking.created", m_payloads.created()).stamped("createdAt");
}

std::size_t PlatformBookings::pay(int lowMs, int highMs)
{
    return m_draft.tell(Service::Payment, "payment.completed", m_payloads.paid(m_draft.draw("method")))
        .after(lowMs, highMs)
        .stamped("completedAt");
}

StoryDraft::Line PlatformBookings::confirmByBrowser()
{
    return m_draft.tell(Service::Voyage, "voyage.booking.confirmed", m_payloads.confirmed(m_journey.databaseId))
        .stamped("confirmedAt");
}

std::size_t PlatformBookings::confirmByHandler(std::size_t paid)
{
    return m_draft.tell(Service::Voyage, "voyage.booking.confirmed", m_payloads.confirmed(m_journey.reference))
        .reactingTo(paid, Service::Voyage)
        .after(8, 60)
        .stamped("confirmedAt");
}

void PlatformBookings::noticeOfPayment(std::size_t cause, bool isPaid)
{
    // Nothing but the French sentence names the booking, and the sentence about a failure quotes a member nobody sends.
    const std::string reference = m_journey.reference;
    const Notice notice = isPaid ? Notice{"PAYMENT_RECEIVED", "Paiement enregistré",
                                          m_journey.price.text() + " reçus pour le dossier " + reference}
                                 : Notice{"PAYMENT_FAILED", "Paiement impossible",
                                          "Le paiement du dossier " + reference + " n'a pas abouti : undefined"};
    m_unlinked.push_back(tellInApp(notice).reactingTo(cause, Service::User).after(4, 30));
    m_unlinked.push_back(tellEmail(notice, {}).reactingTo(cause, Service::User).after(4, 20));
}

void PlatformBookings::noticeOfConfirmation()
{
    // The browser's confirmation reaches the user service over HTTP, hence no reaction to a record.
    const Notice notice{"BOOKING_CONFIRMED", "Voyage confirmé",
                        "Le dossier " + m_journey.reference + " est validé, bon voyage à " + m_journey.destination};
    m_unlinked.push_back(tellInApp(notice).after(4, 30));
    tellEmail(notice, {{"bookingReference", m_journey.reference}, {"bookingId", m_journey.databaseId}}).after(4, 20);
}

StoryDraft::Line PlatformBookings::tellInApp(const Notice& notice)
{
    return m_draft
        .tell(Service::User, "notification.inapp.created",
              {{"notificationId", noticeId(notice)},
               {"userId", m_who.userId},
               {"type", notice.type},
               {"title", notice.title},
               {"message", notice.message},
               {"createdAt", ""}})
        .stamped("createdAt");
}

StoryDraft::Line PlatformBookings::tellEmail(const Notice& notice, const Json& metadata)
{
    Json payload{{"notificationId", noticeId(notice)},
                 {"userId", m_who.userId},
                 {"type", notice.type},
                 {"title", notice.title},
                 {"message", notice.message}};
    if (!metadata.is_null())
        payload["metadata"] = metadata;
    payload["requestedAt"] = "";
    return m_draft.tell(Service::User, "notification.email.requested", std::move(payload)).stamped("requestedAt");
}

std::string PlatformBookings::noticeId(const Notice& notice) const
{
    return m_draft.draw(notice.type).uuid();
}

void PlatformBookings::expectLinked(std::string_view state)
{
    m_draft.expect(kSaga, state, linked());
}

std::vector<std::size_t> PlatformBookings::linked() const
{
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < m_draft.size(); ++i)
        if (std::find(m_unlinked.begin(), m_unlinked.end(), i) == m_unlinked.end())
            members.push_back(i);
    return members;
}

} // namespace sagascope::demo
