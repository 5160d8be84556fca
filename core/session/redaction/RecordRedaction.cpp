// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/redaction/RecordRedaction.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "core/event/SecretMask.h"
#include "core/event/TextForms.h"
#include "core/session/redaction/HiddenValues.h"
#include "core/session/redaction/JsonRedaction.h"
#include "core/session/redaction/Pseudonyms.h"
#include "core/session/redaction/TextPatterns.h"

namespace sagascope::session {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

std::vector<TextPattern> patternsOf(const RedactionRules& rules)
{
    std::vector<TextPattern> patterns;
    if (rules.emails)
        patterns.push_back(TextPattern::Email);
    if (rules.addresses)
        patterns.push_back(TextPattern::Address);
    if (rules.phones)
        patterns.push_back(TextPattern::Phone);
    return patterns;
}

/// In order, and as one where they overlap.
std::vector<HiddenValues::Place> united(std::vector<HiddenValues::Place> places)
{
    std::sort(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    std::vector<HiddenValues::Place> apart;
    for (const HiddenValues::Place& place : places) {
        if (!apart.empty() && place.from < apart.back().to)
            apart.back().to = std::max(apart.back().to, place.to);
        else
            apart.push_back(place);
    }
    return apart;
}

/// First round: changes nothing, and keeps what is hidden.
class Learner : public RedactionPen
{
public:
    explicit Learner(HiddenValues& values) : m_values(values) {}

    std::string hidden(std::string_view text, Hiding why) override
    {
        m_values.add(text, why == Hiding::Field ? HiddenValues::Why::Asked : HiddenValues::Why::Called);
        return std::string(text);
    }
    std::string hiddenNumber(std::string_view number, Hiding why) override { return hidden(number, why); }
    std::string words(std::string_view text) override { return std::string(text); }
    std::string number(std::string_view number) override { return std::string(number); }

private:
    HiddenValues& m_values;
};

/// Second round.
class Writer : public RedactionPen
{
public:
    Writer(const RedactionRules& rules, const HiddenValues& values)
        : m_masksSecrets(rules.secrets), m_patterns(patternsOf(rules)), m_values(values)
    {
    }

    std::string hidden(std::string_view text, Hiding) override { return m_pseudonyms.of(text); }
    std::string hiddenNumber(std::string_view number, Hiding) override { return m_pseudonyms.ofNumber(number); }
    std::string number(std::string_view number) override
    {
        const bool isHidden = m_values.hasWord(number) || (m_masksSecrets && event::looksLikeCardNumber(number));
        return isHidden ? m_pseudonyms.ofNumber(number) : std::string(number);
    }

    std::string words(std::string_view text) override
    {
        if (m_values.hasWhole(text))
            return m_pseudonyms.of(text);
        // What stands in for a value is looked at by nobody any more: hence all places first.
        const std::string masked = m_masksSecrets ? event::masked(text) : std::string(text);
        return replaced(masked, placesIn(masked));
    }

private:
    [[nodiscard]] std::vector<HiddenValues::Place> placesIn(std::string_view text) const
    {
        std::vector<HiddenValues::Place> places = m_values.placesIn(text);
        for (const TextHit& hit : findPatterns(text, m_patterns))
            places.push_back({hit.from, hit.to});
        return united(std::move(places));
    }

    std::string replaced(const std::string& text, const std::vector<HiddenValues::Place>& places)
    {
        std::string out;
        std::size_t copied = 0;
        for (const HiddenValues::Place& place : places) {
            out.append(text, copied, place.from - copied);
            out += m_pseudonyms.of(std::string_view(text).substr(place.from, place.to - place.from));
            copied = place.to;
        }
        return out.append(text, copied);
    }

    bool m_masksSecrets;
    std::vector<TextPattern> m_patterns;
    const HiddenValues& m_values;
    Pseudonyms m_pseudonyms;
};

} // namespace

class RecordRedaction::Impl
{
public:
    explicit Impl(const RedactionRules& rules) : m_plan(rules), m_learner(m_values), m_writer(rules, m_values) {}

    void learn(const event::RawRecord& record)
    {
        if (record.key)
            static_cast<void>(JsonRedaction::ofText(*record.key, m_plan, m_learner));
        if (record.value)
            static_cast<void>(JsonRedaction::ofText(*record.value, m_plan, m_learner));
        for (const event::HeaderView& header : record.headers)
            static_cast<void>(ofHeader(header, m_learner));
    }

    event::RawRecord of(const event::RawRecord& original)
    {
        event::RawRecord record = original;
        m_key = original.key ? std::optional(ofText(*original.key)) : std::nullopt;
        m_value = original.value ? std::optional(ofValue(*original.value)) : std::nullopt;
        bool isChanged = m_key != original.key || m_value != original.value;
        m_headers.clear();
        for (const event::HeaderView& header : original.headers) {
            m_headers.push_back({m_writer.words(header.name), ofHeader(header, m_writer)});
            isChanged = isChanged || m_headers.back().name != header.name || m_headers.back().value != header.value;
        }
        m_counts.changed += isChanged ? 1 : 0;
        m_views.clear();
        for (const Header& header : m_headers)
            m_views.push_back({header.name, viewOf(header.value)});
        record.key = viewOf(m_key);
        record.value = viewOf(m_value);
        record.headers = m_views;
        return record;
    }

    std::string ofText(std::string_view text) { return JsonRedaction::ofText(text, m_plan, m_writer); }
    [[nodiscard]] const RedactionCounts& counts() const { return m_counts; }

private:
    struct Header
    {
        std::string name;
        std::optional<std::string> value;
    };

    static std::optional<std::string_view> viewOf(const std::optional<std::string>& text)
    {
        return text ? std::optional<std::string_view>(*text) : std::nullopt;
    }

    std::string ofValue(std::string_view value)
    {
        const std::string_view json = value.starts_with(kBom) ? value.substr(kBom.size()) : value;
        if (value.empty() || m_writer.isJson(json))
            return ofText(value);
        ++m_counts.leftOut;
        std::string words(event::kMask);
        words.append(" (").append(std::to_string(value.size())).append(" bytes that are no JSON)");
        return words; // no JSON either, so it stays what it was: undecodable
    }

    std::optional<std::string> ofHeader(const event::HeaderView& header, RedactionPen& pen)
    {
        if (!header.value)
            return std::nullopt;
        const Hiding hiding = m_plan.hidingOf(header.name);
        if (header.value->empty() || (hiding == Hiding::None && header.name == "eventType"))
            return std::string(*header.value);
        return hiding == Hiding::None ? JsonRedaction::ofText(*header.value, m_plan, pen) : pen.hidden(*header.value, hiding);
    }

    HiddenValues m_values;
    RedactionPlan m_plan;
    Learner m_learner;
    Writer m_writer;
    RedactionCounts m_counts;

    std::optional<std::string> m_key;
    std::optional<std::string> m_value;
    std::vector<Header> m_headers;
    std::vector<event::HeaderView> m_views;
};

RecordRedaction::RecordRedaction(const RedactionRules& rules) : m_impl(std::make_unique<Impl>(rules)) {}
RecordRedaction::~RecordRedaction() = default;

void RecordRedaction::learn(const event::RawRecord& record)
{
    m_impl->learn(record);
}

event::RawRecord RecordRedaction::of(const event::RawRecord& record)
{
    return m_impl->of(record);
}

std::string RecordRedaction::ofText(std::string_view text)
{
    return m_impl->ofText(text);
}

const RedactionCounts& RecordRedaction::counts() const
{
    return m_impl->counts();
}

} // namespace sagascope::session
