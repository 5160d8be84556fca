// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/copy/EventExport.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "core/base/Rule.h"
#include "core/base/Utf8.h"
#include "core/event/JsonLines.h"
#include "core/event/SecretMask.h"
#include "core/identity/Identifier.h"
#include "core/session/PayloadPath.h"
#include "core/session/QueryPath.h"
#include "core/session/copy/MaskedRecord.h"
#include "core/store/EventReader.h"

namespace sagascope::session {
namespace {

using Kind = ExportColumn::Kind;

constexpr std::string_view kTitles[] = {"time", "topic", "partition", "offset", "type", "source", "identifiers", "saga", "size", "findings", "marks",
                                          "producerTime", "brokerTime", "delay", "key", "eventId", "correlationId", "causationId", "payload"};

void join(std::string& text, std::string_view part)
{
    text.append(text.empty() ? "" : "; ").append(part);
}

std::string marksOf(const store::EventRow& row)
{
    using store::EventFlag;
    constexpr std::pair<EventFlag, std::string_view> kMarks[] = {
        {EventFlag::Ours, "ours"}, {EventFlag::Undecodable, "undecodable"}, {EventFlag::Tombstone, "tombstone"}, {EventFlag::DeadLetter, "dead-letter"},
        {EventFlag::Retry, "retry"}, {EventFlag::Late, "late"}, {EventFlag::Bare, "no-envelope"}};
    std::string marks;
    for (const auto& [flag, name] : kMarks)
        if (row.has(flag))
            join(marks, name);
    return marks;
}

class Export
{
public:
    Export(const EventExport& order, const TextSink& sink) : m_order(order), m_snapshot(*order.snapshot), m_sink(sink), m_reader(m_snapshot.events)
    {
        m_needsRecords = order.form == ExportForm::JsonLines
            || std::any_of(order.columns.begin(), order.columns.end(), [](const ExportColumn& c) { return c.kind >= Kind::Key; });
    }

    base::Result<ExportCount> run(const ExportProgress& progress)
    {
        constexpr std::size_t kStride = 256;
        if (m_order.form == ExportForm::Csv && !put(titles()))
            return refused();
        for (std::size_t i = 0; i < m_order.events.size(); ++i) {
            if (i % kStride == 0 && progress && !progress(i))
                return base::Error{base::ErrorCode::Cancelled, {}, "stopped"};
            if (!write(base::EventIndex(m_order.events[i])))
                return refused();
        }
        if (progress && !progress(m_order.events.size()))
            return base::Error{base::ErrorCode::Cancelled, {}, "stopped"};
        return m_count;
    }

private:
    static base::Error refused() { return {base::ErrorCode::Refused, {}, "could not be written"}; }

    bool put(std::string_view text) { return m_sink(text); }

    bool write(base::EventIndex event)
    {
        const event::Event* read = m_needsRecords ? m_reader.read(event) : nullptr;
        if (m_needsRecords && !m_reader.record()) {
            ++m_count.unreadable;
            return true;
        }
        ++m_count.written;
        m_line.clear();
        if (m_order.form == ExportForm::Csv)
            addCells(event, read);
        else
            m_line = (m_order.isMasked ? event::writeLine(MaskedRecord(*m_reader.record()).raw()) : event::writeLine(*m_reader.record())) + '\n';
        return put(m_line);
    }

    std::string titles() const
    {
        std::string line;
        for (const ExportColumn& column : m_order.columns)
            line.append(line.empty() ? "" : ",").append(csvField(exportTitle(column)));
        return line + "\r\n";
    }

    void addCells(base::EventIndex event, const event::Event* read)
    {
        bool isFirst = true;
        for (const ExportColumn& column : m_order.columns) {
            if (!std::exchange(isFirst, false))
                m_line += ',';
            m_line += csvField(isOurs(column.kind) ? cell(column.kind, event) : shown(textOf(column, event, read)));
        }
        m_line += "\r\n";
    }

