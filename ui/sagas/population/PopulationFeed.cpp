// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/population/PopulationFeed.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QWidget>

#include <algorithm>

namespace sagascope::ui {
namespace {

constexpr std::chrono::milliseconds kPace{2000};
constexpr int kProgressMs = 100;

} // namespace

PopulationFeed::PopulationFeed(ViewState& state, QObject* parent)
    : QObject(parent), m_state(state), m_table(std::make_shared<saga::TraceTable>()),
      m_percent(std::make_shared<std::atomic<int>>(0)), m_worker([this](Counted counted) { take(std::move(counted)); })
{
    m_pace.setSingleShot(true);
    m_pace.setInterval(kPace);
    connect(&m_pace, &QTimer::timeout, this, &PopulationFeed::updateSoon);
    m_progress.setInterval(kProgressMs);
    connect(&m_progress, &QTimer::timeout, this, [this] { Q_EMIT progressed(percentDone()); });
    connect(&m_state, &ViewState::snapshotChanged, this, &PopulationFeed::updateSoon);
    connect(&m_state, &ViewState::sessionReplaced, this, [this] {
        m_worker.cancel();
        m_table = std::make_shared<saga::TraceTable>();
        m_population.reset();
        m_snapshot.reset();
        m_isFirst = true;
        m_pace.stop();
        Q_EMIT populationChanged();
    });
}

PopulationFeed::~PopulationFeed() = default;

void PopulationFeed::addReader(QWidget* reader)
{
    m_readers.emplace_back(reader);
    reader->installEventFilter(this);
}

bool PopulationFeed::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show) {
        m_isFirst = !m_snapshot || m_snapshot->sequence != m_state.snapshot()->sequence;
        QTimer::singleShot(0, this, &PopulationFeed::update);
    }
    return QObject::eventFilter(watched, event);
}

bool PopulationFeed::isRead() const
{
    return std::any_of(m_readers.begin(), m_readers.end(), [](const auto& reader) { return reader && reader->isVisible(); });
}

void PopulationFeed::updateSoon()
{
    if (!m_pace.isActive() && !m_worker.isBusy())
        update();
}

void PopulationFeed::update()
{
    const session::SnapshotPtr snapshot = m_state.snapshot();
    if (!isRead() || m_worker.isBusy() || (m_snapshot && m_snapshot->sequence == snapshot->sequence))
        return;
    m_percent->store(0);
    if (!m_population)
        m_progress.start();
    // The table travels with the work, and each update builds on the one before: a running piece is always delivered.
    m_worker.start(
        [table = m_table, snapshot, percent = m_percent](StopToken stop) {
            QElapsedTimer clock;
            clock.start();
            const auto shouldStop = [stop] { return stop.stopRequested(); };
            const auto show = [&](std::size_t done, std::size_t total) { percent->store(int(done * 100 / total)); };
            Counted counted{table, snapshot, {}, {}};
            auto traces = table->update({snapshot->events, snapshot->identity, snapshot->sagas}, shouldStop, show);
            if (!stop.stopRequested())
                counted.population = saga::Population::of(std::move(traces), std::nullopt, shouldStop);
            counted.cost = std::chrono::milliseconds(clock.elapsed());
            return counted;
        },
        LatestWins<Counted>::Running::Keep);
}

void PopulationFeed::take(Counted counted)
{
    m_progress.stop();
    if (counted.table != m_table || !counted.population)
        return;
    m_population = std::move(counted.population);
    m_snapshot = std::move(counted.snapshot);
    m_isFirst = false;
    m_pace.start(std::max(kPace, counted.cost * 3));
    Q_EMIT populationChanged();
}

} // namespace sagascope::ui
