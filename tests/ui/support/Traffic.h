// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/session/Session.h"
#include "tests/support/Records.h"
#include "tests/ui/support/MemorySource.h"
#include "ui/state/ViewState.h"

namespace sagascope::test {

/// Writes small stories of the platform in the spec's dialect, with offsets that grow as on a broker. Times are
/// milliseconds after 2026-11-23T10:00:00Z.
class StoryWriter
{
public:
    /// Created, initiated, completed, confirmed, mailed: correlation and causation declared.
    std::vector<Record> confirmedBooking(int number, int atMilliseconds);
    /// Created, initiated, failed, cancelled.
    std::vector<Record> cancelledBooking(int number, int atMilliseconds);
    /// One event; its cause may be any id.
    Record event(const std::string& type, const std::string& source, int number, int atMilliseconds, int eventNumber,
                 int causeNumber, const std::string& fields = {});
    Record raw(const std::string& topic, int atMilliseconds, const std::string& value);

private:
    std::map<std::string, std::int64_t> m_nextOffset;
};

/// What every TrafficSession begins with.
[[nodiscard]] std::shared_ptr<const catalog::Catalog> builtInCatalog();

/// A session over records in memory, and the ViewState that the rooms look at. GUI thread of a test.
class TrafficSession
{
public:
    TrafficSession();
    ~TrafficSession();

    /// Hands the records over and waits until the state's snapshot holds them.
    void feed(const std::vector<Record>& records);
    /// Hands over what a look at consumer groups saw and waits until the state's snapshot shows it.
    void setGroups(const metrics::GroupLookPtr& look);
    /// Hands the catalog over and waits until the state's snapshot is told by it.
    void setCatalog(const std::shared_ptr<const catalog::Catalog>& catalog);
    /// Ends the source and takes over the last snapshot.
    void finish();

    ui::ViewState state;

private:
    std::shared_ptr<MemorySource::Mailbox> m_mailbox;
    std::unique_ptr<session::Session> m_session;
    std::uint64_t m_fed = 0;
};

} // namespace sagascope::test
