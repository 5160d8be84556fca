// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "core/base/Result.h"
#include "core/base/Time.h"
#include "core/session/EventSource.h"
#include "core/session/Snapshot.h"

namespace sagascope::capture {
class CaptureWriter;
struct Note;
}
namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::session {

struct SessionOptions
{
    std::shared_ptr<const catalog::Catalog> catalog;
    std::chrono::milliseconds snapshotInterval{50};
    const base::Clock* clock = &base::Clock::system(); ///< the clock for time limits of a live source; outlives us
    /// Records are kept there, and read again from there; closed at the end. Null: the source keeps them itself, or they are
    /// kept in memory, compressed.
    std::shared_ptr<capture::CaptureWriter> capture{};
    bool isCaptureTemporary = false; ///< it goes with the session, so nothing is prepared for opening it again
    std::size_t cacheBytes = store::defaultCacheBytes(); ///< most memory for records that were read again
    /// Where what is known of older events lies (see base::ColumnSpace), so that it takes no memory; empty: in memory.
    std::filesystem::path columnFolder{};
};

/// The facade that the window, the command line and the tests share: owns the source, the ingest thread and all
/// analyses, and publishes an immutable Snapshot at most every `snapshotInterval`, the latest one winning.
///
/// Construct, use and destroy on one thread; snapshot() and setCatalog() are for any thread. The destructor stops and joins.
class Session
{
public:
    Session(std::unique_ptr<EventSource> source, SessionOptions options);
    ~Session();

    /// The latest snapshot; never null.
    [[nodiscard]] SnapshotPtr snapshot() const;
    /// Called after new snapshots, on a thread of the session's own; a slow listener misses some and delays nobody.
    /// Returns when the previous listener is not running any more, so don't call it from inside a listener.
    void setListener(std::function<void()> onSnapshot);
    /// Takes effect within about a tenth of a second. What the source holds meanwhile is read after resuming.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const;
    /// Takes over a catalog that was made with Catalog::with() of the one that is in force: everything read is told anew
    /// from the store, beside the reading, and the snapshot after that shows it with another Snapshot::numbering. Returns at
    /// once; of several the latest counts. Works after the source has finished, too, but not after stop().
    void setCatalog(std::shared_ptr<const catalog::Catalog> catalog);
    /// What a person remarked: kept in the capture that is being written, where there is one. Any thread.
    void keepNotes(std::vector<capture::Note> notes) const;
    /// Asks the source to stop and waits for the ingest thread; what was read stays readable.
    void stop();
    /// True when the source finished (or failed) and everything read is in the snapshot; false on time-out.
    [[nodiscard]] bool waitUntilFinished(std::chrono::milliseconds timeout) const;
    /// The source's fatal error, if it ended with one.
    [[nodiscard]] std::optional<base::Error> failure() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// A saga of the snapshot in full; empty where there is no such saga. Any thread; costs grow with the saga, not with the
/// session.
[[nodiscard]] saga::Story storyOf(const Snapshot& snapshot, base::SagaId saga);

} // namespace sagascope::session
