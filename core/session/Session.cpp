// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Session.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include "core/capture/CaptureWriter.h"
#include "core/session/CaptureColumns.h"
#include "core/session/Ingest.h"
#include "core/session/Notifier.h"
#include "core/session/Rate.h"

namespace sagascope::session {
namespace {

using Steady = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr std::size_t kBatchSize = 4096;
/// Records between two looks at the clock: a snapshot is late by the time that these take, well under a millisecond.
constexpr std::size_t kRecordsPerLook = 256;
/// Records that are told anew between two looks at the source, some milliseconds' work; more than are read meanwhile, so
/// that it comes to an end.
constexpr std::size_t kRetoldPerLook = 2 * kBatchSize;
/// The longest wait for records: how long pausing may take, and how soon a lost connection shows.
constexpr auto kIdleWait = 100ms;
/// While a capture's columns are restored. Sagas are told anew with each snapshot in which they changed, and nearly all of them
/// change in those that are close to one another.
constexpr auto kRestoringPause = 1s;
constexpr std::uint64_t kFirstSnapshots = 2; ///< the empty one, and the first rows
/// A live session publishes at least this often: time limits pass and rates fall while nothing arrives.
constexpr auto kHeartbeat = 1s;

std::shared_ptr<store::BlockKeeper> keeperOf(const SessionOptions& options, const EventSource& source)
{
    return options.capture ? options.capture : source.blocks();
}

} // namespace

class Session::Impl
{
public:
    Impl(std::unique_ptr<EventSource> source, SessionOptions options)
        : m_source(std::move(source)), m_options(std::move(options)),
          m_ingest(newIngest())
    {
        m_connection = m_source->status();
        publish(); // before the thread starts: snapshot() is never null
        m_thread = std::thread([this] { run(); });
    }

    ~Impl() { stop(); }

    [[nodiscard]] SnapshotPtr snapshot() const
    {
        const std::lock_guard lock(m_mutex);
        return m_snapshot;
    }

    void setListener(std::function<void()> listener) { m_notifier.setListener(std::move(listener)); }

    void setPaused(bool paused)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isPaused = paused;
        }
        m_changed.notify_all();
    }

    [[nodiscard]] bool isPaused() const { return m_isPaused; }

    void keepNotes(std::vector<capture::Note> notes) const
    {
        if (m_options.capture)
            m_options.capture->keepNotes(std::move(notes));
    }

    void setCatalog(std::shared_ptr<const catalog::Catalog> catalog)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_nextCatalog = std::move(catalog);
        }
        m_changed.notify_all();
    }

    void stop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopping = true;
        }
        m_changed.notify_all();
        m_source->stop();
        if (m_thread.joinable())
            m_thread.join();
    }

    [[nodiscard]] bool waitUntilFinished(std::chrono::milliseconds timeout) const
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, timeout, [this] { return m_snapshot->isFinished; });
    }

private:
    void run();
    [[nodiscard]] std::unique_ptr<Ingest> newIngest() const;
    void readOnce();
    void restoreOnce();
    void takeBatch(const event::RecordBatch& batch);
    void applyPause();
    void waitWhilePaused();
    void takeCatalog();
    void retell();
    void serveAfterEnd();
    void observeSource();
    void keepOpenBlock();
    [[nodiscard]] capture::ColumnSource columns();
    void publishIfDue();
    void publish();
    void finish();
    [[nodiscard]] base::Timestamp now() const;
    [[nodiscard]] std::chrono::milliseconds pollTimeout() const;

    std::unique_ptr<EventSource> m_source;
    SessionOptions m_options;
    Notifier m_notifier;

    mutable std::mutex m_mutex; ///< m_snapshot, m_nextCatalog, and what m_changed waits for
    mutable std::condition_variable m_changed;
    SnapshotPtr m_snapshot;
    std::shared_ptr<const catalog::Catalog> m_nextCatalog; ///< null when none is waiting to take over
    std::atomic<bool> m_isPaused{false};
    std::atomic<bool> m_isStopping{false};

    // The ingest thread's own, after construction.
    std::unique_ptr<Ingest> m_ingest;
    Rate m_rate;
    ConnectionStatus m_connection;
    std::shared_ptr<const std::vector<kafka::OffsetGap>> m_gaps;
    metrics::GroupLookPtr m_look;
    std::optional<base::Error> m_failure;
    Steady::time_point m_lastPublished;
    Steady::time_point m_nextDue;
    Steady::time_point m_nextLook; ///< at the source's status and groups
    std::uint64_t m_sequence = 0;
    bool m_isSourcePaused = false;
    bool m_isFinished = false;
    bool m_isDirty = false; ///< something that the latest snapshot does not show

    std::thread m_thread;
};

