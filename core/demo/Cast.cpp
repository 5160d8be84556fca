// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Cast.h"

#include <cstdio>

#include "core/demo/Draw.h"

namespace sagascope::demo {

namespace {

constexpr std::uint64_t kPopulation = 400;
constexpr std::int64_t kFirstStoryMs = 1'772'442'000'000; // 2026-03-02T09:00:00Z

constexpr const char* kFirstNames[] = {"Inès",   "Noé", "Camille", "Louis",  "Jade",   "Malo", "Zoé",     "Rayan",
                                       "Agathe", "Tom", "Lina",    "Marius", "Salomé", "Paul", "Yasmine", "Elio"};
constexpr const char* kLastNames[] = {"Carvalho", "Lemaire", "Nguyen", "Benali", "Rossi", "Fournier",
                                      "Keller",   "Diallo",  "Moreau", "Silva",  "Novak", "Garnier",
                                      "Haddad",   "Perrin",  "Weiss",  "Costa"};
constexpr const char* kAirports[] = {"CDG", "ORY", "LYS", "NCE", "LIS", "BCN", "FCO", "ATH",
                                     "AMS", "DUB", "CPH", "VIE", "PRG", "OPO", "NAP", "HEL"};

std::string asciiLower(std::string_view name)
{
    std::string result;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            result += static_cast<char>(c - 'A' + 'a');
        else if (c >= 'a' && c <= 'z')
            result += c;
    }
    return result;
}

Traveller travellerFrom(Draw draw)
{
    Traveller who;
    who.userId = draw.uuid();
    who.firstName = draw.pick(kFirstNames);
    who.lastName = draw.pick(kLastNames);
    who.email = asciiLower(who.firstName) + "." + asciiLower(who.lastName) + std::to_string(draw.between(10, 99)) +
                "@example.org";
    who.phone = "+336" + std::to_string(draw.between(10'000'000, 99'999'999));
    char date[16];
    std::snprintf(date, sizeof date, "%04d-%02d-%02d", draw.between(1955, 2004), draw.between(1, 12),
                  draw.between(1, 28));
    who.birthDate = date;
    return who;
}

std::string bookingReference(Draw& draw, std::uint64_t story)
{
    std::string day = base::formatIso8601(storyTime(story)).substr(0, 10);
    std::erase(day, '-');
    return "BOOK-" + day + "-" + draw.upperBase36(5);
}

} // namespace

nlohmann::ordered_json Money::amount() const
{
    if (cents % 100 == 0)
        return cents / 100;
    return cents / 100.0;
}

std::string Money::text() const
{
    char digits[32];
    std::snprintf(digits, sizeof digits, "%d.%02d ", cents / 100, cents % 100);
    return digits + currency;
}

Traveller Traveller::ofPopulation(std::uint64_t seed, std::uint64_t story)
{
    const std::uint64_t person = Draw(seed, story, "who").next() % kPopulation;
    return travellerFrom(Draw(seed, person, "population"));
}

Traveller Traveller::newcomer(std::uint64_t seed, std::uint64_t story)
{
    return travellerFrom(Draw(seed, story, "newcomer"));
}

Journey Journey::of(std::uint64_t seed, std::uint64_t story)
{
    Draw draw(seed, story, "journey");
    Journey journey;
    journey.bookingId = draw.uuid();
    journey.databaseId = draw.cuid();
    journey.reference = bookingReference(draw, story);
    journey.paymentId = "pi_3" + draw.alphanumeric(23);
    journey.transactionId = "ch_3" + draw.alphanumeric(23);
    journey.type = draw.pick({"flight", "hotel", "package"});
    journey.origin = draw.pick(kAirports);
    do
        journey.destination = draw.pick(kAirports);
    while (journey.destination == journey.origin);
    journey.offer = "off_" + draw.upperBase36(6);
    journey.price.cents = draw.chance(0.6) ? draw.between(49, 2'450) * 100 : draw.between(4'900, 245'000);
    journey.price.currency = draw.chance(0.8) ? "EUR" : draw.pick({"USD", "GBP", "CHF"});
    return journey;
}

base::Timestamp storyTime(std::uint64_t story)
{
    return base::fromUnixMilliseconds(kFirstStoryMs + static_cast<std::int64_t>(story) * 1'000);
}

} // namespace sagascope::demo
