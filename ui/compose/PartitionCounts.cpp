// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/PartitionCounts.h"

#include <utility>

#include "core/kafka/Cluster.h"

namespace sagascope::ui {
namespace {

constexpr std::chrono::milliseconds kPatience{250}; ///< short, so that closing the window does not wait
constexpr int kTries = 20;
constexpr qint64 kAskAgainMs = 5000;

} // namespace

PartitionCounts::PartitionCounts(QObject* parent)
    : QObject(parent), m_worker([this](std::optional<Counts> counts) {
          if (!counts || *counts == m_counts)
              return;
          m_counts = std::move(*counts);
          Q_EMIT changed();
      })
{
}

PartitionCounts::~PartitionCounts() = default;

void PartitionCounts::setCluster(std::optional<kafka::Profile> profile)
{
    m_profile = std::move(profile);
    m_counts.clear();
    m_worker.cancel();
    if (m_profile)
        ask();
}

std::optional<std::int32_t> PartitionCounts::of(const std::string& topic)
{
    if (const auto found = m_counts.find(topic); found != m_counts.end())
        return found->second;
    if (m_profile && !m_worker.isBusy() && m_asked.elapsed() > kAskAgainMs)
        ask();
    return std::nullopt;
}

void PartitionCounts::ask()
{
    m_asked.start();
    m_worker.start([profile = *m_profile](StopToken stop) -> std::optional<Counts> {
        auto cluster = kafka::Cluster::open(profile);
        if (!cluster)
            return std::nullopt;
        base::Result<kafka::ClusterInfo> info = (*cluster)->describe(kPatience);
        for (int i = 1; i < kTries && !info && !stop.stopRequested(); ++i)
            info = (*cluster)->describe(kPatience);
        if (!info)
            return std::nullopt; // the connection chip tells of it; the catalog's number stands in
        Counts counts;
        for (const kafka::TopicInfo& topic : info->topics)
            counts[topic.name] = static_cast<std::int32_t>(topic.partitions.size());
        return counts;
    });
}

} // namespace sagascope::ui
