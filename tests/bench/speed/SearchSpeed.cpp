// SPDX-License-Identifier: GPL-3.0-or-later
// The window's own search without its widgets, against what a shell has: zstdcat, grep and jq on the values of the same
// events. Both must find the same number, or nothing is told.
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/session/EventScan.h"
#include "core/session/Query.h"
#include "core/session/QueryMatcher.h"
#include "core/store/EventReader.h"
#include "tests/bench/speed/Measurements.h"
#include "tests/bench/speed/SpeedWindow.h"
#include "tests/bench/speed/Stopwatch.h"
#include "tests/bench/speed/Verdict.h"
#include "ui/shell/ExactMatch.h"

namespace sagascope::bench {
namespace {

struct Found
{
    std::size_t count = 0;
    double seconds = 0;
    double untilFirst = 0; ///< until the first of them was handed over; all of the time when there is none
};

Found scan(const session::Snapshot& snapshot, const std::string& text)
{
    const session::ParsedQuery parsed = session::parseQuery(text);
    if (!parsed)
        throw std::runtime_error("not a query: " + text);
    const session::QueryMatcher matcher(parsed.query);
    Found found;
    const Stopwatch watch;
    session::EventScan scan;
    scan.end = snapshot.events.size();
    scan.makeQuestion = [&] {
        return [&, own = matcher](base::EventIndex event) mutable { return own.matches(snapshot, event); };
    };
    scan.deliver = [&](const session::EventScanPart& part) {
        if (found.count == 0 && !part.found.empty())
            found.untilFirst = watch.wall();
        found.count += part.found.size();
    };
    scan.run();
    found.seconds = watch.wall();
    if (found.count == 0)
        found.untilFirst = found.seconds;
    return found;
}

/// What a command that prints a number needs.
Found shell(const std::string& command)
{
    const Stopwatch watch;
    std::FILE* out = popen(command.c_str(), "r");
    Found found;
    const bool isRead = out && std::fscanf(out, "%zu", &found.count) == 1;
    const int status = out ? pclose(out) : -1;
    found.seconds = watch.wall();
    if (!isRead || status != 0)
        throw std::runtime_error("the shell could not count: " + command);
    return found;
}

void compare(const std::string& name, const Found& ours, const Found& theirs, double goal)
{
    if (ours.count != theirs.count)
        throw std::runtime_error(name + ": " + std::to_string(ours.count) + " found, by the shell " + std::to_string(theirs.count));
    tell("search." + name + "-found", double(ours.count), "events");
    tell("search." + name + "-first", ours.untilFirst * 1e3, "ms");
    tell("search." + name, ours.seconds, "s");
    tell("search." + name + "-shell", theirs.seconds, "s");
    tellAtLeast("search." + name + "-of-shell", theirs.seconds / ours.seconds, "times", goal);
}

std::string eventIdOf(store::EventReader& reader, std::uint32_t index)
{
    const event::Event* event = reader.read(base::EventIndex(index));
    return event ? std::string(event->eventId.text) : std::string();
}

/// The longest look-up, in milliseconds: of ids all over the session, and of one that nobody has.
void measureIds(const session::Snapshot& snapshot, int rounds)
{
    constexpr std::uint32_t kAsked = 20;
    store::EventReader reader(snapshot.events);
    std::vector<std::string> ids{"00000000-0000-4000-8000-000000000000"};
    for (std::uint32_t i = 0; i < kAsked; ++i)
        ids.push_back(eventIdOf(reader, std::uint32_t(snapshot.events.size() * i / kAsked)));
    std::vector<double> longest;
    for (int round = 0; round < rounds; ++round) {
        double most = 0;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const Stopwatch watch;
            const ui::ExactMatch match = ui::findExact(snapshot, ids[i]);
            most = std::max(most, watch.wall() * 1e3);
            if (match.isFound() == (i == 0))
                throw std::runtime_error("the id " + ids[i] + (i == 0 ? " was found" : " was not found"));
        }
        longest.push_back(most);
    }
    tellAtMost("search.id", median(longest), "ms", 10);
}

} // namespace

void measureSearch(const Setup& setup)
{
    constexpr double kGoal = 5;
    const auto session = sessionOf(setup.capture);
    if (!session->waitUntilFinished(std::chrono::hours(1)))
        throw std::runtime_error("the capture was not read in an hour");
    const session::SnapshotPtr snapshot = session->snapshot();
    const std::string values = "zstdcat '" + setup.values + "' | ";
    tell("search.events", double(snapshot->events.size()), "events");
    measureIds(*snapshot, setup.rounds);
    compare("field", scan(*snapshot, "payload.amount:>2000"),
            shell(values + "grep -a '^{.*}$' | jq -c 'select(.payload.amount? > 2000) | 1' | wc -l"), kGoal);
    compare("text", scan(*snapshot, "text:\"Card expired\""), shell(values + "{ grep -acF 'Card expired' || true; }"), kGoal);
    compare("regex", scan(*snapshot, "text:/BOOK-20260302-[A-F][0-9]/"), shell(values + "{ grep -acE 'BOOK-20260302-[A-F][0-9]' || true; }"), kGoal);
}

} // namespace sagascope::bench
