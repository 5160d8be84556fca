// SPDX-License-Identifier: GPL-3.0-or-later
// Diagrams are held against a small and strict grammar of each notation: one statement a line, known participants only,
// loops closed, and no text that could mean something.
#include <regex>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/Utf8.h"
#include "tests/unit/session/CopyStage.h"

namespace sagascope::session {
namespace {

using test::allSagas;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> linesOf(const std::string& text)
{
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

/// What a statement may look like; the groups are participants.
struct Grammar
{
    std::string begin;
    std::string end;
    std::regex title;
    std::regex participant;
    std::vector<std::regex> uses;
    std::regex loop;
    std::string endLoop;
};

// Mermaid: plain characters, its entities, and whatever is not ASCII. PlantUML: the same with <U+XXXX>.
const std::string kMermaidText = R"((?:[A-Za-z0-9 ._\-/()+,=?]|[\x80-\xff]|#[0-9]+;)+)";
const std::string kPlantText = R"((?:[A-Za-z0-9 ._\-/(),+:?]|[\x80-\xff]|<U\+[0-9A-F]{4,6}>)+)";

Grammar mermaid()
{
    return {"sequenceDiagram",
            "",
            std::regex("    title " + kMermaidText),
            std::regex("    participant (p[0-9]+) as " + kMermaidText),
            {std::regex("    (p[0-9]+)-{1,2}>>(p[0-9]+): " + kMermaidText), std::regex("    Note over (p[0-9]+)(?:,(p[0-9]+))?: " + kMermaidText)},
            std::regex("    loop " + kMermaidText),
            "    end"};
}

Grammar plantUml()
{
    return {"@startuml",
            "@enduml",
            std::regex("title " + kPlantText),
            std::regex("(?:participant|queue) \"" + kPlantText + "\" as (p[0-9]+)"),
            {std::regex("(p[0-9]+) -{1,2}> (p[0-9]+) : " + kPlantText), std::regex("note over (p[0-9]+)(?:, (p[0-9]+))? : " + kPlantText)},
            std::regex("loop " + kPlantText),
            "end"};
}

class Check
{
public:
    Check(const Grammar& grammar, const std::string& text) : m_grammar(grammar), m_lines(linesOf(text)) {}

    /// Empty when the text is a diagram, else the line that is none.
    [[nodiscard]] std::string run()
    {
        if (!m_grammar.end.empty()) {
            if (m_lines.empty() || m_lines.back() != m_grammar.end)
                return "no end";
            m_lines.pop_back();
        }
        if (m_lines.size() < 2 || m_lines[0] != m_grammar.begin || !std::regex_match(m_lines[1], m_grammar.title))
            return "no beginning";
        for (std::size_t i = 2; i < m_lines.size(); ++i)
            if (!isStatement(m_lines[i]))
                return m_lines[i];
        return m_isLooping ? "a loop that does not end" : "";
    }

private:
    bool isStatement(const std::string& line)
    {
        std::smatch match;
        if (line.size() > 1500 || !base::isUtf8(line))
            return false;
        if (std::regex_match(line, match, m_grammar.participant))
            return m_known.insert(match[1]).second;
        if (line == m_grammar.endLoop)
            return std::exchange(m_isLooping, false);
        if (std::regex_match(line, m_grammar.loop))
            return !std::exchange(m_isLooping, true);
        for (const std::regex& use : m_grammar.uses)
            if (std::regex_match(line, match, use))
                return m_known.contains(match[1]) && (!match[2].matched || m_known.contains(match[2]));
        return false;
    }

    const Grammar& m_grammar;
    std::vector<std::string> m_lines;
    std::set<std::string> m_known;
    bool m_isLooping = false;
};

/// Both diagrams of the first saga, once they hold against their grammars.
std::vector<std::string> diagramsOf(const Report& report)
{
    const saga::Story& story = report.sagas.at(0).story;
    std::vector<std::string> both = {toMermaid(story, *report.snapshot), toPlantUml(story, *report.snapshot)};
    EXPECT_EQ(Check(mermaid(), both[0]).run(), "") << both[0];
    EXPECT_EQ(Check(plantUml(), both[1]).run(), "") << both[1];
    return both;
}

constexpr std::string_view kCancelled = R"(
    09:40:00.000 voyage.booking.created    e1 corr=c1          | bookingId=BK-1 userId=u-1 totalAmount=482 currency=EUR
    09:40:00.300 payment.failed            e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=pi-1 amount=482
    09:40:02.400 voyage.booking.cancelled  e3 corr=c1 cause=e2 | bookingId=BK-1 reason=payment
)";

TEST(SequenceDiagram, tellsWhoPublishedWhatInMermaid)
{
    const auto lines = linesOf(diagramsOf(allSagas(test::History(kCancelled).records()))[0]);
    EXPECT_THAT(lines, ElementsAre("sequenceDiagram", "    title booking-payment BK-1 (compensated)", "    participant p0 as voyage-service",
                                   "    participant p1 as voyage.booking.created", "    participant p2 as payment-service",
                                   "    participant p3 as payment.failed", "    participant p4 as voyage.booking.cancelled",
                                   "    p0->>p1: voyage.booking.created +0.00 s", "    p1->>p2: declared",
                                   "    p2->>p3: payment.failed +0.30 s", "    Note over p3: failed", "    Note over p0,p4: … 2.10 s …",
                                   "    p3->>p0: declared", "    p0->>p4: voyage.booking.cancelled +2.40 s",
                                   "    Note over p4: compensates created"));
}

TEST(SequenceDiagram, tellsTheSameInPlantUml)
{
    const auto lines = linesOf(diagramsOf(allSagas(test::History(kCancelled).records()))[1]);
    EXPECT_EQ(lines.front(), "@startuml");
    EXPECT_EQ(lines.back(), "@enduml");
    EXPECT_THAT(lines, Contains("queue \"payment.failed\" as p3"));
    EXPECT_THAT(lines, Contains("p2 -> p3 : payment.failed +0.30 s"));
    EXPECT_THAT(lines, Contains("note over p4 : compensates created"));
    EXPECT_THAT(lines, Contains("note over p0, p4 : … 2.10 s …"));
}

TEST(SequenceDiagram, dashesWhatWasInferredAndSaysHowSure)
{
    const auto both = diagramsOf(allSagas(test::History(R"(
        09:40:00 voyage.booking.created e1 | bookingId=clz1 userId=u1 totalAmount=482 currency=EUR
        09:40:05 payment.failed e2 | bookingId=BOOK-20260302-7QK2M bookingReference=BOOK-20260302-7QK2M paymentId=pi_1 userId=u1 amount=482 currency=EUR
        09:40:06 voyage.booking.cancelled e3 | bookingId=BOOK-20260302-7QK2M userId=u1 reason=payment_failed
    )").records()));
    EXPECT_THAT(both[0], testing::ContainsRegex("p[0-9]+-->>p[0-9]+: inferred [01]\\.[0-9][0-9]\n"));
    EXPECT_THAT(both[1], testing::ContainsRegex("p[0-9]+ --> p[0-9]+ : inferred [01]\\.[0-9][0-9]\n"));
}

TEST(SequenceDiagram, notesStepsThatAreMissing)
{
    const auto both = diagramsOf(allSagas(test::History("09:40:00 voyage.booking.created e1 corr=c1 | bookingId=BK-1 userId=u-1").records()));
    EXPECT_THAT(both[0], HasSubstr("missing#58; payment.completed\n"));
    EXPECT_THAT(both[1], HasSubstr("missing: payment.completed\n"));
}

std::string repeated(int times)
{
    std::string lines = "09:40:00 voyage.booking.created e0 corr=c1 | bookingId=BK-1 userId=u-1\n";
    for (int i = 0; i < times; ++i)
        lines += "09:40:01 user.profile.updated r" + std::to_string(i) + " corr=c1 | userId=u-1\n";
    return lines;
}

TEST(SequenceDiagram, foldsRepeatsIntoALoop)
{
    const auto both = diagramsOf(allSagas(test::History(repeated(40)).records()));
    EXPECT_THAT(linesOf(both[0]), Contains("    loop 40 x"));
    EXPECT_THAT(linesOf(both[1]), Contains("loop 40 x"));
    EXPECT_LT(linesOf(both[0]).size(), 20U);
}

TEST(SequenceDiagram, endsWithANumberWhereNoToolWouldDrawIt)
{
    std::string lines;
    for (int i = 0; i < kMostTurns + 20; ++i)
        lines += "09:40:0" + std::to_string(i % 10) + " type" + std::to_string(i) + ".happened r" + std::to_string(i) + " corr=c1 | userId=u-1\n";
    const auto both = diagramsOf(allSagas(test::History(lines).records()));
    EXPECT_THAT(both[0], HasSubstr("… and 20 more events"));
    EXPECT_THAT(both[1], HasSubstr("… and 20 more events"));
}

TEST(SequenceDiagram, isADiagramWhateverBytesTheNamesHold)
{
    const std::vector<std::string> names = {
        "a;b#c", "x-->>y: z", "end", "END", "@enduml", "\"quoted\" as p0", "line\nbreak\r\n    end", "p0->>p1: forged", "%%{init: {}}%%",
        "<script>alert(1)</script>", "**bold** __under__ //it// ~~x~~ --strike-- ..", "\\n\\t", "$date() %now% !include x", "[[http://x]]",
        "'comment", "wrap: x", "é 漢字 😀", "\xE2\x80\xAE reversed \xE2\x80\xA8 line", std::string(10'000, 'x'), std::string(10'000, '#'),
        "\xC3\x28 broken \xFF", "   ", "note over p0 : x", "title y", "{}|&^`*"};
    for (const std::string& name : names) {
        std::vector<test::Record> records = test::History(kCancelled).records();
        const Json quoted = name;
        const std::string text = quoted.dump(-1, ' ', false, Json::error_handler_t::replace);
        records[1].value(R"({"eventId":"e2","correlationId":"c1","causationId":"e1","timestamp":"2026-03-02T09:40:00.300Z","version":"1.0","eventType":)" +
                         text + ",\"source\":" + text + ",\"payload\":{}}");
        records[2].value(R"({"eventId":"e3","correlationId":)" + text + R"(,"causationId":"e2","timestamp":"2026-03-02T09:40:01.300Z","eventType":"a.b","payload":{"bookingId":"BK-1"}})");
        const auto both = diagramsOf(allSagas(records));
        EXPECT_THAT(both[0], Not(HasSubstr("<script")));
    }
}

} // namespace
} // namespace sagascope::session
