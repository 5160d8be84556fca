// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/WhatIfFeed.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

#include "core/catalog/Catalog.h"

namespace sagascope::ui {
namespace {

constexpr std::chrono::milliseconds kDelay{300};
constexpr std::chrono::milliseconds kPace{2000}; ///< between answers about traffic that goes on
constexpr std::chrono::milliseconds kProgress{100};

} // namespace

WhatIfFeed::WhatIfFeed(QObject* parent)
    : QObject(parent), m_percent(std::make_shared<std::atomic<int>>(0)), m_worker([this](Answer answer) { take(std::move(answer)); })
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    m_pace.setSingleShot(true);
    m_progress.setInterval(kProgress);
    connect(&m_delay, &QTimer::timeout, this, &WhatIfFeed::start);
    connect(&m_progress, &QTimer::timeout, this, &WhatIfFeed::changed);
}

WhatIfFeed::~WhatIfFeed() = default;

void WhatIfFeed::ask(session::SnapshotPtr snapshot, CatalogPtr changed)
{
    m_snapshot = std::move(snapshot);
    m_catalog = std::move(changed);
    m_isCancelled = false;
    m_isComputing = false;
    m_worker.cancel();
    m_progress.stop();
    m_delay.start();
    Q_EMIT this->changed();
}

void WhatIfFeed::follow(const session::SnapshotPtr& snapshot)
{
    if (!m_catalog || m_isCancelled || isBusy() || m_pace.isActive() || snapshot == m_snapshot)
        return;
    m_snapshot = snapshot;
    start();
}

void WhatIfFeed::cancel()
{
    m_delay.stop();
    m_progress.stop();
    m_worker.cancel();
    m_isComputing = false;
    m_isCancelled = true;
    Q_EMIT changed();
}

void WhatIfFeed::forget()
{
    cancel();
    m_isCancelled = false;
    m_catalog.reset();
    m_snapshot.reset();
    m_answer.reset();
    m_answeredOf.reset();
    Q_EMIT changed();
}

void WhatIfFeed::start()
{
    m_isComputing = true;
    m_percent = std::make_shared<std::atomic<int>>(0); // a piece that is given up may still write into the one before
    m_progress.start();
    m_worker.start([snapshot = m_snapshot, catalog = m_catalog, percent = m_percent](StopToken stop) {
        QElapsedTimer clock;
        clock.start();
        Answer answer{snapshot, nullptr, {}};
        answer.whatIf = session::whatIf(
            snapshot, catalog, [&](double done) { percent->store(int(done * 100), std::memory_order_relaxed); },
            [&] { return stop.stopRequested(); });
        answer.cost = std::chrono::milliseconds(clock.elapsed());
        return answer;
    });
    Q_EMIT changed();
}

void WhatIfFeed::take(Answer answer)
{
    m_isComputing = false;
    m_progress.stop();
    if (answer.whatIf) {
        m_answer = std::move(answer.whatIf);
        m_answeredOf = std::move(answer.snapshot);
        m_pace.start(std::max(kPace, answer.cost * 3));
    }
    Q_EMIT changed();
}

} // namespace sagascope::ui