void Session::Impl::run()
{
    while (!m_isStopping && !m_isFinished) {
        applyPause();
        if (m_isSourcePaused)
            waitWhilePaused();
        else if (m_source->isRestoring())
            restoreOnce();
        else
            readOnce();
        takeCatalog();
        retell();
        if (Steady::now() >= m_nextLook)
            observeSource();
        if (!m_isFinished) // the last snapshot comes when the capture is whole
            publishIfDue();
    }
    finish();
    serveAfterEnd();
}

void Session::Impl::takeCatalog()
{
    std::shared_ptr<const catalog::Catalog> next;
    {
        const std::lock_guard lock(m_mutex);
        next = std::exchange(m_nextCatalog, nullptr);
    }
    if (next)
        m_ingest->changeCatalog(std::move(next));
}

void Session::Impl::retell()
{
    if (m_ingest->isRetelling() && m_ingest->retell(kRetoldPerLook, now()))
        m_isDirty = true;
}

/// Nothing is read any more, but another catalog may still take over.
void Session::Impl::serveAfterEnd()
{
    while (!m_isStopping) {
        if (!m_ingest->isRetelling()) {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_isStopping || m_nextCatalog; });
        }
        takeCatalog();
        retell();
        if (m_isDirty)
            publish();
    }
}

std::unique_ptr<Ingest> Session::Impl::newIngest() const
{
    auto columns = m_options.columnFolder.empty() ? nullptr : base::ColumnSpace::inFileOf(m_options.columnFolder);
    return std::make_unique<Ingest>(m_options.catalog, keeperOf(m_options, *m_source), m_options.cacheBytes, std::move(columns));
}

/// What is damaged is no loss: the records are there, and are read from the first one on.
void Session::Impl::restoreOnce()
{
    const base::Result<RestoredChunk> chunk = m_source->restore();
    if (!chunk || !m_ingest->restore(*chunk)) {
        m_source->giveUpRestoring();
        m_ingest = newIngest();
    }
    m_isDirty = true;
    if (!m_source->isRestoring() && m_source->isFinished())
        m_isFinished = true;
}

void Session::Impl::readOnce()
{
    base::Result<event::RecordBatch> batch = m_source->poll(kBatchSize, pollTimeout());
    if (!batch) {
        m_failure = batch.error();
        m_isFinished = true;
    } else if (!batch->isEmpty()) {
        takeBatch(*batch);
    } else if (m_source->isFinished()) {
        m_isFinished = true;
    }
}

void Session::Impl::takeBatch(const event::RecordBatch& batch)
{
    std::optional<store::BlockBuilder::Position> kept;
    if (batch.block() && !m_options.capture)
        kept = {*batch.block(), 0};
    std::size_t sinceLook = 0;
    for (const event::RawRecord& record : batch.records()) {
        m_ingest->take(record, kept);
        if (kept)
            ++kept->record;
        m_isDirty = true;
        if (++sinceLook < kRecordsPerLook)
            continue;
        sinceLook = 0;
        publishIfDue();
    }
}

void Session::Impl::applyPause()
{
    if (m_isSourcePaused == m_isPaused)
        return;
    m_isSourcePaused = m_isPaused;
    m_source->setPaused(m_isSourcePaused);
    m_isDirty = true;
}

void Session::Impl::waitWhilePaused()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, pollTimeout(), [this] { return m_isStopping || !m_isPaused || m_nextCatalog; });
}

/// Connection and groups change without any record: they make a snapshot worth publishing too.
void Session::Impl::observeSource()
{
    m_nextLook = Steady::now() + kIdleWait;
    ConnectionStatus connection = m_source->status();
    if (connection != m_connection) {
        if (connection.offsetsWithoutRecord != m_connection.offsetsWithoutRecord)
            m_gaps = std::make_shared<const std::vector<kafka::OffsetGap>>(m_source->gaps());
        m_connection = std::move(connection);
        m_isDirty = true;
    }
    if (auto look = m_source->groups(); look && look != m_look) {
        const bool isAgain = m_look && m_look->round == look->round;
        m_look = std::move(look);
        auto unknown = m_ingest->takeGroups(m_look);
        if (!isAgain && !unknown.empty())
            m_source->askTimes(std::move(unknown));
        m_isDirty = true;
    }
}

