// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iomanip>
#include <map>
#include <sstream>

#include "core/base/RuleSentence.h"
#include "core/catalog/Catalog.h"
#include "core/event/SecretMask.h"
#include "core/session/Report.h"

namespace sagascope::session {
namespace {

std::string pad(std::string_view text, std::size_t width)
{
    std::string padded(text);
    if (padded.size() < width)
        padded.append(width - padded.size(), ' ');
    return padded;
}

std::string seconds(base::Duration duration)
{
    std::ostringstream out;
    out << std::fixed << std::setprecision(2) << std::chrono::duration<double>(duration).count() << " s";
    return out.str();
}

std::string score(double score)
{
    std::ostringstream out;
    out << std::fixed << std::setprecision(2) << score;
    return out.str();
}

/// What comes from the wire may hold anything; a terminal is shown letters, not control sequences, and no secrets.
std::string printable(std::string_view text)
{
    std::string out = event::masked(text);
    std::replace_if(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
    return out;
}

class TextWriter
{
public:
    explicit TextWriter(const Report& report) : m_report(report), m_snapshot(*report.snapshot) {}

    [[nodiscard]] std::string writeOnlySagas()
    {
        writeSagas();
        writeFindings();
        return m_out.str().substr(1); // without the blank line before the first
    }

    [[nodiscard]] std::string write()
    {
        writeTotals();
        writeSagas();
        writeFindings();
        writeLag();
        return m_out.str();
    }

private:
    void writeTotals()
    {
        const Counts& c = m_snapshot.counts;
        m_out << "As of " << base::formatIso8601(m_snapshot.takenAt) << "\n"
              << c.records << " records: " << c.events << " events, " << c.undecodable << " undecodable, " << c.later
              << " later\n";
        if (c.sameCoordinates > 0)
            m_out << c.sameCoordinates << " read again at the same coordinates\n";
        if (c.unreadableLines > 0)
            m_out << c.unreadableLines << " unreadable lines\n";
        std::map<std::string_view, std::uint64_t> states;
        for (std::size_t i = 0; i < c.sagasByState.size(); ++i)
            if (c.sagasByState[i] > 0)
                states[saga::stateName(saga::SagaState(i))] = c.sagasByState[i];
        m_out << c.sagas << " sagas:";
        for (const auto& [state, count] : states)
            m_out << ' ' << count << ' ' << state;
        m_out << "\n" << m_report.unassigned.size() << " events belong to no saga\n";
        writeInference();
    }

    void writeInference()
    {
        const auto linked = std::count_if(m_report.sagas.begin(), m_report.sagas.end(),
                                          [](const ReportSaga& saga) { return saga.story.link.has_value(); });
        const auto ambiguous = std::count_if(m_report.sagas.begin(), m_report.sagas.end(),
                                             [](const ReportSaga& saga) { return !saga.story.candidates.empty(); });
        if (linked > 0)
            m_out << linked << " sagas are joined by inference: user, amount, currency, time and next step fit\n";
        if (ambiguous > 0)
            m_out << ambiguous << " sagas fit more than one other and are kept apart\n";
    }

    void writeSagas()
    {
        for (const ReportSaga& reported : m_report.sagas) {
            const saga::Story& story = reported.story;
            m_out << "\n" << pad(saga::stateName(story.state), 14) << printable(story.key) << "  "
                  << (story.definition ? story.definition->name : std::string("no definition"));
            if (story.endedAt != base::kNoTime)
                m_out << "  " << seconds(story.endedAt - story.startedAt);
            m_out << "\n";
            for (const saga::StoryEvent& event : story.events)
                writeEvent(story, event);
            for (const saga::Candidate& candidate : story.candidates)
                writeCandidate(candidate);
        }
    }

    void writeCandidate(const saga::Candidate& candidate)
    {
        m_out << "    may be one with " << printable(m_snapshot.sagas.saga(candidate.saga).key) << "  score "
              << score(candidate.score);
        std::string separator = "  by ";
        writeParts(candidate.parts, separator);
        m_out << "\n";
    }

    void writeParts(const std::vector<saga::ScorePart>& parts, std::string& separator)
    {
        for (const saga::ScorePart& part : parts) {
            if (part.fit <= 0)
                continue;
            m_out << separator << saga::featureName(part.feature) << ' ' << printable(valueText(part));
            separator = ", ";
        }
    }

    void writeEvent(const saga::Story& story, const saga::StoryEvent& event)
    {
        const store::EventRow& row = m_snapshot.events.row(event.event);
        m_out << "    +" << pad(seconds(row.time() - story.startedAt), 10)
              << pad(printable(m_snapshot.events.text(row.type)), 34) << pad(identity::evidenceName(event.evidence), 9);
        if (event.repeat != identity::Repeat::None)
            m_out << ' ' << identity::repeatName(event.repeat);
        std::string separator = "  by ";
        if (event.evidence == identity::Evidence::Inferred) {
            m_out << ' ' << score(event.score.value_or(0));
            writeParts(story.link->parts, separator);
        }
        for (const saga::Why& why : event.why) {
            m_out << separator << identity::kindName(why.kind) << ' ' << printable(why.value);
            separator = ", ";
        }
        m_out << "\n";
    }

    void writeFindings()
    {
        std::map<base::Rule, std::size_t> counts;
        for (const ReportFinding& finding : m_report.findings)
            ++counts[finding.rule];
        if (!counts.empty())
            m_out << "\nFindings\n";
        for (const auto& [rule, count] : counts) {
            m_out << "  " << pad(base::severityName(base::ruleSeverity(rule)), 8) << pad(base::ruleName(rule), 29) << count
                  << "\n           " << base::ruleSentence(rule) << "\n";
        }
    }

    void writeLag()
    {
        std::map<std::string, std::int64_t> byGroup;
        std::map<std::string, metrics::GroupState> states;
        for (const metrics::LagSample& sample : m_snapshot.lag) {
            byGroup[sample.group] += sample.lag().value_or(0);
            states[sample.group] = sample.state;
        }
        if (!byGroup.empty())
            m_out << "\nConsumer lag, messages behind\n";
        for (const auto& [group, lag] : byGroup) {
            const bool isKnown = states[group] == metrics::GroupState::Known;
            m_out << "  " << pad(group, 44) << (isKnown ? std::to_string(lag) : std::string(metrics::groupStateName(states[group])))
                  << "\n";
        }
    }

    const Report& m_report;
    const Snapshot& m_snapshot;
    std::ostringstream m_out;
};

} // namespace

std::string sagasToText(const Report& report)
{
    return report.sagas.empty() ? std::string() : TextWriter(report).writeOnlySagas();
}

std::string toText(const Report& report)
{
    return TextWriter(report).write();
}

} // namespace sagascope::session
