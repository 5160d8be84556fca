// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Director.h"

#include <algorithm>

#include "core/base/Hash.h"
#include "core/demo/Envelope.h"

namespace sagascope::demo {

using namespace std::chrono_literals;

namespace {

using Steady = std::chrono::steady_clock;

/// Acknowledgements come one by one: a short rest gathers them, so that a full rate costs few wake-ups.
constexpr auto kGather = 2ms;
/// Without any sign of life for so long, running stories are given up: a service or the broker is gone.
constexpr auto kPatience = 20s;

std::uint8_t bitOf(Service service)
{
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(service));
}

base::Timestamp wallClock()
{
    return std::chrono::floor<std::chrono::milliseconds>(base::Clock::system().now());
}

std::string_view attemptOf(const PlannedRecord& record)
{
    const auto header = std::find_if(record.addedHeaders.begin(), record.addedHeaders.end(),
                                     [](const kafka::OutgoingHeader& h) { return h.name == kRetryCountHeader; });
    return header == record.addedHeaders.end() ? std::string_view() : std::string_view(*header->value);
}

} // namespace

std::uint64_t readingOf(Service group, std::string_view topic, std::string_view eventId, std::string_view attempt)
{
    const auto base = base::hash64(topic, static_cast<std::uint64_t>(group) + 1);
    return base::hash64(eventId, base::hash64(attempt, base));
}

Director::Director(const DemoOptions& options, Publish publish)
    : m_options(options), m_plan(options), m_publish(std::move(publish)), m_thread([this] { run(); })
{
}

Director::~Director()
{
    stop();
}

void Director::begin()
{
    const std::lock_guard lock(m_mutex);
    m_hasBegun = true;
    wake();
}

void Director::stopStarting()
{
    const std::lock_guard lock(m_mutex);
    m_mayStart = false;
    wake();
}

void Director::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        wake();
    }
    if (m_thread.joinable())
        m_thread.join();
}

/// With the mutex held.
void Director::wake()
{
    m_isWoken = true;
    m_wake.notify_one();
}

void Director::hasRead(std::span<const std::uint64_t> readings)
{
    if (readings.empty())
        return;
    const std::lock_guard lock(m_mutex);
    m_readings.insert(m_readings.end(), readings.begin(), readings.end());
    wake();
}

DemoReport Director::report() const
{
    DemoReport report;
    {
        const std::lock_guard lock(m_mutex);
        report = m_report;
    }
    for (std::uint64_t i = 0; i < report.storiesStarted; ++i)
        report.stories.push_back(m_plan.story(i));
    return report;
}

void Director::run()
{
    while (waitForWork()) {
        takeMessages();
        if (m_hasBegun) {
            startDueStories(Steady::now());
            writeDueRecords(Steady::now());
            finishWhenDone(Steady::now());
        }
    }
}

bool Director::waitForWork()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, kGather, [this] { return m_isStopping; });
    m_wake.wait_until(lock, nextWork(), [this] { return m_isWoken || m_isStopping; });
    m_isWoken = false;
    return !m_isStopping;
}

Director::SteadyTime Director::nextWork() const
{
    SteadyTime next = Steady::now() + 1s;
    if (canStart())
        next = std::min(next, *m_beginning + m_nextStart);
    if (!m_due.empty())
        next = std::min(next, m_due.top().at);
    return next;
}

bool Director::canStart() const
{
    return m_beginning && m_mayStart && (!m_options.duration || m_nextStart < *m_options.duration);
}

void Director::takeMessages()
{
    std::vector<Acknowledgement> acknowledgements;
    std::vector<std::uint64_t> readings;
    {
        const std::lock_guard lock(m_mutex);
        acknowledgements.swap(m_acknowledgements);
        readings.swap(m_readings);
    }
    for (const Acknowledgement& each : acknowledgements)
        acknowledge(each);
    for (const std::uint64_t each : readings)
        noteReading(each);
    if (!acknowledgements.empty() || !readings.empty())
        m_lastProgress = Steady::now();
}