std::chrono::milliseconds Session::Impl::pollTimeout() const
{
    if (m_ingest->isRetelling())
        return 0ms;
    if (!m_isDirty)
        return kIdleWait;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_nextDue - Steady::now());
    return std::clamp<std::chrono::milliseconds>(left, 0ms, kIdleWait);
}

base::Timestamp Session::Impl::now() const
{
    return m_source->isLive() ? m_options.clock->now() : m_ingest->latestTime();
}

void Session::Impl::publishIfDue()
{
    const auto now = Steady::now();
    const bool isHeartbeat = m_source->isLive() && now - m_lastPublished >= kHeartbeat;
    if (now >= m_nextDue && (m_isDirty || isHeartbeat))
        publish();
}

/// For the next reading of the capture.
capture::ColumnSource Session::Impl::columns()
{
    if (m_options.isCaptureTemporary)
        return {};
    auto whole = std::make_shared<Snapshot>();
    m_ingest->fill(*whole, now());
    return columnsOf(std::move(whole));
}

/// What a snapshot shows is on its way to the disk.
void Session::Impl::keepOpenBlock()
{
    if (!m_options.capture)
        return;
    m_ingest->showOpenBlock();
    m_options.capture->noteRepeated(m_ingest->counts().sameCoordinates);
}

void Session::Impl::publish()
{
    const auto started = Steady::now();
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->isFinished = m_isFinished;
    m_ingest->fill(*snapshot, now());
    snapshot->sequence = ++m_sequence;
    snapshot->eventsPerSecond = m_isFinished ? 0 : m_rate.add(snapshot->counts.events, started);
    snapshot->connection = m_connection;
    snapshot->gaps = m_gaps;
    snapshot->unreadable = m_source->unreadable();
    snapshot->counts.unreadableLines = m_source->unreadableCount();
    keepOpenBlock();
    if (m_isFinished)
        m_ingest->rest();
    snapshot->counts.sameCoordinates += m_source->repeatedCount();
    snapshot->isPaused = m_isSourcePaused;
    if (m_options.capture)
        snapshot->capture = m_options.capture->status();
    snapshot->isCaptureTemporary = m_options.isCaptureTemporary;
    snapshot->failure = m_failure;
    {
        const std::lock_guard lock(m_mutex);
        m_snapshot = std::move(snapshot);
    }
    m_changed.notify_all();
    m_notifier.notify();
    m_isDirty = false;
    m_lastPublished = Steady::now();
    // A snapshot that is dear (many sagas changed at once) must leave most of the time to reading.
    const auto pause = std::max<Steady::duration>(m_options.snapshotInterval, 4 * (m_lastPublished - started));
    const bool isFirst = m_sequence <= kFirstSnapshots; // people wait for rows
    m_nextDue = started + (m_source->isRestoring() && !isFirst ? std::max<Steady::duration>(pause, kRestoringPause) : pause);
}

void Session::Impl::finish()
{
    m_isFinished = true;
    observeSource();
    keepOpenBlock();
    if (m_options.capture)
        static_cast<void>(m_options.capture->close(columns())); // its status() says how that went
    publish();
}

Session::Session(std::unique_ptr<EventSource> source, SessionOptions options)
    : m_impl(std::make_unique<Impl>(std::move(source), std::move(options)))
{
}

Session::~Session() = default;

SnapshotPtr Session::snapshot() const
{
    return m_impl->snapshot();
}

void Session::setListener(std::function<void()> onSnapshot)
{
    m_impl->setListener(std::move(onSnapshot));
}

void Session::setPaused(bool paused)
{
    m_impl->setPaused(paused);
}

bool Session::isPaused() const
{
    return m_impl->isPaused();
}

void Session::setCatalog(std::shared_ptr<const catalog::Catalog> catalog)
{
    m_impl->setCatalog(std::move(catalog));
}

void Session::keepNotes(std::vector<capture::Note> notes) const
{
    m_impl->keepNotes(std::move(notes));
}

void Session::stop()
{
    m_impl->stop();
}

bool Session::waitUntilFinished(std::chrono::milliseconds timeout) const
{
    return m_impl->waitUntilFinished(timeout);
}

std::optional<base::Error> Session::failure() const
{
    return m_impl->snapshot()->failure;
}

} // namespace sagascope::session
