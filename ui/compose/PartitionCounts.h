// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <map>
#include <optional>
#include <string>

#include "core/kafka/Profile.h"
#include "ui/common/LatestWins.h"

namespace sagascope::ui {

/// How many partitions the topics of a cluster have, asked in a worker: a key's partition depends on it. GUI thread.
class PartitionCounts : public QObject
{
    Q_OBJECT

public:
    explicit PartitionCounts(QObject* parent = nullptr);
    ~PartitionCounts() override;

    void setCluster(std::optional<kafka::Profile> profile); ///< nothing: there is none
    /// Nothing while it is not known; a topic that is missing makes us ask once more, now and then.
    [[nodiscard]] std::optional<std::int32_t> of(const std::string& topic);
    [[nodiscard]] bool isBusy() const { return m_worker.isBusy(); }

Q_SIGNALS:
    void changed();

private:
    using Counts = std::map<std::string, std::int32_t>;
    void ask();
    std::optional<kafka::Profile> m_profile;
    Counts m_counts;
    QElapsedTimer m_asked;
    LatestWins<std::optional<Counts>> m_worker;
};

} // namespace sagascope::ui
