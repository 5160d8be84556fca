// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "core/saga/Population.h"
#include "core/session/Session.h"
#include "tests/support/History.h"

namespace sagascope::test {

inline session::SnapshotPtr snapshotOf(const std::vector<Record>& records, std::string_view now = {})
{
    std::optional<base::Timestamp> at;
    if (!now.empty())
        at = moment("2026-03-02T" + std::string(now) + "Z");
    return tellReport(records, at, 7).snapshot;
}

inline session::SnapshotPtr snapshotOf(std::string_view lines, std::string_view now = {})
{
    return snapshotOf(History(lines).records(), now);
}

inline saga::RecordedSagas recordedSagas(const session::Snapshot& snapshot)
{
    return {snapshot.events, snapshot.identity, snapshot.sagas};
}

inline saga::PopulationPtr populationOf(const session::Snapshot& snapshot)
{
    saga::TraceTable table;
    return saga::Population::of(table.update(recordedSagas(snapshot)));
}

inline saga::PopulationPtr populationOf(std::string_view lines, std::string_view now = {})
{
    return populationOf(*snapshotOf(lines, now));
}

inline base::SagaId sagaWithKey(const session::Snapshot& snapshot, std::string_view key)
{
    for (std::uint32_t slot = 0; slot < snapshot.sagas.slotCount(); ++slot) {
        const saga::SagaSummary& saga = snapshot.sagas.saga(base::SagaId(slot));
        if (saga.isAlive && saga.key == key)
            return base::SagaId(slot);
    }
    return {};
}

inline std::string seconds(base::Duration duration)
{
    char text[32];
    std::snprintf(text, sizeof text, "%gs", double(duration.count()) / 1e9);
    return text;
}

/// `count` bookings from 12:00:00 on, all at once: paid after 2 s and confirmed after another; or failed after 5 s and
/// cancelled; or waiting to be paid.
inline std::string bookings(int count, std::string_view kind, int firstId = 0)
{
    std::string lines;
    for (int id = firstId; id < firstId + count; ++id) {
        const std::string n = std::to_string(id);
        const std::string booking = " | bookingId=BK-" + n;
        lines += "12:00:00 voyage.booking.created x" + n + "-1 corr=x" + n + booking + " totalAmount=10\n";
        if (kind == "paid") {
            lines += "12:00:02 payment.completed x" + n + "-2 corr=x" + n + booking + " paymentId=p" + n + " amount=10\n";
            lines += "12:00:03 voyage.booking.confirmed x" + n + "-3 corr=x" + n + booking + "\n";
        } else if (kind == "failed") {
            lines += "12:00:05 payment.failed x" + n + "-2 corr=x" + n + booking + " paymentId=p" + n + " amount=10\n";
            lines += "12:00:06 voyage.booking.cancelled x" + n + "-3 corr=x" + n + booking + "\n";
        }
    }
    return lines;
}

/// Stories with what makes telling hard: repeats of every kind, causes later than effects, cycles, dead letters,
/// aliases, orchestration, side effects, events in the wrong order.
inline std::string quirkyDay()
{
    return R"(
        09:40:00 voyage.booking.created       a1 corr=a          | bookingId=BK-A totalAmount=10
        09:40:02 payment.completed            a2 corr=a cause=a1 | bookingId=BK-A paymentId=pA amount=10
        09:40:02 payment.completed            a2 corr=a cause=a1 | bookingId=BK-A paymentId=pA amount=10
        09:40:03 voyage.booking.confirmed     a3 corr=a cause=a2 | bookingId=BK-A
        09:40:04 notification.email.requested a4 corr=a cause=a3 | userId=u1 metadata.bookingId=BK-A
        09:41:00 voyage.booking.created       b1                 | bookingId=clzB totalAmount=10
        09:41:02 voyage.booking.confirmed     b2                 | bookingId=clzB confirmationNumber=BOOK-20260302-B paymentId=pB
        09:41:01 payment.completed            b3                 | bookingId=BOOK-20260302-B paymentId=pB amount=10
        09:41:07 payment.completed            b4                 | bookingId=BOOK-20260302-B paymentId=pB amount=10
        09:41:08 notification.email.requested b5                 | metadata.bookingReference=BOOK-20260302-B
        09:42:05 voyage.booking.created       c1 corr=c          | bookingId=BK-C totalAmount=10
        09:42:01 payment.failed               c2 corr=c cause=c1 | bookingId=BK-C paymentId=pC amount=10
        09:42:02 voyage.booking.cancelled     c3 corr=c cause=c2 | bookingId=BK-C
        09:43:00 voyage.booking.created       d1 corr=d cause=d3 | bookingId=BK-D totalAmount=10
        09:43:01 payment.failed               d2 corr=d cause=d1 | bookingId=BK-D paymentId=pD amount=10 failedAt=1x
        09:43:02 payment.failed               d3 corr=d cause=d2 | bookingId=BK-D paymentId=pD amount=10 failedAt=2x
        09:43:05 payment.completed            d4 corr=d          | bookingId=BK-D paymentId=pD amount=10
        09:43:06 payment.completed            d4 corr=d topic=dead.letter.queue | bookingId=BK-D paymentId=pD amount=10
        09:44:00 voyage.booking.created       e1 saga=s1 step=CREATE_BOOKING  src=orchestrator | bookingId=BK-E totalAmount=10
        09:44:01 payment.completed            e2 saga=s1 step=PROCESS_PAYMENT src=orchestrator | bookingId=BK-E paymentId=pE amount=10
        09:44:02 voyage.booking.confirmed     e3 saga=s1 step=CONFIRM_BOOKING src=orchestrator | bookingId=BK-E
        09:45:00 payment.refunded             f1                 | paymentId=pF bookingId=BK-F refundAmount=5
        09:45:01 payment.refunded             f2                 | paymentId=pF bookingId=BK-F refundAmount=7
        09:45:02 payment.refunded             f2 topic=retry.queue | paymentId=pF bookingId=BK-F refundAmount=7
        09:46:00 voyage.booking.created       g1 corr=g          | bookingId=BK-G totalAmount=10
        09:46:01 payment.completed            g1 corr=g          | bookingId=BK-G paymentId=pG amount=10
        09:46:02 voyage.booking.cancelled     g3 corr=g cause=nobody | bookingId=BK-G
        09:47:00 voyage.booking.created       h1 corr=h          | bookingId=BK-H totalAmount=10
        09:47:00 payment.initiated            h2 corr=h          | bookingId=BK-H paymentId=pH amount=10
        09:47:00 payment.completed            h3 corr=h          | bookingId=BK-H paymentId=pH amount=10
        09:48:00 parcel.packed                i1 corr=i
        09:48:01 parcel.handed                i2 corr=i
        09:49:00 voyage.booking.confirmed     j1                 | bookingId=BK-J
        09:55:00 voyage.booking.created       k1                 | bookingId=clzK userId=uK totalAmount=733 currency=EUR
        09:55:05 payment.failed               k2                 | bookingId=BOOK-20260302-K userId=uK paymentId=pK amount=733 currency=EUR
        09:55:06 voyage.booking.cancelled     k3                 | bookingId=BOOK-20260302-K userId=uK reason=payment_failed
    )";
}

