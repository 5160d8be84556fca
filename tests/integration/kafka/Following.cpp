// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/kafka/Following.h"

#include <map>
#include <thread>
#include <tuple>
#include <unordered_map>

#include <gtest/gtest.h>

#include "core/catalog/Catalog.h"

namespace sagascope::integration {

using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 90s;
constexpr std::size_t kMostLines = 10;

std::string idOf(int number)
{
    return "e-" + std::to_string(number);
}

/// The events of a snapshot by what makes each of them one.
class Index
{
public:
    explicit Index(const session::Snapshot& snapshot) : m_events(snapshot.events)
    {
        for (std::uint32_t i = 0; i < snapshot.events.size(); ++i) {
            const store::EventRow& row = snapshot.events.row(base::EventIndex(i));
            m_byId[row.eventId].push_back(base::EventIndex(i));
            const std::string topic(snapshot.events.topicName(row.topic));
            m_byPlace[{topic, row.partition, row.offset}].push_back(row.eventId);
        }
        if (snapshot.counts.sameCoordinates > 0)
            tell("records read again: " + std::to_string(snapshot.counts.sameCoordinates));
    }

    void expectOnce(int number)
    {
        const auto found = m_byId.find(base::idHash(idOf(number)));
        if (found == m_byId.end())
            tell(idOf(number) + ": not there");
        else if (found->second.size() != 1)
            tell(idOf(number) + ": " + std::to_string(found->second.size()) + " times," + placesOf(found->second));
    }

    void expectAt(int number, const kafka::Delivery& place)
    {
        if (place.offset < 0)
            return; // a retry that the broker had already: it does not say where
        const auto found = m_byPlace.find({place.topic, place.partition, place.offset});
        if (found == m_byPlace.end() || found->second != std::vector{base::idHash(idOf(number))})
            tell(idOf(number) + " is not what lies at " + place.topic + '/' + std::to_string(place.partition) + '/'
                 + std::to_string(place.offset));
    }

    [[nodiscard]] std::vector<std::string> takeLines() { return std::move(m_lines); }

private:
    /// Different ones: the producer wrote it twice. The same one: the session read it twice.
    [[nodiscard]] std::string placesOf(const std::vector<base::EventIndex>& events) const
    {
        std::string places;
        for (const base::EventIndex event : events) {
            const store::EventRow& row = m_events.row(event);
            places += ' ' + std::string(m_events.topicName(row.topic)) + '/' + std::to_string(row.partition) + '/'
                + std::to_string(row.offset);
        }
        return places;
    }

    void tell(std::string line)
    {
        if (m_lines.size() < kMostLines)
            m_lines.push_back(std::move(line));
    }

    const decltype(session::Snapshot::events)& m_events;
    std::unordered_map<base::IdHash, std::vector<base::EventIndex>> m_byId;
    std::map<std::tuple<std::string, std::int32_t, std::int64_t>, std::vector<base::IdHash>> m_byPlace;
    std::vector<std::string> m_lines;
};

} // namespace

std::string eventNumber(int number)
{
    return R"({"eventId":")" + idOf(number) + R"(","eventType":"payment.completed","payload":{}})";
}

Following::Following(const kafka::Profile& profile, session::KafkaSourceOptions options)
{
    static const auto catalog = catalog::Catalog::load();
    auto source = session::KafkaSource::open(profile, std::move(options));
    EXPECT_TRUE(source) << source.error().text();
    session::SessionOptions sessionOptions;
    sessionOptions.catalog = *catalog;
    m_session = std::make_unique<session::Session>(*std::move(source), sessionOptions);
}

std::optional<std::chrono::milliseconds> Following::await(const Condition& condition) const
{
    const auto start = std::chrono::steady_clock::now();
    while (!condition(*snapshot())) {
        if (std::chrono::steady_clock::now() - start > kPatience)
            return std::nullopt;
        std::this_thread::sleep_for(5ms);
    }
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
}

bool Following::awaitEvents(std::uint64_t count) const
{
    return await([count](const session::Snapshot& snapshot) { return snapshot.counts.records >= count; }).has_value();
}

std::optional<std::chrono::milliseconds> Following::awaitState(session::ConnectionState state) const
{
    return await([state](const session::Snapshot& snapshot) { return snapshot.connection.state == state; });
}

std::vector<std::string> differences(const session::Snapshot& snapshot, int count)
{
    Index index(snapshot);
    for (int number = 0; number < count; ++number)
        index.expectOnce(number);
    return index.takeLines();
}

std::vector<std::string> differences(const session::Snapshot& snapshot, const std::vector<Acknowledged>& acknowledged)
{
    Index index(snapshot);
    for (const Acknowledged& event : acknowledged) {
        index.expectOnce(event.number);
        index.expectAt(event.number, event.delivery);
    }
    return index.takeLines();
}

} // namespace sagascope::integration
