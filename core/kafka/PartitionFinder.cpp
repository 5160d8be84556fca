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
      m_window(m_options, profile.isEmbedded),
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
    m_log.setGone(goneFrom(*info));
    const auto unknown = unknownPartitions(*info);
    resolve(unknown);
    const bool isComplete = std::all_of(m_initial.begin(), m_initial.end(),
                                        [this](const auto& partition) { return m_known.contains(partition); });
    if (isComplete && !m_hasSurveyed.exchange(true)) {
        m_log.setSurveyed();
        m_onFound();
    }
    return std::all_of(unknown.begin(), unknown.end(), [this](const auto& p) { return m_known.contains(p); });
}

void PartitionFinder::rememberFirstLook(const ClusterInfo& info)
{
    m_hasLooked = true;
    for (const auto& topic : info.topics) {
        if (!std::regex_search(topic.name, m_pattern))
            continue;
        for (const auto& partition : topic.partitions) {
            if (m_window.isWanted(topic, partition.id))
                m_initial.insert({topic.name, partition.id});
        }
    }
}

int PartitionFinder::goneFrom(const ClusterInfo& info) const
{
    return int(std::count_if(m_known.begin(), m_known.end(), [&](const TopicPartition& known) {
        const TopicInfo* topic = info.find(known.topic);
        return !topic || std::size_t(known.partition) >= topic->partitions.size();
    }));
}

/// Those that can be asked for now: a partition without leader would hold up the question for all others.
std::vector<TopicPartition> PartitionFinder::unknownPartitions(const ClusterInfo& info)
{
    std::vector<TopicPartition> unknown;
    int leftOut = 0;
    for (const auto& topic : info.topics) {
        if (!std::regex_search(topic.name, m_pattern))
            continue;
        for (const auto& partition : topic.partitions) {
            TopicPartition candidate{topic.name, partition.id};
            const bool isWanted = m_window.isWanted(topic, partition.id);
            leftOut += isWanted ? 0 : 1;
            if (!m_initial.contains(candidate) && (m_options.isUntilEnd || !isWanted))
                continue;
            if (partition.leader >= 0 && !m_known.contains(candidate))
                unknown.push_back(std::move(candidate));
        }
    }
    m_log.setLeftOut(leftOut);
    return unknown;
}

void PartitionFinder::resolve(const std::vector<TopicPartition>& partitions)
{
    if (partitions.empty())
        return;
    if (m_window.isTimeIgnored() && m_known.empty())
        m_log.add({.kind = ConsumerEventKind::TimeLookupUnsupported});
    const auto offsets = m_window.ask(m_client, partitions, kQuestionTimeout, [this] { serveCallbacks(); });
    std::vector<FoundPartition> found;
    for (std::size_t i = 0; i < partitions.size(); ++i) {
        if (auto one = toFound(partitions[i], offsets[i])) {
            m_known.insert(partitions[i]);
            found.push_back(std::move(*one));
        }
    }
    handOver(std::move(found));
}

std::optional<FoundPartition> PartitionFinder::toFound(const TopicPartition& partition,
                                                       const ReadingWindow::Offsets& offsets) const
{
    if (!offsets.areKnown())
        return std::nullopt; // asked again at the next look
    FoundPartition found;
    found.partition = partition;
    found.start = m_window.startOf(partition, offsets, !m_initial.contains(partition));
    found.endNow = *offsets.end;
    if (m_options.isUntilEnd)
        found.end = ReadingWindow::endOf(offsets);
    if (m_profile.isEmbedded) {
        found.dropBefore = m_options.start.time;
        found.dropFrom = m_options.until.value_or(base::kNoTime);
    }
    return found;
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
