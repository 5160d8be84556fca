// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/OrchestratedBookings.h"

namespace sagascope::demo {

namespace {

constexpr std::string_view kSaga = "orchestrated-booking";

} // namespace

OrchestratedBookings::OrchestratedBookings(StoryDraft& draft)
    : m_draft(draft), m_payloads(draft.traveller(), draft.journey()), m_sagaId(draft.draw("saga").uuid())
{
    draft.name("user", draft.traveller().userId);
    draft.name("saga", m_sagaId);
    draft.name("booking", draft.journey().bookingId);
    draft.name("payment", draft.journey().paymentId);
}

void OrchestratedBookings::write()
{
    const auto paid = pay(create());
    if (m_draft.kind() == StoryKind::OrchestratedCompensated)
        undo(paid);
    else
        confirm(paid);
}

std::size_t OrchestratedBookings::create()
{
    return m_draft.tell(Service::Orchestrator, "voyage.booking.created", m_payloads.created())
        .stamped("createdAt")
        .underSaga(step("CREATE_BOOKING"));
}

std::size_t OrchestratedBookings::pay(std::size_t created)
{
    return m_draft.tell(Service::Orchestrator, "payment.completed", m_payloads.paid())
        .causedBy(created)
        .after(60, 400)
        .stamped("completedAt")
        .underSaga(step("PROCESS_PAYMENT"));
}

void OrchestratedBookings::confirm(std::size_t paid)
{
    m_draft.tell(Service::Orchestrator, "voyage.booking.confirmed", m_payloads.confirmed())
        .causedBy(paid)
        .after(40, 200)
        .stamped("confirmedAt")
        .underSaga(step("CONFIRM_BOOKING"));
    m_draft.expectAll(kSaga, "completed");
}

void OrchestratedBookings::undo(std::size_t paid)
{
    // The confirmation fails inside the coordinator; what it has done so far is undone, the last step first.
    const Json failure{{"sagaId", m_sagaId}, {"failedStep", "CONFIRM_BOOKING"}};
    const std::size_t refund = m_draft.tell(Service::Orchestrator, "payment.refunded", m_payloads.refunded())
                                   .causedBy(paid)
                                   .after(150, 600)
                                   .stamped("refundedAt")
                                   .underSaga(failure);
    m_draft.tell(Service::Orchestrator, "voyage.booking.cancelled", m_payloads.cancelled("CONFIRM_BOOKING_FAILED"))
        .causedBy(refund)
        .after(40, 200)
        .stamped("cancelledAt")
        .underSaga(failure);
    m_draft.expectAll(kSaga, "compensated");
}

Json OrchestratedBookings::step(const char* name) const
{
    return {{"sagaId", m_sagaId}, {"step", name}};
}

} // namespace sagascope::demo