    /// Times and numbers of our own making hold no secrets, whatever they look like.
    static bool isOurs(Kind kind)
    {
        switch (kind) {
        case Kind::Time:
        case Kind::Partition:
        case Kind::Offset:
        case Kind::Size:
        case Kind::ProducerTime:
        case Kind::BrokerTime:
        case Kind::Delay: return true;
        default: return false;
        }
    }

    [[nodiscard]] std::string textOf(const ExportColumn& column, base::EventIndex event, const event::Event* read) const
    {
        switch (column.kind) {
        case Kind::Key: return std::string(m_reader.record()->key.value_or(""));
        case Kind::EventId: return read ? std::string(read->eventId.text) : std::string();
        case Kind::CorrelationId: return read ? std::string(read->correlationId.text) : std::string();
        case Kind::CausationId: return read ? std::string(read->causationId.text) : std::string();
        case Kind::Payload: return payloadField(column.path, read);
        default: return cell(column.kind, event);
        }
    }

    static std::string timeText(base::Timestamp time) { return time == base::kNoTime ? std::string() : base::formatIso8601(time); }

    static std::string delay(const store::EventRow& row)
    {
        if (row.producerTime == base::kNoTime || row.brokerTime == base::kNoTime)
            return {};
        return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(row.brokerTime - row.producerTime).count());
    }

    [[nodiscard]] std::string shown(const std::string& text) const { return m_order.isMasked ? event::masked(text) : text; }

    [[nodiscard]] std::string cell(Kind kind, base::EventIndex event) const
    {
        const store::EventStore::View& events = m_snapshot.events;
        const store::EventRow& row = events.row(event);
        switch (kind) {
        case Kind::Time: return timeText(row.time());
        case Kind::Topic: return std::string(events.topicName(row.topic));
        case Kind::Partition: return std::to_string(row.partition);
        case Kind::Offset: return std::to_string(row.offset);
        case Kind::Type: return std::string(events.text(row.type));
        case Kind::Source: return row.source.isValid() ? std::string(events.text(row.source)) : std::string();
        case Kind::Identifiers: return identifiers(event);
        case Kind::Saga: return sagaKey(event);
        case Kind::Size: return std::to_string(row.valueSize);
        case Kind::Findings: return findings(event);
        case Kind::Marks: return marksOf(row);
        case Kind::ProducerTime: return timeText(row.producerTime);
        case Kind::BrokerTime: return timeText(row.brokerTime);
        case Kind::Delay: return delay(row);
        default: return {};
        }
    }

    [[nodiscard]] std::string identifiers(base::EventIndex event) const
    {
        std::string text;
        for (const identity::Link& link : m_snapshot.identity.linksOf(event))
            join(text, std::string(identity::kindName(link.kind())) + ": " + std::string(m_snapshot.identity.value(link.id())));
        return text;
    }

    [[nodiscard]] std::string sagaKey(base::EventIndex event) const
    {
        const base::SagaId saga = m_snapshot.sagas.sagaOf(event);
        return saga.isValid() ? std::string(m_snapshot.sagas.saga(saga).key) : std::string();
    }

    [[nodiscard]] std::string findings(base::EventIndex event) const
    {
        std::string text;
        base::RuleSet told;
        for (const store::StoredHit& hit : m_snapshot.events.hitsOf(event)) {
            if (!told.test(std::size_t(hit.rule)))
                join(text, base::ruleName(hit.rule));
            told.set(std::size_t(hit.rule));
        }
        return text;
    }

    /// A member of a secret name is masked by that name, which its value alone does not tell.
    [[nodiscard]] std::string payloadField(const std::vector<std::string>& path, const event::Event* read) const
    {
        const bool isSecret = std::any_of(path.begin(), path.end(), [](const std::string& step) { return event::isSecretName(step); });
        std::string text;
        const auto add = [&](event::JsonNode value) {
            text.append(text.empty() ? "" : ", ");
            text += m_order.isMasked && isSecret ? std::string(event::kMask) : valueText(value);
            return false; // and on to the next
        };
        if (read)
            anyInPayload(*read, path, add);
        return text;
    }

