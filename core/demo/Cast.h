// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/Time.h"

namespace sagascope::demo {

/// Money as integral hundredths of the currency.
struct Money
{
    int cents = 0;
    std::string currency;

    [[nodiscard]] nlohmann::ordered_json amount() const; ///< in units: 482 or 120.5
    [[nodiscard]] std::string text() const;              ///< "120.50 EUR"
};

/// Somebody who travels. The same few hundred people come back in many stories.
struct Traveller
{
    std::string userId;
    std::string firstName;
    std::string lastName;
    std::string email;
    std::string phone;
    std::string birthDate;

    static Traveller ofPopulation(std::uint64_t seed, std::uint64_t story);
    static Traveller newcomer(std::uint64_t seed, std::uint64_t story);
};

/// A journey with every name that the platform has for it.
struct Journey
{
    std::string bookingId;     ///< UUID, as the spec wants it
    std::string databaseId;    ///< cuid, the platform's primary key
    std::string reference;     ///< BOOK-YYYYMMDD-XXXXX, the platform's other name for it
    std::string paymentId;     ///< pi_…
    std::string transactionId; ///< ch_…
    std::string type;          ///< flight, hotel or package
    std::string origin;        ///< IATA
    std::string destination;
    std::string offer;
    Money price;

    static Journey of(std::uint64_t seed, std::uint64_t story);
};

/// The moment that ids with a time inside carry: fixed by the story, not by the wall clock, so that the same seed gives
/// the same ids on any day. One second after the other, hence unique per story.
[[nodiscard]] base::Timestamp storyTime(std::uint64_t story);

} // namespace sagascope::demo
