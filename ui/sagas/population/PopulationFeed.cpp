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
      m_stuck(std::make_shared<std::vector<saga::StuckSaga>>()), m_percent(std::make_shared<std::atomic<int>>(0)), m_worker([this](Counted counted) { take(std::move(counted)); })
{
    m_pace.setSingleShot(true);
    m_pace.setInterval(kPace);
    connect(&m_pace, &QTimer::timeout, this, &PopulationFeed::updateSoon);
    m_progress.setInterval(kProgressMs);
    connect(&m_progress, &QTimer::timeout, this, [this] { Q_EMIT progressed(percentDone()); });
    connect(&m_state, &ViewState::snapshotChanged, this, &PopulationFeed::updateSoon);
    connect(&m_state, &ViewState::timeWindowChanged, this, &PopulationFeed::update);
    connect(&m_state, &ViewState::sessionReplaced, this, [this] {
        m_worker.cancel();
        m_isCounting = false; // what still runs is of nobody's table any more, and no more is heard of it
        m_table = std::make_shared<saga::TraceTable>();
        m_population.reset();
        m_windowed.reset();
        m_stuck = std::make_shared<std::vector<saga::StuckSaga>>();
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
        m_isFirst = !isUpToDate();
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
    if (!m_pace.isActive() && !m_isCounting)
        update();
}

bool PopulationFeed::isUpToDate() const
{
    return m_snapshot == m_state.snapshot() && m_window == m_state.timeWindow();
}

void PopulationFeed::update()
{
    if (!isRead() || m_isCounting || isUpToDate())
        return;
    if (m_snapshot && m_snapshot->numbering != m_state.snapshot()->numbering)
        m_table = std::make_shared<saga::TraceTable>(); // it knows sagas by numbers that mean others now
    m_isCounting = true;
    m_percent->store(0);
    if (!m_population)
        m_progress.start();
    Counted work;
    work.table = m_table;
    work.snapshot = m_state.snapshot();
    work.window = m_state.timeWindow();
    // The table travels with the work, and each update builds on the one before: a running piece is always delivered.
    m_worker.start([work = std::move(work), percent = m_percent](StopToken stop) { return count(work, percent, stop); },
                   LatestWins<Counted>::Running::Keep);
}

PopulationFeed::Counted PopulationFeed::count(Counted work, const std::shared_ptr<std::atomic<int>>& percent, StopToken stop)
{
    QElapsedTimer clock;
    clock.start();
    const auto shouldStop = [stop] { return stop.stopRequested(); };
    const auto show = [&](std::size_t done, std::size_t total) { percent->store(int(done * 100 / total)); };
    const session::Snapshot& snapshot = *work.snapshot;
    const auto traces = work.table->update({snapshot.events, snapshot.identity, snapshot.sagas}, shouldStop, show);
    if (!stop.stopRequested())
        work.population = saga::Population::of(traces, std::nullopt, shouldStop);
    work.windowed = work.population;
    if (work.window && work.population)
        work.windowed = saga::Population::of(traces, saga::StartWindow{work.window->from, work.window->to}, shouldStop);
    if (work.windowed) {
        work.stuck = saga::stuckSagas(*work.population, snapshot.takenAt, shouldStop);
        std::erase_if(work.stuck, [&](const saga::StuckSaga& s) { return work.windowed->populationOf(s.saga) == nullptr; });
    }
    work.cost = std::chrono::milliseconds(clock.elapsed());
    return work;
}

void PopulationFeed::take(Counted counted)
{
    m_progress.stop();
    m_isCounting = false;
    if (counted.table != m_table || !counted.windowed)
        return;
    m_population = std::move(counted.population);
    m_windowed = std::move(counted.windowed);
    m_stuck = std::make_shared<const std::vector<saga::StuckSaga>>(std::move(counted.stuck));
    m_snapshot = std::move(counted.snapshot);
    m_window = counted.window;
    m_isFirst = false;
    m_pace.start(std::max(kPace, counted.cost * 3));
    Q_EMIT populationChanged();
}

} // namespace sagascope::ui