/// The definition's name for the way an edge goes; empty when it has none.
inline std::string branchName(const session::Snapshot& snapshot, const catalog::SagaDefinition& definition,
                              const identity::Edge& edge)
{
    const auto typeOf = [&](base::EventIndex event) {
        const identity::EventExtras extras = snapshot.identity.extras(event);
        return extras.originalType.isValid() ? snapshot.identity.text(extras.originalType)
                                             : snapshot.events.text(snapshot.events.row(event).type);
    };
    for (const saga::Branch& branch : saga::branchesOf(definition)) {
        if (branch.effect == typeOf(edge.to) && branch.cause == typeOf(edge.from))
            return std::string(branch.name);
    }
    return {};
}

/// One line per definition, one per variant: count, steps, states, durations; with all counts of the rest on demand.
inline std::string toText(const saga::Population& population, bool isWhole = false)
{
    std::string out;
    for (const saga::DefinitionPopulation& definition : population.definitions()) {
        out += (definition.definition ? definition.definition->name : "-") + " " + std::to_string(definition.sagas) + "\n";
        for (const saga::Variant& variant : definition.variants) {
            out += "  " + std::to_string(variant.members.size()) + " " + definition.nameOf(variant) + " |";
            for (std::size_t i = 0; i < variant.byState.size(); ++i) {
                if (variant.byState[i] > 0)
                    out += " " + std::string(stateName(saga::SagaState(i))) + " " + std::to_string(variant.byState[i]);
            }
            out += " | n " + std::to_string(variant.durations.count());
            if (!variant.durations.isEmpty())
                out += " p50 " + seconds(variant.durations.median()) + " p95 " + seconds(variant.durations.p95());
            if (isWhole) {
                for (const base::SagaId member : variant.members)
                    out.append(" ").append(population.traces().source().sagas.saga(member).key);
            }
            out += "\n";
        }
        if (!isWhole)
            continue;
        for (const saga::Transition& t : definition.transitions)
            out += "  " + definition.steps[t.from].name + " -> " + definition.steps[t.to].name + " " + std::to_string(t.sagas)
                + " " + std::to_string(t.waits.count()) + " " + seconds(t.waits.p99()) + "\n";
        for (const saga::PopulationStep& step : definition.steps)
            out += "  " + step.name + " " + std::to_string(step.sagas) + " " + step.observedSource + "\n";
        for (const std::size_t count : definition.branches)
            out += " " + std::to_string(count);
        out += "\n";
    }
    return out;
}

} // namespace sagascope::test
