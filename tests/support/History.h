// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/catalog/Catalog.h"
#include "core/session/Ingest.h"
#include "core/session/Replay.h"
#include "core/session/Report.h"
#include "tests/support/Records.h"

namespace sagascope::test {

/// Events as a person writes them down, one per line:
///
///     09:40:00.000 voyage.booking.created  e1 corr=c1 | bookingId=BK-1 userId=u-1 totalAmount=482
///
/// Time of day (producer and broker), event type, event id (`-` for none), then `corr=`, `cause=`, `saga=`, `step=`,
/// `bare` (the payload is the whole body), `src=`, `topic=` (without `dreamscape.`), `broker=` (another broker time), `at=partition:offset`; after the bar the
/// payload: numbers are numbers, everything else is text, `meta.x=1` nests. Every line gets the next offset of its
/// topic's partition 0. Lines starting with # are skipped.
class History
{
public:
    explicit History(std::string_view lines)
    {
        std::istringstream in{std::string(lines)};
        for (std::string line; std::getline(in, line);) {
            if (line.find_first_not_of(" \t") != std::string::npos && line.find('#') == std::string::npos)
                m_records.push_back(parse(line));
        }
    }

    [[nodiscard]] std::vector<Record>& records() { return m_records; }
    [[nodiscard]] const std::vector<Record>& records() const { return m_records; }

private:
    static nlohmann::json scalar(const std::string& text)
    {
        const bool isNumber = !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos
            && text.find_first_of("123456789") != std::string::npos && text.front() != '0';
        return isNumber ? nlohmann::json::parse(text) : nlohmann::json(text);
    }

    static void put(nlohmann::json& object, const std::string& path, const std::string& value)
    {
        const auto dot = path.find('.');
        if (dot == std::string::npos)
            object[path] = scalar(value);
        else
            put(object[path.substr(0, dot)], path.substr(dot + 1), value);
    }

    static std::string day(const std::string& time) { return "2026-03-02T" + time + "Z"; }

    Record parse(const std::string& line)
    {
        const auto bar = line.find('|');
        std::istringstream head(line.substr(0, bar));
        std::string time;
        std::string type;
        std::string id;
        head >> time >> type >> id;
        std::map<std::string, std::string> options;
        for (std::string word; head >> word;)
            options[word.substr(0, word.find('='))] = word.substr(word.find('=') + 1);

        nlohmann::json body{{"eventType", type}, {"timestamp", day(time)}, {"version", "1.0"},
                            {"source", options.contains("src") ? options["src"] : type.substr(0, type.find('.')) + "-service"}};
        if (id != "-")
            body["eventId"] = id;
        if (options.contains("corr"))
            body["correlationId"] = options["corr"];
        if (options.contains("cause"))
            body["causationId"] = options["cause"];
        if (options.contains("saga"))
            body["metadata"]["sagaId"] = options["saga"];
        if (options.contains("step"))
            body["metadata"]["step"] = options["step"];
        body["payload"] = nlohmann::json::object();
        if (bar != std::string::npos) {
            std::istringstream payload(line.substr(bar + 1));
            for (std::string word; payload >> word;)
                put(body["payload"], word.substr(0, word.find('=')), word.substr(word.find('=') + 1));
        }

        const std::string topic = "dreamscape." + (options.contains("topic") ? options["topic"] : type);
        Record record(topic);
        std::int64_t offset = m_offsets[topic]++;
        std::int32_t partition = 0;
        if (options.contains("at")) {
            partition = std::stoi(options["at"]);
            offset = std::stoll(options["at"].substr(options["at"].find(':') + 1));
        }
        record.at(partition, offset).value((options.contains("bare") ? body["payload"] : body).dump()).time(day(options.contains("broker") ? options["broker"] : time));
        return record;
    }

    std::vector<Record> m_records;
    std::map<std::string, std::int64_t> m_offsets;
};

inline std::shared_ptr<const catalog::Catalog> builtInCatalog()
{
    static const auto catalog = *catalog::Catalog::load();
    return catalog;
}

/// Reads the records in the order given, with a look at the sagas after every `batch` records, and tells the result: at
/// `now`, or at the latest broker time. Where records came after `now`, the result is told as of then.
inline session::Report tellReport(const std::vector<Record>& records, std::optional<base::Timestamp> now = std::nullopt,
                                  std::size_t batch = 1000)
{
    session::Ingest ingest(builtInCatalog());
    std::size_t sinceLook = 0;
    for (const Record& record : records) {
        ingest.take(record.raw());
        if (++sinceLook == batch) {
            session::Snapshot glance;
            ingest.fill(glance, now.value_or(ingest.latestTime()));
            sinceLook = 0;
        }
    }
    auto snapshot = std::make_shared<session::Snapshot>();
    ingest.fill(*snapshot, now.value_or(ingest.latestTime()));
    if (now && ingest.latestTime() > *now)
        return session::makeReport(session::Replay().travel(snapshot, {*now}));
    return session::makeReport(std::move(snapshot));
}

inline session::Report tellReport(std::string_view lines, std::string_view now = {})
{
    const History history(lines);
    return tellReport(history.records(), now.empty() ? std::nullopt : std::optional(moment("2026-03-02T" + std::string(now) + "Z")));
}

/// The names of the rules that fired in a saga.
inline std::set<std::string> rulesOf(const saga::Story& story)
{
    std::set<std::string> rules;
    for (const saga::StoryFinding& finding : story.findings)
        rules.insert(std::string(base::ruleName(finding.rule)));
    return rules;
}

} // namespace sagascope::test
