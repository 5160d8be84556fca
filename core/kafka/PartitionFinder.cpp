// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/PartitionFinder.h"

#include <algorithm>

#include "core/kafka/RdLookup.h"

namespace sagascope::kafka {

using namespace std::chrono_literals;

namespace {

/// How long one question may block, and with it the end of the program when the cluster does not answer.
constexpr auto kQuestionTimeout = 2'000ms;
/// When a question failed, or nobody answers, the next try comes sooner than the usual look.
constexpr auto kRetryInterval = 500ms;
/// While a broker is in trouble, leaders move: the sooner we look, the sooner their partitions go on.
constexpr auto kTroubledInterval = 2'000ms;
/// An end that lies before what was read is believed when it was seen so often, some seconds in all: then the topic was
/// made anew, or records that had been read were lost.
constexpr int kLooksUntilBelieved = 8;

FoundPartition restartAt(const TopicPartition& partition, std::int64_t start, std::int64_t endNow)
{
    FoundPartition found;
    found.partition = partition;
    found.start = start;
    found.endNow = endNow;
    found.isRestart = true;
    return found;
}

} // namespace

PartitionFinder::PartitionFinder(rd_kafka_t* client, const Profile& profile, ConsumerOptions options, ConsumerLog& log,
                                 std::function<void()> onFound)
    : m_client(client),
      m_mainQueue(rd_kafka_queue_get_main(client)),
      m_profile(profile),
      m_options(std::move(options)),
      m_pattern(profile.topicPattern),
      m_log(log),
      m_onFound(std::move(onFound)),
      m_thread([this] { run(); })
{
}

PartitionFinder::~PartitionFinder()
{
    requestStop();
    m_thread.join();
}

void PartitionFinder::requestStop()
{
    m_isStopping = true;
    rd_kafka_queue_yield(m_mainQueue.get());
}

std::vector<FoundPartition> PartitionFinder::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_found, {});
}

void PartitionFinder::requestRestart(RestartRequest request)
{
    {
        const std::lock_guard lock(m_mutex);
        m_restarts.push_back(std::move(request));
    }
    rd_kafka_queue_yield(m_mainQueue.get());
}

/// At the next occasion, not at once.
void PartitionFinder::askAgain(RestartRequest request)
{
    const std::lock_guard lock(m_mutex);
    m_restarts.push_back(std::move(request));
}

void PartitionFinder::run()
{
    while (!m_isStopping) {
        const bool isComplete = look();
        auto pause = m_profile.metadataInterval;
        if (!isComplete || !m_log.isConnected())
            pause = std::min(pause, std::chrono::milliseconds(kRetryInterval));
        else if (!m_log.isCalm() || m_known.empty()) // while nothing is fetched, only looking shows who is silent
            pause = std::min(pause, std::chrono::milliseconds(kTroubledInterval));
        sleepUntil(std::chrono::steady_clock::now() + pause);
    }
}

void PartitionFinder::sleepUntil(std::chrono::steady_clock::time_point moment)
{
    const bool wasCalm = m_log.isCalm();
    while (!m_isStopping && std::chrono::steady_clock::now() < moment) {
        const auto left = moment - std::chrono::steady_clock::now();
        const auto wait = std::clamp<std::chrono::nanoseconds>(left, 0ms, kRetryInterval);
        // Serves the error callback as well.
        rd_kafka_poll(m_client, static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(wait).count()));
        serveRestarts();
        if (wasCalm && !m_log.isCalm())
            return; // look at once who leads now, and often until all is well
    }
}

/// One look at the cluster. True when every partition seen is resolved.
bool PartitionFinder::look()
{
    const auto info = describeCluster(m_client, m_profile.bootstrap, kQuestionTimeout);
    serveCallbacks();
    if (!info || m_isStopping)
        return false;
    m_log.addAnswer(static_cast<int>(info->brokers.size()));
    if (!m_hasLooked)
        rememberFirstLook(*info);
    const auto unknown = unknownPartitions(*info);
    resolve(unknown);
    const bool isComplete = std::all_of(m_initial.begin(), m_initial.end(),
                                        [this](const auto& partition) { return m_known.contains(partition); });
    if (isComplete && !m_hasSurveyed.exchange(true))
        m_onFound();
    return std::all_of(unknown.begin(), unknown.end(), [this](const auto& p) { return m_known.contains(p); });
}

void PartitionFinder::rememberFirstLook(const ClusterInfo& info)
{
    m_hasLooked = true;
    for (const auto& topic : info.topics) {
        if (!std::regex_search(topic.name, m_pattern))
            continue;
        for (const auto& partition : topic.partitions) {
            if (TopicPartition candidate{topic.name, partition.id}; isWanted(candidate))
                m_initial.insert(std::move(candidate));
        }
    }
}

bool PartitionFinder::isWanted(const TopicPartition& partition) const
{
    return m_options.start.kind != StartPoint::Kind::Offsets || m_options.start.offsetOf(partition);
}

/// Those that can be asked for now: a partition without leader would hold up the question for all others.
std::vector<TopicPartition> PartitionFinder::unknownPartitions(const ClusterInfo& info)
{
    std::vector<TopicPartition> unknown;
    for (const auto& topic : info.topics) {
        if (!std::regex_search(topic.name, m_pattern))
            continue;
        for (const auto& partition : topic.partitions) {
            TopicPartition candidate{topic.name, partition.id};
            if (!m_initial.contains(candidate) && (m_options.isUntilEnd || !isWanted(candidate)))
                continue;
            if (partition.leader >= 0 && !m_known.contains(candidate))
                unknown.push_back(std::move(candidate));
        }
    }
    return unknown;
}

