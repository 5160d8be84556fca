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

/// The same question to both.
struct Question
{
    std::string name;
    std::string query;
    std::string command;
};

/// What takes turns so many times, the median of each.
void compare(const session::Snapshot& snapshot, const Question& asked, int rounds)
{
    constexpr double kGoal = 5;
    const std::string name = "search." + asked.name;
    std::vector<double> ours;
    std::vector<double> firsts;
    std::vector<double> theirs;
    std::size_t count = 0;
    for (int round = 0; round < rounds; ++round) {
        const Found found = scan(snapshot, asked.query);
        const Found counted = shell(asked.command);
        if (found.count != counted.count)
            throw std::runtime_error(name + ": " + std::to_string(found.count) + " found, by the shell " + std::to_string(counted.count));
        count = found.count;
        ours.push_back(found.seconds);
        firsts.push_back(found.untilFirst * 1e3);
        theirs.push_back(counted.seconds);
    }
    tell(name + "-found", double(count), "events");
    tell(name + "-first", median(firsts), "ms");
    tell(name, median(ours), "s");
    tell(name + "-shell", median(theirs), "s");
    tellAtLeast(name + "-of-shell", median(theirs) / median(ours), "times", kGoal);
}

void measureAgain(const session::Snapshot& snapshot, const Question& asked, int rounds)
{
    std::vector<double> seconds;
    for (int round = 0; round < rounds; ++round)
        seconds.push_back(scan(snapshot, asked.query).seconds);
    tell("search." + asked.name + "-cached", median(seconds), "s");
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
    const auto session = sessionOf(setup.capture);
    if (!session->waitUntilFinished(std::chrono::hours(1)))
        throw std::runtime_error("the capture was not read in an hour");
    const session::SnapshotPtr snapshot = session->snapshot();
    const std::string values = "zstdcat '" + setup.values + "' | ";
    tell("search.events", double(snapshot->events.size()), "events");
    measureIds(*snapshot, setup.rounds);
    const Question text{"text", "text:\"Card expired\"", values + "{ grep -acF 'Card expired' || true; }"};
    const Question regex{"regex", "text:/BOOK-20260302-[A-F][0-9]/", values + "{ grep -acE 'BOOK-20260302-[A-F][0-9]' || true; }"};
    const Question field{"field", "payload.amount:>2000", values + "grep -a '^{.*}$' | jq -c 'select(.payload.amount? > 2000) | 1' | wc -l"};
    // Searching the bytes of values leaves no block in the cache: every round reads and decompresses all of them.
    compare(*snapshot, text, setup.rounds);
    compare(*snapshot, regex, setup.rounds);
    compare(*snapshot, field, 1); // a second one would find the first one's blocks
    measureAgain(*snapshot, text, setup.rounds);
    measureAgain(*snapshot, regex, setup.rounds);
}

} // namespace sagascope::bench
