// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/Records.h"

namespace sagascope::test {

/// What may happen on the platform and in the specification; see dreamscape's README §2 and §7 for what each quotes.
enum class TaleKind {
    // the specification's dialect: full envelope, correlation and causation
    SpecPaid,
    SpecFailed,
    SpecPaidAfterCancel,
    SpecOrchestrated,
    SpecOrchestratedUndone,
    SpecRetried,       ///< retry queue with three attempts, then the dead-letter queue
    SpecWrapped,       ///< dead-letter wrapper around the original
    SpecCorrelationInMetadata,
    SpecPayloadOnly,   ///< bare payloads without any envelope
    // the platform's dialect: no correlation, several ids for one booking
    PaidThenConfirmed,
    ConfirmedThenPaid,
    ThreeConfirmations,
    RefundedTwice,     ///< REST and webhook, amounts and booking ids disagree
    StripeRedelivered, ///< the same payment completed twice, with a new event id
    Declined,          ///< only user, amount, currency and time link the booking to its failure
    DeclinedThenPaid,
    Abandoned,         ///< created, and nothing after
    GuestDeclined,     ///< user `guest`: nothing may be inferred
    TempPayment,       ///< booking id `temp`
    EqualBookings,     ///< two of one user at the same moment and price, both declined
    Login,
    AnonymousSearch,
    ProfileChange,     ///< up to three events of one PUT
    Export,
    Recommendation,
    Prediction,        ///< colliding request ids, event type unlike its topic
    Unreadable,        ///< tombstones, empty values, text, binary, framed
};
inline constexpr int kTaleKinds = int(TaleKind::Unreadable) + 1;

/// One story to be told. Everything in it follows from these numbers, so a shrunk one is still a story.
struct Tale
{
    TaleKind kind = TaleKind::SpecPaid;
    int start = 0;             ///< seconds into the day's traffic
    unsigned user = 0;
    unsigned price = 0;
    std::uint32_t dice = 0;    ///< delays, and which of the platform's quirks befall its records
};

/// Records with the truth about them, which the maker keeps and no part of the program helps to tell.
struct Chronicle
{
    struct Truth
    {
        int story = 0;
        int strand = 0; ///< events of one strand share identifiers; strands of one story do not
        bool canBeKnown = true; ///< what is told of its strand is enough to find the story's other strands
    };
    static constexpr int kLone = 1000; ///< strands from here on: one event (and its copies) that shares nothing
    std::vector<Record> records;
    std::vector<Truth> truth;

    /// `firstTale` and `firstOffset` keep the ids and coordinates of two chronicles apart.
    static Chronicle of(const std::vector<Tale>& tales, int firstTale = 0, std::int64_t firstOffset = 0);
};

} // namespace sagascope::test