    static std::string valueText(event::JsonNode value)
    {
        const bool isContainer = value.kind() == event::JsonKind::Object || value.kind() == event::JsonKind::Array;
        return isContainer ? value.serialise() : value.scalarText().value_or("null");
    }

    const EventExport& m_order;
    const Snapshot& m_snapshot;
    const TextSink& m_sink;
    store::EventReader m_reader;
    bool m_needsRecords = false;
    std::string m_line; ///< reused
    ExportCount m_count;
};

base::Error failure(const std::filesystem::path& path, const base::Error& error, const QFileDevice& file)
{
    const bool isCancelled = error.code == base::ErrorCode::Cancelled;
    return {error.code, path.string(), isCancelled ? error.detail : file.errorString().toStdString()};
}

/// Buffers by itself, so that few pieces reach the file and a full disk shows early.
template <typename File> base::Result<ExportCount> exportInto(File& file, const EventExport& order, const std::filesystem::path& path, const ExportProgress& progress)
{
    constexpr std::size_t kPiece = std::size_t(256) * 1024;
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return base::Error{base::ErrorCode::Refused, path.string(), file.errorString().toStdString()};
    std::string waiting;
    const auto flush = [&] {
        for (std::string_view rest = waiting; !rest.empty();) {
            const qint64 written = file.write(rest.data(), qint64(rest.size()));
            if (written <= 0) // what fits is written first, and only the next attempt has a reason
                return false;
            rest.remove_prefix(std::size_t(written));
        }
        waiting.clear();
        return true;
    };
    auto result = exportEvents(order, [&](std::string_view text) {
        waiting += text;
        return waiting.size() < kPiece || flush();
    }, progress);
    if (!result)
        return failure(path, result.error(), file);
    if (!flush())
        return failure(path, {base::ErrorCode::Refused, {}, {}}, file);
    return result;
}

} // namespace

std::vector<ExportColumn> ordinaryExportColumns()
{
    std::vector<ExportColumn> columns;
    for (std::size_t i = 0; i <= std::size_t(Kind::Marks); ++i)
        columns.push_back({static_cast<Kind>(i), {}});
    return columns;
}

std::string exportTitle(const ExportColumn& column)
{
    return std::string(kTitles[std::size_t(column.kind)]) + pathText(column.path);
}

std::string csvField(std::string_view text)
{
    std::string field = base::shortened(text, 3 * text.size()); // only what is no UTF-8 is replaced
    const bool isNumber = !field.empty() && field.front() == '-' && Json::accept(field);
    if (!field.empty() && !isNumber && std::string_view("=+-@\t\r\n").find(field.front()) != std::string_view::npos)
        field.insert(field.begin(), '\'');
    if (field.find_first_of(",\"\r\n") == std::string::npos)
        return field;
    std::string quoted = "\"";
    for (const char c : field)
        quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

base::Result<ExportCount> exportEvents(const EventExport& order, const TextSink& sink, const ExportProgress& progress)
{
    return Export(order, sink).run(progress);
}

base::Result<ExportCount> exportEvents(const EventExport& order, const std::filesystem::path& path, const ExportProgress& progress)
{
    const QString name = QString::fromStdU16String(path.u16string());
    const QFileInfo there(name);
    if (there.exists() && !there.isFile() && !there.isDir()) {
        QFile device(name);
        return exportInto(device, order, path, progress);
    }
    QSaveFile file(name);
    auto result = exportInto(file, order, path, progress);
    if (!result) {
        file.cancelWriting();
        return result;
    }
    if (!file.commit())
        return base::Error{base::ErrorCode::Refused, path.string(), file.errorString().toStdString()};
    return result;
}

} // namespace sagascope::session
