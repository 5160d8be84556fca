// SPDX-License-Identifier: GPL-3.0-or-later
// The query language over made-up events, held against a second opinion: an evaluator that reads the messages as they were
// written and shares nothing with the matcher. Each query is made as a tree; one side gets its text, the other the tree.
#include <algorithm>
#include <charconv>
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include "core/session/QueryMatcher.h"
#include "tests/support/History.h"

namespace sagascope::test {
namespace {

using Json = nlohmann::json;

struct Message
{
    std::string topic;
    Json body;
    std::string header; ///< value of `x-mark`; none when empty
    [[nodiscard]] std::string text() const { return body.dump(); }
};

/// A question as a tree: what it is called decides what `field`, `value` and `children` are.
struct Question
{
    enum class Kind { All, Any, Not, Type, Topic, Equal, Greater, Less, Expression, Header, Text, TextExpression, CausedBy };
    Kind kind = Kind::All;
    std::vector<std::string> path;
    std::string value;
    std::vector<Question> children;
};
using Kind = Question::Kind;

// What is asked for is made of the same few words as the messages, or nothing would ever be found.
rc::Gen<std::string> anyMember()
{
    return rc::gen::element<std::string>("amount", "user", "items", "sku", "a b", "caf\u00e9");
}

rc::Gen<std::string> anyWord()
{
    return rc::gen::element<std::string>("usr_1", "usr_22", "USR_1", "A1", "7", "7.5", "-3", "true", "null", "x y", "caf\u00e9", "q\"z");
}

rc::Gen<Json> anyScalar()
{
    return rc::gen::oneOf(rc::gen::map(anyWord(), [](std::string word) { return Json(std::move(word)); }),
                          rc::gen::map(rc::gen::inRange(-10, 10), [](int number) { return Json(number); }),
                          rc::gen::map(rc::gen::inRange(-20, 20), [](int number) { return Json(number / 2.0); }),
                          rc::gen::element(Json(true), Json(false), Json(nullptr)));
}

rc::Gen<Json> anyValue(int depth)
{
    if (depth == 0)
        return anyScalar();
    const auto object = rc::gen::map(rc::gen::container<std::vector<std::pair<std::string, Json>>>(
                                         rc::gen::pair(anyMember(), rc::gen::lazy([=] { return anyValue(depth - 1); }))),
                                     [](const std::vector<std::pair<std::string, Json>>& members) {
                                         Json json = Json::object();
                                         for (const auto& [name, value] : members)
                                             json[name] = value;
                                         return json;
                                     });
    const auto array = rc::gen::map(rc::gen::container<std::vector<Json>>(rc::gen::lazy([=] { return anyValue(depth - 1); })),
                                    [](const std::vector<Json>& elements) { return Json(elements); });
    return rc::gen::weightedOneOf<Json>({{3, anyScalar()}, {2, object}, {1, array}});
}

/// With `isLong`, its value fills a good part of a block, so that some blocks are full, and kept, and one is not.
Message anyMessage(int number, bool isLong)
{
    const std::string type = *rc::gen::element<std::string>("payment.failed", "payment.completed", "voyage.booking.created");
    Json payload = Json::object();
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
        payload[*anyMember()] = *anyValue(2);
    Message message{"dreamscape." + type, {{"eventId", "e" + std::to_string(number)}, {"eventType", type}, {"payload", payload}}, {}};
    if (*rc::gen::inRange(0, 2) == 1)
        message.body["causationId"] = "e" + std::to_string(*rc::gen::inRange(0, 12));
    if (isLong)
        message.body["padding"] = std::string(std::size_t(*rc::gen::inRange(5'000, 40'000)), '.');
    if (*rc::gen::inRange(0, 2) == 1)
        message.header = *anyWord();
    return message;
}

Question anyQuestion(int depth)
{
    const int kind = *rc::gen::inRange(depth > 0 ? 0 : 4, 13);
    Question question;
    switch (kind) {
    case 0: question.kind = Kind::All; break;
    case 1: question.kind = Kind::Any; break;
    case 2: question.kind = Kind::Not; break;
    case 3: question.kind = Kind::CausedBy; break;
    case 4: question.kind = Kind::Type; break;
    case 5: question.kind = Kind::Topic; break;
    case 6: question.kind = Kind::Equal; break;
    case 7: question.kind = Kind::Greater; break;
    case 8: question.kind = Kind::Less; break;
    case 9: question.kind = Kind::Expression; break;
    case 10: question.kind = Kind::Header; break;
    case 11: question.kind = Kind::TextExpression; break;
    default: question.kind = Kind::Text; break;
    }
    const bool isOne = question.kind == Kind::Not || question.kind == Kind::CausedBy;
    for (int i = kind < 4 ? (isOne ? 1 : *rc::gen::inRange(2, 4)) : 0; i > 0; --i)
        question.children.push_back(anyQuestion(depth - 1));
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i)
        question.path.push_back(*rc::gen::oneOf(anyMember(), rc::gen::element<std::string>("0", "1")));
    if (question.kind == Kind::Type || question.kind == Kind::Topic)
        question.value = *rc::gen::element<std::string>("payment", "failed", "created", "Booking");
    else if (question.kind == Kind::Expression)
        question.value = *rc::gen::element<std::string>("^usr_[0-9]$", "^[A-Z][0-9]", "7|x", "e$", "\\.5$");
    else if (question.kind == Kind::TextExpression)
        question.value = *rc::gen::element<std::string>("usr_[0-9]", "usr_1|A1", "\"(amount|user)\":\"?[-A-Z0-9]", "7\\.5", "x y\"",
                                                        "[Uu][Ss][Rr]_22?", "caf\u00e9\":", "e1\",", "(USR_1)?[}\\]]", "q.\"z");
    else if (question.kind == Kind::Greater || question.kind == Kind::Less)
        question.value = *rc::gen::element<std::string>("-3.5", "0", "7", "7.25");
    else
        question.value = *rc::gen::oneOf(anyWord(), rc::gen::element<std::string>("*", "usr*", "*1"));
    return question;
}

// ---- the question as text

std::string quoted(const std::string& text)
{
    const bool isPattern = text == "*" || text == "usr*" || text == "*1";
    if (isPattern || text == "7" || text == "7.5" || text == "-3")
        return text;
    std::string result = "\"";
    for (const char c : text)
        result += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return result + '"';
}

std::string pathOf(const Question& question)
{
    std::string text;
    for (const std::string& step : question.path)
        text += "." + (step.find(' ') == std::string::npos ? step : '"' + step + '"');
    return "payload" + text + ":";
}

std::string written(const Question& question)
{
    std::string inner;
    for (const Question& child : question.children)
        inner += (inner.empty() ? "" : question.kind == Kind::Any ? " or " : " ") + written(child);
    switch (question.kind) {
    case Kind::All:
    case Kind::Any: return "(" + inner + ")";
    case Kind::Not: return "not " + inner;
    case Kind::CausedBy: return "caused-by:(" + inner + ")";
    case Kind::Type: return "type:" + question.value;
    case Kind::Topic: return "topic:" + question.value;
    case Kind::Equal: return pathOf(question) + quoted(question.value);
    case Kind::Greater: return pathOf(question) + ">" + question.value;
    case Kind::Less: return pathOf(question) + "<=" + question.value;
    case Kind::Expression: return pathOf(question) + "/" + question.value + "/";
    case Kind::Header: return "header.X-Mark:" + quoted(question.value);
    case Kind::Text: return "text:" + quoted(question.value);
    case Kind::TextExpression: return "text:/" + question.value + "/";
    }
    return {};
}

// ---- the second opinion

std::string small(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z')
            c = char(c + 32);
    return text;
}

/// By trying every length that a star may have.
bool fits(std::string_view text, std::string_view pattern)
{
    while (!pattern.empty() && pattern.front() != '*') {
        if (text.empty() || text.front() != pattern.front())
            return false;
        text.remove_prefix(1);
        pattern.remove_prefix(1);
    }
    if (pattern.empty())
        return text.empty();
    if (pattern.size() == 1)
        return true;
    for (std::size_t skipped = 0; skipped <= text.size(); ++skipped)
        if (fits(text.substr(skipped), pattern.substr(1)))
            return true;
    return false;
}

/// As a person writes it: a whole number has no decimals.
std::string plain(const Json& value)
{
    if (value.is_number_float() && value.get<double>() == double(int(value.get<double>())))
        return std::to_string(int(value.get<double>()));
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::optional<double> numberOf(const Json& value)
{
    if (value.is_number())
        return value.get<double>();
    if (!value.is_string())
        return std::nullopt;
    const std::string text = value.get<std::string>();
    char* end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    return !text.empty() && *end == '\0' ? std::optional(number) : std::nullopt;
}

bool valueIs(const Question& question, const Json& value)
{
    if (question.kind == Kind::Equal && question.value == "*")
        return true;
    if (value.is_array())
        return std::any_of(value.begin(), value.end(), [&](const Json& element) { return valueIs(question, element); });
    if (value.is_object())
        return false;
    const auto number = numberOf(value);
    switch (question.kind) {
    case Kind::Greater: return number && *number > std::stod(question.value);
    case Kind::Less: return number && *number <= std::stod(question.value);
    case Kind::Expression: return std::regex_search(plain(value), std::regex(question.value));
    default: break;
    }
    const auto asked = numberOf(Json(question.value));
    return (value.is_number() && asked && *asked == *number) || fits(small(plain(value)), small(question.value));
}

bool isThere(const Question& question, const Json& value, std::size_t step)
{
    if (step == question.path.size())
        return valueIs(question, value);
    const std::string& name = question.path[step];
    if (value.is_object())
        return value.contains(name) && isThere(question, value[name], step + 1);
    if (!value.is_array())
        return false;
    if (name == "0" || name == "1") {
        const std::size_t position = std::size_t(name.front() - '0');
        return position < value.size() && isThere(question, value[position], step + 1);
    }
    return std::any_of(value.begin(), value.end(), [&](const Json& element) { return isThere(question, element, step); });
}

bool holds(const Question& question, const std::vector<Message>& messages, std::size_t at)
{
    const Message& message = messages[at];
    const auto child = [&](const Question& asked) { return holds(asked, messages, at); };
    const std::string type = message.body["eventType"].get<std::string>();
    switch (question.kind) {
    case Kind::All: return std::all_of(question.children.begin(), question.children.end(), child);
    case Kind::Any: return std::any_of(question.children.begin(), question.children.end(), child);
    case Kind::Not: return !child(question.children.front());
    case Kind::Type: return type.find(small(question.value)) != std::string::npos;
    case Kind::Topic: return message.topic.find(small(question.value)) != std::string::npos;
    case Kind::Header:
        return !message.header.empty() && fits(small(message.header), small(question.value));
    case Kind::Text: return fits(small(message.text()), "*" + small(question.value) + "*");
    case Kind::TextExpression: return std::regex_search(message.text(), std::regex(question.value));
    case Kind::CausedBy:
        for (std::size_t i = 0; message.body.contains("causationId") && i < messages.size(); ++i)
            if (i != at && messages[i].body["eventId"] == message.body["causationId"]) // nothing is its own cause
                return holds(question.children.front(), messages, i);
        return false;
    default: return isThere(question, message.body["payload"], 0);
    }
}

session::SnapshotPtr readBy(const std::vector<Message>& messages)
{
    std::vector<Record> records;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        Record record(messages[i].topic);
        record.at(0, std::int64_t(i)).value(messages[i].text()).time("2026-03-02T09:40:00.000Z");
        if (!messages[i].header.empty())
            record.header("x-mark", messages[i].header);
        records.push_back(std::move(record));
    }
    return tellReport(records).snapshot;
}

TEST(QueryLaw, AThousandQueriesFindWhatASecondOpinionFinds)
{
    std::size_t found = 0;
    std::size_t asked = 0;
    EXPECT_TRUE(rc::check("a query finds exactly what reading every message finds", [&] {
        std::vector<Message> messages;
        const bool areLong = *rc::gen::inRange(0, 3) == 0;
        for (int i = 0; i < 10; ++i)
            messages.push_back(anyMessage(i, areLong));
        const session::SnapshotPtr snapshot = readBy(messages);
        for (int round = 0; round < 10; ++round) { // a hundred histories, ten queries each
            const Question question = anyQuestion(3);
            const std::string text = written(question);
            const session::ParsedQuery parsed = session::parseQuery(text);
            if (!parsed)
                RC_FAIL(text + ": " + session::queryErrorSentence(*parsed.error));
            session::QueryMatcher matcher(parsed.query);
            for (std::size_t i = 0; i < messages.size(); ++i) {
                const bool isExpected = holds(question, messages, i);
                found += isExpected ? 1 : 0;
                ++asked;
                if (matcher.matches(*snapshot, base::EventIndex(std::uint32_t(i))) != isExpected)
                    RC_FAIL(text + (isExpected ? " misses " : " finds ") + messages[i].text().substr(0, 2000) + " x-mark: " + messages[i].header);
            }
        }
    }));
    EXPECT_GE(asked, 10'000U) << "a thousand queries over ten messages each";
    EXPECT_GT(found, asked / 20) << "questions that nothing answers would prove nothing";
    EXPECT_LT(found, asked - asked / 20);
}

} // namespace
} // namespace sagascope::test
