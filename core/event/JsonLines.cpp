// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/JsonLines.h"

#include <cstdint>
#include <fstream>
#include <limits>
#include <optional>
#include <unordered_map>
#include <utility>

#include <QByteArray>

#include "core/base/Utf8.h"
#include "core/event/ByteJson.h"
#include "core/event/TapeWriter.h"

namespace sagascope::event {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::string_view kBom = "\xEF\xBB\xBF";

Error noRecord(std::string reason)
{
    return {ErrorCode::Malformed, {}, std::move(reason)};
}

std::optional<std::string> fromBase64(std::string_view text)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(QByteArray(text.data(), qsizetype(text.size())),
                                       QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(decoded.decoded.toStdString()) : std::nullopt;
}

std::string toBase64(std::string_view bytes)
{
    return QByteArray(bytes.data(), qsizetype(bytes.size())).toBase64().toStdString();
}

/// The members of one line, the last one of each name.
class Line
{
public:
    bool read(std::string_view text)
    {
        return ByteJson(text).readObject([this](std::string_view name, ByteValue value) {
            m_members.insert_or_assign(std::string(name), std::move(value));
        });
    }

    [[nodiscard]] std::optional<std::int64_t> integer(const std::string& name) const
    {
        const auto* number = as<std::int64_t>(name);
        return number ? std::optional(*number) : std::nullopt;
    }
    [[nodiscard]] std::string_view text(const std::string& name) const
    {
        const auto* text = as<std::string>(name);
        return text ? std::string_view(*text) : std::string_view();
    }
    [[nodiscard]] bool isNull(const std::string& name) const
    {
        const auto found = m_members.find(name);
        return found == m_members.end() || std::holds_alternative<std::nullptr_t>(found->second);
    }
    template <typename T> [[nodiscard]] const T* as(const std::string& name) const
    {
        const auto found = m_members.find(name);
        return found == m_members.end() ? nullptr : std::get_if<T>(&found->second);
    }

private:
    std::unordered_map<std::string, ByteValue> m_members;
};

using Bytes = std::optional<std::string>;

/// Text, null, or bytes in the member's `…Base64` form.
Result<Bytes> readBytes(const Line& line, const std::string& name)
{
    if (const auto* encoded = line.as<std::string>(name + "Base64")) {
        Bytes bytes = fromBase64(*encoded);
        return bytes ? Result<Bytes>(std::move(bytes)) : Result<Bytes>(noRecord(name + "Base64 is no base64"));
    }
    if (line.isNull(name))
        return Bytes();
    const auto* text = line.as<std::string>(name);
    return text ? Result<Bytes>(*text) : Result<Bytes>(noRecord(name + " is neither text nor null"));
}

Result<ByteList> readHeaders(const Line& line)
{
    const bool isEncoded = !line.isNull("headersBase64");
    const std::string name = isEncoded ? "headersBase64" : "headers";
    if (line.isNull(name))
        return ByteList();
    const auto* list = line.as<ByteList>(name);
    if (!list || list->size() % 2 != 0)
        return noRecord(name + " is no flat list of names and values");
    ByteList headers = *list;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (isEncoded && headers[i] && !(headers[i] = fromBase64(*headers[i])))
            return noRecord(name + " holds no base64");
        if (i % 2 == 0 && !headers[i])
            return noRecord(name + " has a header without a name");
    }
    return headers;
}

/// kcat says "unknown" where Kafka has no time, with a time that means nothing.
void readTime(const Line& line, RawRecord& record)
{
    const std::string_view type = line.text("tstype");
    const std::int64_t time = line.integer("ts").value_or(-1);
    const bool isStated = type.empty() || type == "create" || type == "logappend";
    if (time < 0 || (time == 0 && !isStated))
        return;
    record.brokerTime = base::fromUnixMilliseconds(time);
    if (record.brokerTime == base::kNoTime || !isStated)
        return;
    record.timestampType = type == "logappend" ? TimestampType::LogAppend : TimestampType::Create;
}

Result<void> readCoordinates(const Line& line, RawRecord& record)
{
    constexpr std::int64_t kLargestPartition = std::numeric_limits<std::uint16_t>::max();
    record.topic = line.text("topic");
    if (record.topic.empty() || !base::isUtf8(record.topic))
        return noRecord("no topic");
    const auto partition = line.integer("partition");
    if (!partition || *partition < 0 || *partition > kLargestPartition)
        return noRecord("no partition");
    const auto offset = line.integer("offset");
    if (!offset || *offset < 0)
        return noRecord("no offset");
    record.partition = static_cast<std::int32_t>(*partition);
    record.offset = *offset;
    return {};
}

std::optional<std::string_view> viewOf(const Bytes& bytes)
{
    return bytes ? std::optional<std::string_view>(*bytes) : std::nullopt;
}

