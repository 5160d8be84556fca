// SPDX-License-Identifier: GPL-3.0-or-later
// Sampling never cuts a saga: what shares a traveller who was chosen is kept whole, in any order of arrival, and of the
// others nothing is kept that names its traveller.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <utility>

#include "core/identity/Identifier.h"
#include "core/session/SagaSample.h"
#include "tests/law/Tales.h"
#include "tests/support/History.h"

namespace sagascope::test {
namespace {

using Coordinates = std::pair<std::string, std::int64_t>; ///< topic/partition and offset

Coordinates coordinatesOf(const event::RawRecord& record)
{
    return {std::string(record.topic) + '/' + std::to_string(record.partition), record.offset};
}

/// Read without the program's help; empty where the record names nobody.
std::string travellerOf(const event::RawRecord& record)
{
    const auto body = nlohmann::json::parse(record.value.value_or(""), nullptr, false);
    if (!body.is_object())
        return {};
    const auto& subject = body.contains("payload") ? body["payload"] : body;
    const bool isNamed = subject.is_object() && subject.contains("userId") && subject["userId"].is_string();
    const std::string name = isNamed ? subject["userId"].get<std::string>() : std::string();
    return identity::isPlaceholder(name) ? std::string() : name;
}

std::set<std::set<Coordinates>> sagasOf(const std::vector<Record>& records)
{
    std::set<std::set<Coordinates>> sagas;
    const session::Report told = tellReport(records, moment("2026-03-02T23:00:00Z"));
    for (const auto& saga : told.sagas) {
        std::set<Coordinates> members;
        for (const saga::StoryEvent& event : saga.story.events)
            members.insert(coordinatesOf(records[event.event.value].raw()));
        sagas.insert(std::move(members));
    }
    return sagas;
}

struct Sampled
{
    std::vector<Record> records;
    session::SampleCounts counts;
};

Sampled sample(const std::vector<Record>& records, std::uint32_t oneIn, std::mt19937& random)
{
    session::SagaSample choice(builtInCatalog(), {.oneIn = oneIn});
    std::map<Coordinates, const Record*> known;
    Sampled sampled;
    const auto choose = [&](const event::RecordBatch& batch) {
        const event::RecordBatch chosen = choice.choose(batch);
        for (const event::RawRecord& kept : chosen.records())
            sampled.records.push_back(*known.at(coordinatesOf(kept)));
    };
    event::RecordBatch batch;
    for (const Record& record : records) {
        known[coordinatesOf(record.raw())] = &record;
        batch.append(record.raw());
        if (random() % 4 == 0)
            choose(std::exchange(batch, {}));
    }
    choose(batch);
    choice.finish();
    sampled.counts = choice.counts();
    return sampled;
}

TEST(Sample, NeverCutsASaga)
{
    EXPECT_TRUE(rc::check([](std::uint32_t seed) {
        std::mt19937 random(seed);
        std::vector<Record> records = Chronicle::of(anyTales()).records;
        std::shuffle(records.begin(), records.end(), random);
        const std::uint32_t oneIn = 2 + seed % 3;
        const Sampled sampled = sample(records, oneIn, random);
        const auto kept = sagasOf(sampled.records);

        std::map<Coordinates, std::string> travellers;
        for (const Record& record : records)
            travellers[coordinatesOf(record.raw())] = travellerOf(record.raw());
        const auto isChosen = [&](const std::string& name) { return session::SagaSample::isChosen(name, oneIn); };
        for (const std::set<Coordinates>& saga : sagasOf(records)) {
            std::set<std::string> names;
            for (const Coordinates& member : saga)
                names.insert(travellers.at(member));
            names.erase(std::string());
            if (!names.empty() && std::all_of(names.begin(), names.end(), isChosen))
                RC_ASSERT(kept.contains(saga));
        }
        for (const Record& record : sampled.records) {
            const std::string name = travellerOf(record.raw());
            RC_ASSERT(name.empty() || isChosen(name));
        }
        const session::SampleCounts& counts = sampled.counts;
        RC_ASSERT(counts.kept == sampled.records.size());
        RC_ASSERT(counts.kept + counts.leftOut + counts.remnants == records.size());
    }));
}

} // namespace
} // namespace sagascope::test
