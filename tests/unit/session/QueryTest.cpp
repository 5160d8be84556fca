// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/saga/Saga.h"
#include "core/session/QueryScanner.h"
#include "tests/support/Records.h"

namespace sagascope::session {
namespace {

using Code = QueryErrorCode;

/// The tree as one line: `all(state:4 not(any(type:failed "BK-1")))`.
std::string shape(const QueryNode& node)
{
    if (node.kind == QueryNode::Kind::Term)
        return node.term.value;
    std::string children;
    for (const QueryNode& child : node.children)
        children += (children.empty() ? "" : " ") + shape(child);
    const char* name = node.kind == QueryNode::Kind::All ? "all" : node.kind == QueryNode::Kind::Any ? "any" : "not";
    return std::string(name) + "(" + children + ")";
}

std::string shapeOf(std::string_view text)
{
    const ParsedQuery parsed = parseQuery(text);
    return parsed ? shape(parsed.query.root) : "error: " + queryErrorSentence(*parsed.error);
}

QueryTerm termOf(std::string_view text)
{
    const ParsedQuery parsed = parseQuery(text);
    EXPECT_TRUE(parsed) << text;
    EXPECT_EQ(parsed.query.root.kind, QueryNode::Kind::Term) << text;
    return parsed.query.root.term;
}

TEST(Query, NothingTypedLetsEverythingThrough)
{
    EXPECT_TRUE(parseQuery("").query.isEmpty());
    EXPECT_TRUE(parseQuery("  \t ").query.isEmpty());
}

TEST(Query, TermsApartByBlanksMustAllHold)
{
    EXPECT_EQ(shapeOf("  state:failed   BK-7741 "), "all(failed BK-7741)");
    EXPECT_EQ(shapeOf("a and b AND c"), "all(a b c)");
}

TEST(Query, OrBindsLooserThanStandingSideBySide)
{
    EXPECT_EQ(shapeOf("a b or c d"), "any(all(a b) all(c d))");
    EXPECT_EQ(shapeOf("a (b or c) d"), "all(a any(b c) d)");
    EXPECT_EQ(shapeOf("(a)"), "a");
}

TEST(Query, NotAndMinusNegateOneTermOrOneParenthesis)
{
    EXPECT_EQ(shapeOf("-a b"), "all(not(a) b)");
    EXPECT_EQ(shapeOf("not (a or b)"), "not(any(a b))");
    EXPECT_EQ(shapeOf("not -a"), "not(not(a))");
    EXPECT_EQ(shapeOf("payment-service"), "payment-service") << "inside a word it is a letter";
}

TEST(Query, QuotesKeepBlanksKeywordsAndStarsTogether)
{
    EXPECT_EQ(shapeOf(R"("two words" "or" x)"), "all(two words or x)");
    EXPECT_EQ(termOf(R"(key:"a \"b\" \\c")").value, R"(a "b" \c)");
    EXPECT_EQ(termOf("type:\"payment.*\"").text.mode(), TextPattern::Mode::Whole);
    EXPECT_EQ(termOf("\"a*b\"").text.mode(), TextPattern::Mode::Part);
}

TEST(Query, FieldsAreNamedWhateverTheCase)
{
    EXPECT_EQ(termOf("State:Failed").field, QueryField::State);
    EXPECT_EQ(termOf("workflow:booking-payment").field, QueryField::Definition);
    EXPECT_EQ(termOf("service:x").field, QueryField::Source);
    const QueryTerm booking = termOf("booking-reference:BOOK-1");
    EXPECT_EQ(booking.field, QueryField::Identifier);
    EXPECT_EQ(booking.kind, identity::IdentifierKind::BookingReference);
    EXPECT_FALSE(termOf("id:x").kind);
}

TEST(Query, NamesMatchInPartIdsWholeAndStarsAnything)
{
    EXPECT_TRUE(termOf("type:FAILED").text.matches("payment.failed"));
    EXPECT_FALSE(termOf("type:\"failed\"").text.matches("payment.failed"));
    EXPECT_FALSE(termOf("booking:BK-7").text.matches("BK-77"));
    EXPECT_TRUE(termOf("booking:bk-7*").text.matches("BK-77"));
    EXPECT_TRUE(termOf("booking:*7*1").text.matches("BK-77-1"));
    EXPECT_FALSE(termOf("booking:*7*1").text.matches("BK-77-12"));
}

TEST(Query, ManyStarsStayQuick)
{
    const std::string stars = "key:*a*a*a*a*a*a*a*a*a*a*a*a*b";
    EXPECT_FALSE(termOf(stars).text.matches(std::string(5000, 'a')));
}

TEST(Query, ComparesCountsAndDurations)
{
    const QueryTerm duration = termOf("duration:>=1.5s");
    EXPECT_EQ(duration.comparison, QueryComparison::GreaterOrEqual);
    EXPECT_EQ(duration.number, 1'500'000'000);
    EXPECT_EQ(termOf("duration:<2d").number, 2 * 86'400'000'000'000);
    EXPECT_EQ(termOf("events:>10").number, 10);
    EXPECT_EQ(termOf("repeats:0").comparison, QueryComparison::Equal);
}

TEST(Query, ReadsClosedListsWithStars)
{
    EXPECT_EQ(termOf("state:Compensated").words, 1U << static_cast<unsigned>(saga::SagaState::Compensated));
    EXPECT_EQ(termOf("state:*ed").words & (1U << static_cast<unsigned>(saga::SagaState::Running)), 0U);
    EXPECT_TRUE(termOf("rule:duplicate-*").rules.test(static_cast<std::size_t>(base::Rule::DuplicateSemantic)));
    EXPECT_EQ(termOf("rule:duplicate-*").rules.count(), 2U);
}

TEST(Query, ReadsTimesAgainstTheMomentOfTheSnapshot)
{
    using namespace std::chrono_literals;
    const base::Timestamp now = test::moment("2026-03-02T12:00:00Z");
    EXPECT_EQ(termOf("since:10m").time.resolve(now, 0s).from, test::moment("2026-03-02T11:50:00Z"));
    const auto minute = termOf("at:9:40").time.resolve(now, 0s);
    EXPECT_EQ(minute.from, test::moment("2026-03-02T09:40:00Z"));
    EXPECT_EQ(minute.end, test::moment("2026-03-02T09:41:00Z"));
    EXPECT_EQ(termOf("at:09:40:05").time.resolve(now, 2h).from, test::moment("2026-03-02T07:40:05Z"));
    EXPECT_EQ(termOf("until:2026-03-01T09:40").time.resolve(now, 1h).from, test::moment("2026-03-01T08:40:00Z"));
    EXPECT_EQ(termOf("until:2026-03-01T09:40:00Z").time.resolve(now, 1h).from, test::moment("2026-03-01T09:40:00Z"));
    const auto day = termOf("at:2026-03-01").time.resolve(now, 0s);
    EXPECT_EQ(day.end - day.from, 24h);
}

TEST(Query, AnIdWithColonsIsAWord)
{
    EXPECT_EQ(termOf("urn:uuid:1").field, QueryField::Anything);
    EXPECT_EQ(termOf("https://example.org").field, QueryField::Anything);
    EXPECT_EQ(termOf(":x").field, QueryField::Anything);
}

TEST(Query, APathIsMembersByDotsOrAJsonPointer)
{
    using testing::ElementsAre;
    EXPECT_THAT(termOf("payload.items.0.sku:x").path, ElementsAre("items", "0", "sku"));
    EXPECT_THAT(termOf("payload/items/0/a~1b~0:x").path, ElementsAre("items", "0", "a/b~"));
    EXPECT_THAT(termOf("Payload.\"a b.c\".d:x").path, ElementsAre("a b.c", "d"));
    EXPECT_THAT(termOf("payload.\"a:\\\"b\":x").path, ElementsAre("a:\"b"));
    EXPECT_THAT(termOf("header.X-Retry.Count:>3").path, ElementsAre("x-retry.count"));
    EXPECT_EQ(termOf("payload.url:https://x:8").value, "https://x:8");
    EXPECT_EQ(termOf("payload.amount").field, QueryField::Anything) << "without a colon it is a word";
}

TEST(Query, ARegularExpressionStandsBetweenSlashes)
{
    EXPECT_TRUE(termOf("type:/^pay.*(ed|al)$/").text.matches("payment.failed"));
    EXPECT_FALSE(termOf("type:/^PAY/").text.matches("payment.failed"));
    EXPECT_TRUE(termOf("type:/^PAY/i").text.matches("payment.failed"));
    EXPECT_TRUE(termOf("payload.note:/a b/").text.matches("xa by")) << "blanks need no quotes";
    EXPECT_TRUE(termOf("payload.path:/^/api/v1$/").text.matches("/api/v1"));
    EXPECT_TRUE(termOf("type:/a\\/ b/").text.matches("a/ b"));
    EXPECT_EQ(shapeOf("(type:/a(b|c)/ x)"), "all(a(b|c) x)");
    EXPECT_FALSE(termOf("type:\"/a/\"").text.matches("xax")) << "quotes make it a plain text";
    EXPECT_TRUE(termOf("payload.path:" + quotedForQuery("/a/")).text.matches("/a/"));
}

TEST(Query, KnowsWhatAllThatMatchesMustHold)
{
    const auto necessary = [](std::string_view text) { return termOf(text).text.necessary().lower(); };
    EXPECT_EQ(necessary("text:\"Card Expired\""), "card expired");
    EXPECT_EQ(necessary("text:a*bookingId*pi-2"), "bookingid");
    EXPECT_EQ(necessary("text:*"), "");
    EXPECT_EQ(necessary("text:/BOOK-2026(03)+-[A-F]/"), "book-2026");
    EXPECT_EQ(necessary("text:/^\\{.*\"amount\":[0-9]+,/"), "\"amount\":");
    EXPECT_EQ(necessary("text:/(failed|refused)/"), "") << "either will do";
    EXPECT_EQ(necessary("text:/(expired)?/"), "");
    EXPECT_EQ(necessary("text:/[a-f]+/"), "");
    EXPECT_EQ(necessary("text:/caf\u00e9 au bord/"), " au bord") << "nothing is folded outside ASCII";
}

TEST(Query, LettersWithRelativesOutsideAsciiAreNotNecessary)
{
    const TextPattern kelvin = termOf("text:/5 kelvin above/i").text;
    EXPECT_TRUE(kelvin.matches("5 \u212Aelv\u0049n above")) << "the Kelvin sign is a k";
    EXPECT_TRUE(kelvin.necessary().isIn("5 \u212Aelvin above"));
    const TextPattern flagged = termOf("text:/ta(?i:sk)/").text;
    EXPECT_TRUE(flagged.matches("ta\u017F\u212A"));
    EXPECT_TRUE(flagged.necessary().isIn("ta\u017F\u212A"));
    const TextPattern byNumber = termOf("text:/ab\\x{212A}cd/").text;
    EXPECT_TRUE(byNumber.matches("ab\u212Acd"));
    EXPECT_TRUE(byNumber.necessary().isIn("ab\u212Acd"));
}

TEST(Query, AnExpressionThatWouldTakeForeverElsewhereIsQuick)
{
    const QueryTerm term = termOf("payload.x:/(a+)+(a|aa)*$/");
    EXPECT_FALSE(term.text.matches(std::string(200'000, 'a') + "!"));
    EXPECT_FALSE(term.text.matches("\xff\xfe\x00"));
}

TEST(Query, ARelationHoldsAQueryOfItsOwn)
{
    const ParsedQuery parsed = parseQuery("-in:(state:failed or x) y");
    ASSERT_TRUE(parsed);
    const QueryNode& relation = parsed.query.root.children.front().children.front();
    EXPECT_EQ(relation.kind, QueryNode::Kind::Relation);
    EXPECT_EQ(relation.term.field, QueryField::In);
    EXPECT_EQ(relation.span, (QuerySpan{1, 22}));
    EXPECT_EQ(relation.children.front().kind, QueryNode::Kind::Any);
    EXPECT_TRUE(parseQuery("caused-by:(in:(a) b)"));
    std::string deep;
    for (int i = 0; i < 10'000; ++i)
        deep += "in:(";
    EXPECT_EQ(parseQuery(deep).error->code, Code::TooDeep);
}

struct Fault
{
    const char* text;
    Code code;
    QuerySpan span;
    const char* suggestion;
};

class QueryFaults : public testing::TestWithParam<Fault>
{
};

TEST_P(QueryFaults, PointAtTheWord)
{
    const ParsedQuery parsed = parseQuery(GetParam().text);
    ASSERT_FALSE(parsed) << GetParam().text;
    EXPECT_EQ(parsed.error->code, GetParam().code) << queryErrorSentence(*parsed.error);
    EXPECT_EQ(parsed.error->span, GetParam().span) << GetParam().text;
    EXPECT_EQ(parsed.error->suggestion, GetParam().suggestion);
    EXPECT_TRUE(parsed.query.isEmpty());
    EXPECT_FALSE(queryErrorSentence(*parsed.error).empty());
}

INSTANTIATE_TEST_SUITE_P(
    Query, QueryFaults,
    testing::Values(Fault{"stat:failed", Code::UnknownField, {0, 4}, "state"},
                    Fault{"x wibble:1", Code::UnknownField, {2, 6}, ""},
                    Fault{"state:comp", Code::UnknownWord, {6, 4}, "completed"},
                    Fault{"has:duplicat", Code::UnknownWord, {4, 8}, "duplicate"},
                    Fault{"rule:wibble", Code::UnknownWord, {5, 6}, ""},
                    Fault{"a state:", Code::MissingValue, {2, 6}, ""},
                    Fault{"events:>", Code::MissingValue, {7, 1}, ""},
                    Fault{"events:many", Code::NotACount, {7, 4}, ""},
                    Fault{"events:-1", Code::NotACount, {7, 2}, ""},
                    Fault{"duration:>5", Code::NotADuration, {9, 2}, ""},
                    Fault{"duration:5s", Code::NeedsComparison, {9, 2}, ">5s"},
                    Fault{"since:yesterday", Code::NotATime, {6, 9}, ""},
                    Fault{"at:25:00", Code::NotATime, {3, 5}, ""},
                    Fault{"state:>failed", Code::CannotCompare, {6, 7}, ""},
                    Fault{"a or", Code::MissingTerm, {2, 2}, ""},
                    Fault{"or a", Code::MissingTerm, {0, 2}, ""},
                    Fault{"not", Code::MissingTerm, {0, 3}, ""},
                    Fault{"a ( )", Code::MissingTerm, {2, 3}, ""},
                    Fault{"(a b", Code::UnclosedParenthesis, {0, 1}, ""},
                    Fault{"(", Code::UnclosedParenthesis, {0, 1}, ""},
                    Fault{"a)", Code::UnopenedParenthesis, {1, 1}, ""},
                    Fault{")", Code::UnopenedParenthesis, {0, 1}, ""},
                    Fault{"key:\"abc d", Code::UnclosedQuote, {4, 6}, ""},
                    Fault{"a payload:x", Code::MissingPath, {2, 7}, "payload.amount:>500"},
                    Fault{"payload..a:x", Code::MissingPath, {0, 10}, "payload.amount:>500"},
                    Fault{"payload/a~2:x", Code::MissingPath, {0, 11}, "payload.amount:>500"},
                    Fault{"header:x", Code::MissingPath, {0, 6}, "header.traceparent:*"},
                    Fault{"payload.a:", Code::MissingValue, {0, 10}, ""},
                    Fault{"payload.a:>x", Code::NotANumber, {10, 2}, ""},
                    Fault{"x type:/pay(", Code::UnclosedPattern, {7, 5}, ""},
                    Fault{"topic:/a/b", Code::UnclosedPattern, {6, 4}, ""},
                    Fault{"type:/a[b/", Code::FaultyPattern, {7, 2}, ""},
                    Fault{"type://", Code::FaultyPattern, {5, 2}, ""},
                    Fault{"type:/(?=a)/", Code::FaultyPattern, {6, 3}, ""},
                    Fault{"x in:state", Code::NeedsParentheses, {2, 8}, ""},
                    Fault{"caused-by:", Code::NeedsParentheses, {0, 10}, ""},
                    Fault{"in:(type:a", Code::UnclosedParenthesis, {3, 1}, ""},
                    Fault{"in:()", Code::MissingTerm, {3, 2}, ""},
                    Fault{"in:(events:x)", Code::NotACount, {11, 1}, ""}));

TEST(Query, ManySlashesThatCloseNothingAreWordsAndReadInOneGo)
{
    std::string text;
    for (int i = 0; i < 200'000; ++i)
        text += "/a ";
    EXPECT_EQ(scanQuery(text).size(), 200'000U);
    EXPECT_FALSE(scanQuery("/a /b/c").front().isPattern);
    EXPECT_TRUE(scanQuery("/a /b/c/").front().isPattern);
}

TEST(Query, AFaultShowsHowTheVeryFieldIsWritten)
{
    EXPECT_THAT(queryErrorSentence(*parseQuery("payload.amount:>abc").error), testing::HasSubstr("payload.amount:>500"));
    EXPECT_THAT(queryErrorSentence(*parseQuery("Events:x").error), testing::HasSubstr("Events:>0"));
}

TEST(Query, DepthHasAnEndInsteadOfAStackThatOverflows)
{
    EXPECT_EQ(parseQuery(std::string(100'000, '(')).error->code, Code::TooDeep);
    std::string nots;
    for (int i = 0; i < 10'000; ++i)
        nots += "not ";
    EXPECT_EQ(parseQuery(nots + "a").error->code, Code::TooDeep);
}

TEST(Query, ClausesTellWhereTheyStand)
{
    const std::string text = "state:failed (a or b) -type:x";
    const auto clauses = parseQuery(text).query.clauses();
    std::vector<std::string> words;
    for (const QueryNode& clause : clauses)
        words.push_back(text.substr(clause.span.position, clause.span.length));
    EXPECT_THAT(words, testing::ElementsAre("state:failed", "(a or b)", "-type:x"));
}

TEST(Query, AClauseCanBeDropped)
{
    EXPECT_EQ(withoutClause("a and state:failed b", {6, 12}), "a b");
    EXPECT_EQ(withoutClause("-a (b or c)", {3, 8}), "-a");
    EXPECT_EQ(withoutClause("a or b", {0, 6}), "");
}

TEST(Query, AQuotedValueComesBackAsItWas)
{
    for (const char* value : {"BK-1", "two words", "a\"b\\c", "*", "(x)", "", "or"})
        EXPECT_EQ(termOf("key:" + quotedForQuery(value) + (*value == '\0' ? "x" : "")).value,
                  *value == '\0' ? std::string("x") : value);
}

} // namespace
} // namespace sagascope::session