void appendBytes(std::string& out, std::string_view name, std::optional<std::string_view> bytes)
{
    const bool isText = !bytes || base::isUtf8(*bytes);
    out.append(",\"").append(name).append(isText ? "\":" : "Base64\":");
    if (!bytes)
        out += "null";
    else
        appendJsonString(out, isText ? std::string(*bytes) : toBase64(*bytes));
}

void appendHeaders(std::string& out, std::span<const HeaderView> headers)
{
    bool isText = true;
    for (const HeaderView& header : headers)
        isText = isText && base::isUtf8(header.name) && base::isUtf8(header.value.value_or(""));
    const auto append = [&](std::optional<std::string_view> bytes) {
        if (!bytes)
            out += "null";
        else
            appendJsonString(out, isText ? std::string(*bytes) : toBase64(*bytes));
    };
    out += isText ? ",\"headers\":[" : ",\"headersBase64\":[";
    for (std::size_t i = 0; i < headers.size(); ++i) {
        out += i == 0 ? "" : ",";
        append(headers[i].name);
        out += ',';
        append(headers[i].value);
    }
    out += ']';
}

std::string_view typeName(TimestampType type)
{
    switch (type) {
    case TimestampType::Create:
        return "create";
    case TimestampType::LogAppend:
        return "logappend";
    case TimestampType::None:
        break;
    }
    return "unknown";
}

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

} // namespace

Result<void> readLine(std::string_view text, RecordBatch& batch)
{
    Line line;
    if (!line.read(text))
        return noRecord("not a JSON object");
    RawRecord record;
    if (const auto coordinates = readCoordinates(line, record); !coordinates)
        return coordinates.error();
    readTime(line, record);
    const auto key = readBytes(line, "key");
    const auto payload = readBytes(line, "payload");
    const auto headers = readHeaders(line);
    if (!key || !payload || !headers)
        return !key ? key.error() : (!payload ? payload.error() : headers.error());
    record.key = viewOf(*key);
    record.value = viewOf(*payload);
    std::vector<HeaderView> views;
    for (std::size_t i = 0; i < headers->size(); i += 2)
        views.push_back({*(*headers)[i], viewOf((*headers)[i + 1])});
    record.headers = views;
    batch.append(record);
    return {};
}

std::string writeLine(const RawRecord& record)
{
    const std::int64_t time = record.brokerTime == base::kNoTime ? -1 : base::toUnixMilliseconds(record.brokerTime);
    std::string out = "{\"topic\":";
    appendJsonString(out, record.topic);
    out.append(",\"partition\":").append(std::to_string(record.partition));
    out.append(",\"offset\":").append(std::to_string(record.offset));
    out.append(",\"tstype\":\"").append(typeName(record.timestampType));
    out.append("\",\"ts\":").append(std::to_string(time));
    appendHeaders(out, record.headers);
    appendBytes(out, "key", record.key);
    appendBytes(out, "payload", record.value);
    return out + "}";
}

Result<JsonLinesReader> JsonLinesReader::open(const std::filesystem::path& path)
{
    std::error_code failure;
    if (!std::filesystem::exists(path, failure))
        return Error{ErrorCode::NotFound, path.string(), "no such file"};
    if (std::filesystem::is_directory(path, failure))
        return Error{ErrorCode::Unreadable, path.string(), "is a folder"};
    auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
    if (!*file)
        return Error{ErrorCode::Unreadable, path.string(), "cannot be opened"};
    return JsonLinesReader(std::move(file), path.string());
}

JsonLinesReader::JsonLinesReader(std::unique_ptr<std::istream> stream, std::string name)
    : m_stream(std::move(stream)), m_name(std::move(name))
{
}

Result<RecordBatch> JsonLinesReader::read(std::size_t max)
{
    RecordBatch batch;
    while (batch.size() < max && !m_isAtEnd) {
        if (std::getline(*m_stream, m_line)) {
            ++m_lineNumber;
            m_bytesRead += m_line.size() + 1;
            take(m_line, batch);
        } else if (m_stream->bad()) {
            return Error{ErrorCode::Unreadable, m_name, "reading failed behind line " + std::to_string(m_lineNumber)};
        } else {
            m_isAtEnd = true;
        }
    }
    return batch;
}

void JsonLinesReader::take(std::string_view line, RecordBatch& batch)
{
    if (m_lineNumber == 1 && line.starts_with(kBom))
        line.remove_prefix(kBom.size());
    if (isBlank(line))
        return;
    if (auto result = readLine(line, batch); !result)
        m_unreadable.push_back({ErrorCode::Malformed, std::to_string(m_lineNumber), result.error().detail});
}

std::vector<Error> JsonLinesReader::takeUnreadable()
{
    return std::exchange(m_unreadable, {});
}

} // namespace sagascope::event