void PartitionFinder::resolve(const std::vector<TopicPartition>& partitions)
{
    if (partitions.empty())
        return;
    const bool isByTime = m_options.start.kind == StartPoint::Kind::Time || m_options.until;
    if (isByTime && m_profile.isEmbedded && m_known.empty())
        m_log.add({.kind = ConsumerEventKind::TimeLookupUnsupported});
    // The end before the time: a record written between the two questions is then read, not skipped.
    const auto ask = [&](std::int64_t when) {
        auto offsets = offsetsAt(m_client, partitions, when, kQuestionTimeout);
        serveCallbacks();
        return offsets;
    };
    const auto askTime = [&](base::Timestamp time, const std::vector<base::Result<std::int64_t>>& otherwise) {
        return time == base::kNoTime || m_profile.isEmbedded ? otherwise : ask(base::toUnixMilliseconds(time));
    };
    const auto lows = ask(kLowOffset);
    const auto ends = ask(kEndOffset);
    const auto starts = askTime(m_options.start.time, lows);
    const auto untils = askTime(m_options.until.value_or(base::kNoTime), ends);
    std::vector<FoundPartition> found;
    for (std::size_t i = 0; i < partitions.size(); ++i) {
        if (auto one = toFound(partitions[i], {lows[i], ends[i], starts[i], untils[i]})) {
            m_known.insert(partitions[i]);
            found.push_back(std::move(*one));
        }
    }
    handOver(std::move(found));
}

std::optional<FoundPartition> PartitionFinder::toFound(const TopicPartition& partition, const Offsets& offsets) const
{
    if (!offsets.low || !offsets.end || !offsets.from || !offsets.until)
        return std::nullopt; // asked again at the next look
    FoundPartition found;
    found.partition = partition;
    found.start = startOf(partition, offsets);
    found.endNow = *offsets.end;
    if (m_options.isUntilEnd)
        found.end = *offsets.until == kEndOffset ? *offsets.end : std::min(*offsets.until, *offsets.end);
    if (m_profile.isEmbedded) {
        found.dropBefore = m_options.start.time;
        found.dropFrom = m_options.until.value_or(base::kNoTime);
    }
    return found;
}

std::int64_t PartitionFinder::startOf(const TopicPartition& partition, const Offsets& offsets) const
{
    const bool isLater = !m_initial.contains(partition);
    switch (m_options.start.kind) {
    case StartPoint::Kind::Beginning:
        break;
    case StartPoint::Kind::End:
        return isLater ? *offsets.low : *offsets.end;
    case StartPoint::Kind::LastRecords:
        return isLater ? *offsets.low : std::max(*offsets.low, *offsets.end - m_options.start.count);
    case StartPoint::Kind::Time:
        return *offsets.from == kEndOffset ? *offsets.end : *offsets.from;
    case StartPoint::Kind::Offsets:
        // One that is gone is asked for all the same, so that what is lost gets told.
        return std::min(*m_options.start.offsetOf(partition), *offsets.end);
    }
    return *offsets.low;
}

/// Between questions, so that trouble is told while they wait.
void PartitionFinder::serveCallbacks()
{
    rd_kafka_poll(m_client, 0);
}

void PartitionFinder::serveRestarts()
{
    std::vector<RestartRequest> requests;
    {
        const std::lock_guard lock(m_mutex);
        requests = std::exchange(m_restarts, {});
    }
    if (requests.empty())
        return;
    std::vector<TopicPartition> partitions;
    for (const RestartRequest& request : requests)
        partitions.push_back(request.partition);
    const auto lows = offsetsAt(m_client, partitions, kLowOffset, kQuestionTimeout);
    const auto ends = offsetsAt(m_client, partitions, kEndOffset, kQuestionTimeout);
    std::vector<FoundPartition> found;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        RestartRequest& request = requests[i];
        const bool isAnswered = lows[i].isOk() && ends[i].isOk();
        request.looks += isAnswered;
        const auto start = isAnswered ? restartOffset(request, *lows[i], *ends[i]) : std::nullopt;
        if (start)
            found.push_back(restartAt(request.partition, *start, *ends[i]));
        else
            askAgain(std::move(request));
    }
    handOver(std::move(found));
}

/// Nothing while it is too early to say.
std::optional<std::int64_t> PartitionFinder::restartOffset(const RestartRequest& request, std::int64_t low,
                                                           std::int64_t end)
{
    if (request.wanted < low)
        return low;
    const bool isThere = request.wanted <= end;
    if (isThere && request.looks > 1) // the second look: a leader that is out of its depth gets a moment
        return request.wanted;
    if (!isThere && request.looks >= kLooksUntilBelieved)
        return low;
    return std::nullopt;
}

void PartitionFinder::handOver(std::vector<FoundPartition> found)
{
    if (found.empty())
        return;
    {
        const std::lock_guard lock(m_mutex);
        std::move(found.begin(), found.end(), std::back_inserter(m_found));
    }
    m_onFound();
}

} // namespace sagascope::kafka
