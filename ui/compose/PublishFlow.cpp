// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/PublishFlow.h"

#include <QCoroFuture>
#include <QCoroSignal>
#include <QMessageBox>
#include <QPointer>
#include <QPromise>
#include <QPushButton>

#include <memory>
#include <utility>

#include "ui/common/CodeText.h"

namespace sagascope::ui {

PublishFlow::PublishFlow(QWidget* window) : QObject(window), m_window(window) {}

void PublishFlow::start(PublishTarget target, std::vector<Outgoing> records)
{
    if (!m_isBusy && !records.empty())
        run(std::move(target), std::move(records));
}

void PublishFlow::cancel()
{
    m_isCancelled = true;
    if (const auto publisher = m_publisher.lock())
        publisher->cancel();
}

void PublishFlow::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    Q_EMIT busyChanged();
}

QCoro::Task<> PublishFlow::run(PublishTarget target, std::vector<Outgoing> records)
{
    const QPointer self(this);
    m_isCancelled = false;
    m_publisher = target.publisher;
    setBusy(true);
    const bool isWanted = target.profile.isEmbedded || co_await isConfirmed(target, records);
    if (!self)
        co_return;
    for (std::size_t i = 0; isWanted && i < records.size(); ++i) {
        kafka::DeliveryReport report = base::Error{base::ErrorCode::Cancelled, target.profile.name, {}};
        if (!m_isCancelled) {
            records[i].time = base::Clock::system().now();
            report = co_await hand(target, records[i].record);
            if (!self)
                co_return;
        }
        if (!report) {
            Q_EMIT failed(report.error());
            break;
        }
        Q_EMIT acknowledged(records[i], *report);
        if (!self)
            co_return;
    }
    setBusy(false);
}

// The publisher is not kept while the answer is awaited: when the session ends, it answers with Cancelled and goes.
QFuture<kafka::DeliveryReport> PublishFlow::hand(PublishTarget& target, const kafka::OutgoingRecord& record)
{
    auto promise = std::make_shared<QPromise<kafka::DeliveryReport>>();
    promise->start();
    const QFuture<kafka::DeliveryReport> answer = promise->future();
    const auto tell = [promise](const kafka::DeliveryReport& report) {
        promise->addResult(report);
        promise->finish();
    };
    if (const auto publisher = target.publisher.lock())
        target.published.publish(*publisher, record, tell);
    else
        tell(base::Error{base::ErrorCode::Cancelled, target.profile.name, "the session has ended"});
    return answer;
}

QCoro::Task<bool> PublishFlow::isConfirmed(const PublishTarget& target, const std::vector<Outgoing>& records)
{
    const QString cluster = toQString(target.profile.name.empty() ? target.profile.bootstrap : target.profile.name);
    const QString type = toQString(records.front().eventType);
    const QPointer box = new QMessageBox(m_window);
    box->setIcon(QMessageBox::NoIcon);
    box->setText(tr("Publish %1 to %2?").arg(type, cluster));
    box->setInformativeText(records.size() == 1
                                ? tr("One record goes to the topic %1. It cannot be taken back.").arg(toQString(records.front().record.topic))
                                : tr("%n records go to the topic %1. They cannot be taken back.", nullptr, int(records.size()))
                                      .arg(toQString(records.front().record.topic)));
    QPushButton* publish = box->addButton(tr("Publish to %1").arg(cluster), QMessageBox::AcceptRole);
    box->setDefaultButton(publish);
    box->setEscapeButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    // Shared: the slot may outlive a coroutine that was given up.
    const auto yes = std::make_shared<bool>(false);
    connect(publish, &QAbstractButton::clicked, box, [yes] { *yes = true; });
    box->open();
    co_await qCoro(box.data(), &QMessageBox::finished);
    if (box)
        box->deleteLater(); // not on closing: we hear of that a turn of the event loop later
    co_return *yes;
}

} // namespace sagascope::ui
