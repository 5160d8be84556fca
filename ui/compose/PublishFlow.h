// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>
#include <QFuture>
#include <QObject>

#include <optional>
#include <string>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/Time.h"
#include "core/kafka/Publisher.h"
#include "ui/compose/PublishTarget.h"

namespace sagascope::ui {

/// A record on its way out, with what the list of sent ones shows of it.
struct Outgoing
{
    kafka::OutgoingRecord record;
    std::string eventType;
    std::string eventId;
    base::Timestamp time = base::kNoTime; ///< when it was handed over
    std::size_t seen = 0;                 ///< rows that the session's store had before: it is none of those
};

/// Publishes records one after the other and awaits each acknowledgement. Asks first where the cluster is a real one.
/// The first failure ends it. GUI thread; nothing of it runs on after it is destroyed.
class PublishFlow : public QObject
{
    Q_OBJECT

public:
    explicit PublishFlow(QWidget* window);

    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    void start(PublishTarget target, std::vector<Outgoing> records);
    void cancel(); ///< what is under way may still be written

Q_SIGNALS:
    void busyChanged();
    void acknowledged(const sagascope::ui::Outgoing& sent, const sagascope::kafka::Delivery& delivery);
    void failed(const sagascope::base::Error& error);

private:
    QCoro::Task<> run(PublishTarget target, std::vector<Outgoing> records);
    QCoro::Task<bool> isConfirmed(const PublishTarget& target, const std::vector<Outgoing>& records);
    static QFuture<kafka::DeliveryReport> hand(PublishTarget& target, const kafka::OutgoingRecord& record);
    void setBusy(bool isBusy);
    QWidget* m_window;
    std::weak_ptr<kafka::Publisher> m_publisher; ///< of the run under way
    bool m_isBusy = false;
    bool m_isCancelled = false;
};

} // namespace sagascope::ui
