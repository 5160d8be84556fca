// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule of the review, held against stories that a person can read: one where it must fire, one (its nearest
// innocent neighbour) where it must not, and in both the complete set of findings, so that nothing else cries wolf.
#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/event/Topic.h"
#include "tests/support/History.h"
#include "tests/unit/review/RuleStory.h"

namespace sagascope::review {
namespace {

using test::RuleCase;

std::string placesOf(const session::Report& report, const std::vector<base::EventIndex>& events)
{
    std::string places;
    for (const base::EventIndex event : events) {
        const store::EventRow& row = report.snapshot->events.row(event);
        places += (places.empty() ? "" : ", ")
            + std::string(event::topicSuffix(report.snapshot->events.topicName(row.topic))) + "@" + std::to_string(row.offset);
    }
    return places;
}

/// All that the report finds, undecodable records included, as the fixtures write it.
std::vector<std::string> findingsOf(const session::Report& report)
{
    std::vector<std::string> lines;
    for (const session::ReportFinding& finding : report.findings) {
        lines.push_back(std::string(base::severityName(base::ruleSeverity(finding.rule))) + " "
                        + std::string(base::ruleName(finding.rule)) + " " + (finding.saga.empty() ? "-" : finding.saga) + ": "
                        + placesOf(report, finding.events));
    }
    for (const base::EventIndex event : report.undecodable) {
        for (const store::StoredHit& hit : report.snapshot->events.hitsOf(event))
            lines.push_back("undecodable " + std::string(base::ruleName(hit.rule)) + ": " + placesOf(report, {event}));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

bool names(const std::vector<std::string>& findings, const std::string& rule)
{
    return std::any_of(findings.begin(), findings.end(), [&](const std::string& line) {
        const auto begin = line.find(' ') + 1;
        return line.substr(begin, line.find_first_of(" :", begin) - begin) == rule;
    });
}

std::vector<std::string> tell(const RuleCase& story, bool isBackwards)
{
    std::vector<test::Record> records = story.story.records();
    if (isBackwards)
        std::reverse(records.begin(), records.end());
    return findingsOf(test::tellReport(records, story.asOf, isBackwards ? 1 : 1000));
}

class RuleFixture : public testing::TestWithParam<base::Rule>
{
};

TEST_P(RuleFixture, FiresWhereItMustAndNowhereElse)
{
    const std::string rule(base::ruleName(GetParam()));
    const std::vector<RuleCase> cases = test::casesOf(rule);
    for (const bool fires : {true, false}) {
        EXPECT_TRUE(std::any_of(cases.begin(), cases.end(), [&](const RuleCase& c) { return c.fires == fires; }))
            << "tests/fixtures/rules/" << rule << ".txt needs a story where the rule " << (fires ? "fires" : "stays silent");
    }
    for (const RuleCase& story : cases) {
        SCOPED_TRACE(rule + ": " + story.title);
        EXPECT_FALSE(story.story.records().empty());
        const std::vector<std::string> found = tell(story, false);
        EXPECT_EQ(found, story.expected);
        EXPECT_EQ(names(found, rule), story.fires);
        EXPECT_EQ(tell(story, true), found) << "arrival must not count";
    }
}

/// All rules but those of a window of time, which no single story decides.
std::vector<base::Rule> rulesOfStories()
{
    std::vector<base::Rule> rules(base::allRules().begin(), base::allRules().end());
    std::erase_if(rules, [](base::Rule rule) { return base::ruleGroup(rule) == base::RuleGroup::Window; });
    return rules;
}

std::string camel(const testing::TestParamInfo<base::Rule>& info)
{
    std::string name;
    bool isStart = true;
    for (const char c : base::ruleName(info.param)) {
        if (c != '-')
            name += isStart ? char(std::toupper(static_cast<unsigned char>(c))) : c;
        isStart = c == '-';
    }
    return name;
}

INSTANTIATE_TEST_SUITE_P(EveryRule, RuleFixture, testing::ValuesIn(rulesOfStories()), camel);

} // namespace
} // namespace sagascope::review
