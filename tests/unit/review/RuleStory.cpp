// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/review/RuleStory.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/event/JsonLines.h"

namespace sagascope::test {
namespace {

using Json = nlohmann::ordered_json;

const std::filesystem::path kFolder = std::filesystem::path(SAGASCOPE_SOURCE_DIR) / "tests/fixtures/rules";

std::string momentText(const std::string& timeOfDay)
{
    return "2026-03-02T" + timeOfDay + (timeOfDay.find('.') == std::string::npos ? ".000Z" : "Z");
}

/// `e12` and `c12` as UUIDs that a person can tell apart; anything else stays.
std::string idText(const std::string& text)
{
    const bool isNumbered = text.size() > 1 && (text[0] == 'e' || text[0] == 'c')
        && text.find_first_not_of("0123456789", 1) == std::string::npos;
    return isNumbered ? uuid(std::stoi(text.substr(1)) + (text[0] == 'c' ? 1000 : 0)) : text;
}

Json valueOf(const std::string& text)
{
    const std::size_t marks = std::min(text.find_first_not_of('@'), text.size());
    if (marks > 0 && marks < text.size()) {
        std::string filler(std::stoul(text.substr(marks)), 'a');
        for (std::size_t i = 7; marks == 1 && i < filler.size(); i += 8)
            filler[i] = ' ';
        return filler;
    }
    Json value = Json::parse(text, nullptr, false);
    return value.is_discarded() ? Json(text) : value;
}

void put(Json& object, const std::string& name, const std::string& value)
{
    const auto dot = name.find('.');
    if (dot != std::string::npos)
        put(object[name.substr(0, dot)], name.substr(dot + 1), value);
    else if (value == "-")
        object.erase(name);
    else
        object[name] = valueOf(value);
}

std::pair<std::string, std::string> split(const std::string& word)
{
    const auto sign = word.find('=');
    return {word.substr(0, sign), sign == std::string::npos ? std::string() : word.substr(sign + 1)};
}

std::string bytesOf(const std::string& text)
{
    if (!text.starts_with("0x"))
        return text;
    std::string bytes;
    for (std::size_t i = 2; i + 1 < text.size(); i += 2)
        bytes += static_cast<char>(std::stoi(text.substr(i, 2), nullptr, 16));
    return bytes;
}

const Json& payloads()
{
    static const Json all = [] {
        std::ifstream in(kFolder / "payloads.json");
        return Json::parse(in);
    }();
    return all;
}

/// The member that services use as key, as payloads.json spells their payloads.
std::string keyOf(const std::string& type, const Json& payload)
{
    const std::string domain = type.substr(0, type.find('.'));
    const char* member = type.starts_with("voyage.booking") ? "bookingId"
        : type.starts_with("voyage.search")                 ? "searchId"
        : domain == "payment"                               ? "paymentId"
        : type.ends_with("interacted")                      ? "interactionId"
        : domain == "ai"                                    ? "requestId"
                                                            : "userId";
    const auto found = payload.is_object() ? payload.find(member) : payload.end();
    return found != payload.end() && found->is_string() ? found->get<std::string>() : "key-1";
}

} // namespace

void RuleStory::addRaw(const std::string& line)
{
    event::RecordBatch batch;
    if (const auto read = event::readLine(line, batch); !read)
        throw std::invalid_argument(read.error().text() + ": " + line);
    const event::RawRecord& raw = batch.records().front();
    Record record{std::string(raw.topic)};
    record.at(raw.partition, raw.offset).time(base::formatIso8601(raw.brokerTime));
    if (raw.key)
        record.key(std::string(*raw.key));
    if (raw.value)
        record.value(std::string(*raw.value));
    for (const event::HeaderView& header : raw.headers) {
        if (header.value)
            record.header(std::string(header.name), std::string(*header.value));
        else
            record.nullHeader(std::string(header.name));
    }
    m_records.push_back(std::move(record));
}

Json RuleStory::payloadOf(const Head& head, const std::string& members) const
{
    Json payload = payloads().value(head.type, Json::object());
    for (auto& [name, value] : payload.items()) {
        if (value == "$now")
            value = momentText(head.time);
    }
    std::istringstream words(members);
    for (std::string word; words >> word;) {
        const auto [name, value] = split(word);
        put(payload, name, value);
    }
    return payload;
}

Json RuleStory::envelopeOf(const Head& head, Json payload) const
{
    Json envelope{{"eventId", idText(head.id)}, {"eventType", head.type}, {"timestamp", momentText(head.time)},
                  {"version", "1.0"}, {"source", serviceOf(head.type)}, {"correlationId", uuid(1001)}};
    for (const auto& [name, value] : head.options) {
        if (name == "src")
            envelope["source"] = value;
        else if (name == "cause")
            envelope["causationId"] = idText(value);
        else if (name == "corr" && value != "-")
            envelope["correlationId"] = idText(value);
        else if (name == "corr")
            envelope.erase("correlationId");
        else if (name == "saga" || name == "step")
            envelope["metadata"][name == "saga" ? "sagaId" : "step"] = value;
    }
    envelope["payload"] = std::move(payload);
    return envelope;
}

void RuleStory::addHeaders(Record& record, const Head& head, const Json& envelope) const
{
    std::vector<std::pair<std::string, std::string>> headers;
    for (const char* name : {"eventType", "source", "version", "timestamp", "correlationId"})
        headers.emplace_back(name, envelope.value(name, std::string()));
    for (const auto& [name, value] : head.options) {
        if (name.starts_with("h."))
            std::erase_if(headers, [&](const auto& header) { return header.first == name.substr(2); });
        if (name.starts_with("h.") && value != "-")
            headers.emplace_back(name.substr(2), value);
        if (name.starts_with("+h."))
            headers.emplace_back(name.substr(3), value);
    }
    for (const auto& [name, value] : headers) {
        if (value == "null")
            record.nullHeader(name);
        else
            record.header(name, idText(value));
    }
}

void RuleStory::add(const std::string& line)
{
    if (line.starts_with('{'))
        return addRaw(line);
    const auto bar = line.find('|');
    std::istringstream words(line.substr(0, bar));
    Head head;
    words >> head.time >> head.type >> head.id;
    for (std::string word; words >> word;)
        head.options.push_back(split(word));
    Json envelope = envelopeOf(head, payloadOf(head, bar == std::string::npos ? std::string() : line.substr(bar + 1)));
    const auto option = [&](std::string_view name) -> std::optional<std::string> {
        const auto found = std::find_if(head.options.begin(), head.options.end(), [&](const auto& o) { return o.first == name; });
        return found == head.options.end() ? std::nullopt : std::optional(found->second);
    };
    const std::string topic = option("topic").value_or("dreamscape." + head.type);
    Record record(topic);
    addHeaders(record, head, envelope);
    const std::string key = option("key").value_or(keyOf(head.type, envelope["payload"]));
    for (const auto& [name, value] : head.options) {
        if (name.starts_with("env."))
            put(envelope, name.substr(4), value);
    }
    const std::string broker = option("broker").value_or(head.time);
    record.at(0, m_offsets[topic]++).value(envelope.dump()).time(broker == "-" ? "" : momentText(broker));
    if (key != "-")
        record.key(bytesOf(key));
    m_records.push_back(std::move(record));
}

std::vector<RuleCase> casesOf(std::string_view rule)
{
    std::vector<RuleCase> cases;
    std::ifstream in(kFolder / (std::string(rule) + ".txt"));
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#')
            continue;
        if (line.front() == '[') {
            RuleCase next;
            const auto end = line.find(']');
            next.rule = rule;
            next.fires = line.starts_with("[fires");
            next.title = line.substr(std::min(line.size(), end + 2));
            if (const auto blank = line.find(' '); blank < end)
                next.asOf = moment(momentText(line.substr(blank + 1, end - blank - 1)));
            cases.push_back(std::move(next));
        } else if (!cases.empty() && line.starts_with("=> ")) {
            cases.back().expected.push_back(line.substr(3));
        } else if (!cases.empty()) {
            cases.back().story.add(line);
        }
    }
    for (RuleCase& each : cases)
        std::sort(each.expected.begin(), each.expected.end());
    return cases;
}

} // namespace sagascope::test
