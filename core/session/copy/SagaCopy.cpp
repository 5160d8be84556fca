// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/copy/SagaCopy.h"

#include "core/event/JsonLines.h"
#include "core/event/SecretMask.h"
#include "core/session/SagaJson.h"
#include "core/session/copy/MaskedRecord.h"
#include "core/store/EventReader.h"

namespace sagascope::session {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

Json textOrNull(const std::optional<std::string>& text)
{
    return text ? Json(*text) : Json();
}

class CopyWriter
{
public:
    CopyWriter(const Report& report, const TextSink& sink, const CopyProgress& progress)
        : m_report(report), m_snapshot(*report.snapshot), m_progress(progress),
          m_reader(m_snapshot.events),
          m_sagas(m_snapshot, {event::masked, [this](base::EventIndex event) { return eventIdOf(event); },
                               [this](JsonStream& out, base::EventIndex event) { addRecord(out, event); }}),
          m_out([&](std::string_view text) { return !m_isStopped && sink(text); })
    {
    }

    bool write()
    {
        m_out.openObject();
        m_out.member("contract", SagaJson::kContract);
        m_out.member("asOf", SagaJson::timeOrNull(m_snapshot.takenAt));
        m_out.member("layers", {{"declared", true}, {"aliased", true}, {"inferred", true}});
        m_out.name("sagas");
        m_out.openList();
        for (const ReportSaga& saga : m_report.sagas)
            m_sagas.write(m_out, saga);
        m_out.closeList();
        m_out.list("findings", m_report.findings, [this](const ReportFinding& finding) { return m_sagas.finding(finding); });
        m_out.closeObject();
        m_out.text("\n");
        return !m_out.isStopped();
    }

private:
    /// Ids are asked for first, then the rest of the same record.
    std::string eventIdOf(base::EventIndex event)
    {
        const event::Event* read = m_reader.read(event);
        return read && !m_snapshot.events.row(event).eventId.isNull() ? std::string(read->eventId.text) : std::string();
    }

    void addRecord(JsonStream& out, base::EventIndex event)
    {
        out.member("brokerTime", SagaJson::timeOrNull(m_snapshot.events.row(event).brokerTime));
        if (m_reader.record()) {
            const MaskedRecord record(*m_reader.record());
            out.member("key", textOrNull(record.key()));
            out.list("headers", record.headers(), [](const MaskedRecord::Header& header) {
                return Json{{"name", header.name}, {"value", textOrNull(header.value)}};
            });
            out.name("payload");
            addPayload(out, record.value());
        }
        m_isStopped = m_isStopped || (m_progress && !m_progress(++m_done));
    }

    /// As an object; as a text where few could read it as one (half a surrogate pair, say).
    static void addPayload(JsonStream& out, const std::optional<std::string>& value)
    {
        std::string_view json = value ? std::string_view(*value) : std::string_view();
        if (json.starts_with(kBom))
            json.remove_prefix(kBom.size());
        if (Json::accept(json))
            out.text(json);
        else
            out.value(textOrNull(value));
    }

    const Report& m_report;
    const Snapshot& m_snapshot;
    const CopyProgress& m_progress;
    store::EventReader m_reader; ///< at the event that is written
    std::size_t m_done = 0;
    bool m_isStopped = false;
    SagaJson m_sagas;
    JsonStream m_out;
};

} // namespace

bool writeJson(const Report& report, const TextSink& sink, const CopyProgress& progress)
{
    return CopyWriter(report, sink, progress).write();
}

bool writeJsonLines(const Report& report, const TextSink& sink, const CopyProgress& progress)
{
    std::size_t done = 0;
    for (const ReportSaga& saga : report.sagas) {
        for (const saga::StoryEvent& member : saga.story.events) {
            const auto batch = report.snapshot->events.record(member.event);
            if (batch && !batch->isEmpty() && !sink(event::writeLine(MaskedRecord(batch->records().front()).raw()) + '\n'))
                return false;
            if (progress && !progress(++done))
                return false;
        }
    }
    return true;
}

} // namespace sagascope::session
