// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/copy/CaptureCopy.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <utility>

#include "core/capture/CaptureWriter.h"
#include "core/session/CaptureColumns.h"
#include "core/session/copy/UnfinishedFile.h"

namespace sagascope::session {
namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t kBetweenSteps = 256;

/// Nothing may be missing, so what has no room waits for it, and storage that fails ends it at once.
capture::CaptureOptions patient()
{
    capture::CaptureOptions options;
    options.queueBytes = std::size_t(16) * 1024 * 1024;
    options.longestWait = 1h;
    return options;
}

base::Error cancelled(std::string subject)
{
    return {base::ErrorCode::Cancelled, std::move(subject), "saving was stopped"};
}

/// The records one after the other, in as many rounds as they are wanted.
class Rounds
{
public:
    Rounds(const Snapshot& snapshot, std::size_t rounds, const CaptureStep& step)
        : m_events(snapshot.events), m_step(step), m_progress{0, m_events.size() * rounds}
    {
    }

    /// `visit` gives what went wrong, if anything did.
    template <typename Visit> base::Result<void> run(Visit visit)
    {
        for (std::uint32_t i = 0; i < m_events.size(); ++i) {
            const auto batch = m_events.record(base::EventIndex(i));
            if (!batch)
                return batch.error();
            if (const auto visited = visit(*batch); !visited)
                return visited;
            if (++m_progress.done % kBetweenSteps == 0 && !isWanted())
                return cancelled({});
        }
        return isWanted() ? base::Result<void>() : cancelled({});
    }

    base::Result<void> learn(RecordRedaction& redaction)
    {
        return run([&](const event::RecordBatch& batch) {
            redaction.learn(batch.records().front());
            return base::Result<void>();
        });
    }

private:
    [[nodiscard]] bool isWanted() const { return !m_step || m_step(m_progress); }

    const store::EventStore::View& m_events;
    const CaptureStep& m_step;
    CaptureProgress m_progress;
};

base::Result<void> put(const event::RecordBatch& batch, capture::CaptureWriter& writer)
{
    const bool isTaken = writer.append(batch);
    if (const auto problem = writer.status().problem)
        return *problem;
    return isTaken ? base::Result<void>() : base::Error{base::ErrorCode::Unreadable, writer.status().path, "the storage takes no more"};
}

base::Result<void> putRecords(Rounds& rounds, RecordRedaction* redaction, const std::filesystem::path& path,
                              const capture::ColumnSource& columns)
{
    auto writer = capture::CaptureWriter::create(path, patient());
    if (!writer)
        return writer.error();
    const auto written = rounds.run([&](const event::RecordBatch& batch) {
        if (redaction == nullptr)
            return put(batch, **writer);
        event::RecordBatch redacted;
        redacted.append(redaction->of(batch.records().front()));
        return put(redacted, **writer);
    });
    return written ? (*writer)->close(redaction == nullptr ? columns : capture::ColumnSource()) : written;
}

/// Opened again, the copy needs no decoding. What was redacted reads differently; and a look at the past may not know all.
capture::ColumnSource columnsFor(const SnapshotPtr& snapshot)
{
    return snapshot->identity.size() == snapshot->events.size() ? columnsOf(snapshot) : capture::ColumnSource();
}

/// What was taken out then and now, each thing once.
std::string allRedaction(const CaptureOrder& order)
{
    auto rules = readRedaction(order.redactedBefore);
    if (!rules) // nothing, or the words of a later version
        return order.redactedBefore.empty() ? redactionText(order.redaction) : order.redactedBefore;
    rules->secrets = rules->secrets || order.redaction.secrets;
    rules->emails = rules->emails || order.redaction.emails;
    rules->phones = rules->phones || order.redaction.phones;
    rules->addresses = rules->addresses || order.redaction.addresses;
    for (const std::string& field : order.redaction.fields) {
        if (std::find(rules->fields.begin(), rules->fields.end(), field) == rules->fields.end())
            rules->fields.push_back(field);
    }
    return redactionText(*rules);
}

capture::CaptureAnnex annexOf(const CaptureOrder& order, RecordRedaction* redaction)
{
    capture::CaptureAnnex annex{allRedaction(order), order.notes};
    if (redaction == nullptr)
        return annex;
    for (capture::Note& note : annex.notes) {
        note.text = redaction->ofText(note.text);
        note.saga = redaction->ofText(note.saga);
    }
    return annex;
}

base::Result<RedactionCounts> writeAll(const CaptureOrder& order, const CaptureStep& step, const std::filesystem::path& path)
{
    const bool isRedacted = !order.redaction.isNone();
    Rounds rounds(*order.snapshot, isRedacted ? 2 : 1, step);
    const auto redaction = isRedacted ? std::make_unique<RecordRedaction>(order.redaction) : nullptr;
    if (redaction) {
        if (const auto learnt = rounds.learn(*redaction); !learnt)
            return learnt.error();
    }
    if (const auto written = putRecords(rounds, redaction.get(), path, columnsFor(order.snapshot)); !written)
        return written.error();
    if (const capture::CaptureAnnex annex = annexOf(order, redaction.get()); !annex.isEmpty()) {
        if (const auto added = capture::writeAnnex(path, annex); !added)
            return added.error();
    }
    return redaction ? redaction->counts() : RedactionCounts();
}

} // namespace

base::Result<CaptureOutcome> writeCapture(const CaptureOrder& order, const CaptureStep& step)
{
    auto file = UnfinishedFile::beside(order.path, order.mayReplace);
    if (!file)
        return file.error();
    const auto written = writeAll(order, step, file->path());
    if (!written)
        return file->inItsName(written.error());
    const CaptureOutcome outcome{order.snapshot->events.size(), file->size(), *written};
    if (const auto placed = file->finish(); !placed)
        return placed.error();
    return outcome;
}

base::Result<RedactionCounts> countRedacted(const Snapshot& snapshot, const RedactionRules& rules, const CaptureStep& step)
{
    if (rules.isNone())
        return RedactionCounts();
    Rounds rounds(snapshot, 2, step);
    RecordRedaction redaction(rules);
    if (const auto learnt = rounds.learn(redaction); !learnt)
        return learnt.error();
    const auto counted = rounds.run([&](const event::RecordBatch& batch) {
        static_cast<void>(redaction.of(batch.records().front()));
        return base::Result<void>();
    });
    return counted ? base::Result<RedactionCounts>(redaction.counts()) : counted.error();
}

} // namespace sagascope::session