void Director::startDueStories(SteadyTime now)
{
    if (!m_beginning)
        m_beginning = m_lastProgress = now;
    // A late start is still a start: how many stories a duration holds depends on the plan, never on the load.
    while (canStart() && *m_beginning + m_nextStart <= now) {
        Story story = m_plan.story(m_nextStory++);
        m_nextStart += m_plan.span(story);
        startStory(std::move(story));
    }
}

void Director::startStory(Story story)
{
    const std::uint64_t index = story.index;
    Running& running = m_running[index];
    running.readBy.resize(story.records.size());
    for (const PlannedRecord& record : story.records) {
        if (record.copyOf)
            running.originals.try_emplace(*record.copyOf);
        if (!record.reaction)
            continue;
        const PlannedRecord& cause = story.records[record.reaction->to];
        const Service group = record.reaction->group;
        m_awaited[readingOf(group, cause.topic, cause.eventId, attemptOf(cause))] = {index, record.reaction->to, group};
    }
    running.story = std::move(story);
    {
        const std::lock_guard lock(m_mutex);
        ++m_report.storiesStarted;
    }
    advance(running);
}

void Director::advance(Running& running)
{
    if (running.isUnderway)
        return;
    const PlannedRecord& record = running.story.records[running.next];
    if (record.reaction && !(running.readBy[record.reaction->to] & bitOf(record.reaction->group)))
        return;
    running.isUnderway = true;
    m_due.push({Steady::now() + record.delay, running.story.index});
}

void Director::writeDueRecords(SteadyTime now)
{
    while (!m_due.empty() && m_due.top().at <= now) {
        const auto found = m_running.find(m_due.top().story);
        m_due.pop();
        if (found != m_running.end())
            write(found->second);
    }
}

void Director::write(Running& running)
{
    const Service publisher = running.story.records[running.next].publisher;
    m_publish(publisher, wireFormOf(running),
              [this, story = running.story.index](const kafka::DeliveryReport& delivery) {
                  const std::lock_guard lock(m_mutex);
                  if (delivery)
                      ++m_report.produced[delivery->topic];
                  m_acknowledgements.push_back({story, delivery.isOk()});
                  wake();
              });
}

kafka::OutgoingRecord Director::wireFormOf(Running& running)
{
    const PlannedRecord& record = running.story.records[running.next];
    // Strictly rising inside a story, so that its order can be read off the wire.
    running.lastTime = std::max(wallClock(), running.lastTime + 1ms);
    if (record.copyOf)
        return wireFormOfCopy(record, running.originals[*record.copyOf], running.lastTime);
    kafka::OutgoingRecord wire = wireForm(record, running.lastTime);
    if (const auto original = running.originals.find(running.next); original != running.originals.end())
        original->second = wire;
    return wire;
}

void Director::acknowledge(const Acknowledgement& acknowledgement)
{
    const auto found = m_running.find(acknowledgement.story);
    if (found == m_running.end())
        return;
    Running& running = found->second;
    running.isUnderway = false;
    ++running.next;
    if (!acknowledgement.isWritten || running.next == running.story.records.size())
        end(acknowledgement.story, acknowledgement.isWritten);
    else
        advance(running);
}

void Director::noteReading(std::uint64_t reading)
{
    // Most readings lead to nothing, and a group may read a record twice: both are usual.
    const auto awaited = m_awaited.find(reading);
    if (awaited == m_awaited.end())
        return;
    const auto [story, record, group] = awaited->second;
    m_awaited.erase(awaited);
    const auto found = m_running.find(story);
    if (found == m_running.end())
        return;
    found->second.readBy[record] |= bitOf(group);
    advance(found->second);
}

void Director::end(std::uint64_t story, bool isTold)
{
    if (!isTold)
        std::erase_if(m_awaited, [story](const auto& entry) { return entry.second.story == story; });
    m_running.erase(story);
    const std::lock_guard lock(m_mutex);
    ++(isTold ? m_report.storiesTold : m_report.storiesAbandoned);
}

void Director::finishWhenDone(SteadyTime now)
{
    if (canStart())
        return;
    if (now - m_lastProgress > kPatience && m_due.empty())
        while (!m_running.empty())
            end(m_running.begin()->first, false);
    if (m_running.empty())
        m_isFinished = true;
}

} // namespace sagascope::demo
