// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/robustness/Mutations.h"

#include <array>
#include <string_view>

#include "tests/support/Records.h"

namespace sagascope::test {
namespace {

using namespace std::string_view_literals;

/// Tokens that change the meaning of what is around them.
constexpr std::array kTokens = {"{"sv,
                                "}"sv,
                                "["sv,
                                "]"sv,
                                "\""sv,
                                "\\"sv,
                                ","sv,
                                ":"sv,
                                "null"sv,
                                "true"sv,
                                "\\u0000"sv,
                                "\\ud800"sv,
                                "\\udc00"sv,
                                "\\uD83D\\uDE00"sv,
                                "1e400"sv,
                                "-0"sv,
                                "0.0"sv,
                                "1e-400"sv,
                                "\xEF\xBB\xBF"sv,
                                "\xC3"sv,
                                "\xED\xA0\x80"sv,
                                "\0"sv,
                                "\t"sv,
                                "/"sv,
                                "1.7976931348623159e308"sv,
                                "18446744073709551616"sv,
                                "-9223372036854775809"sv,
                                "123456789012345678901234567890"sv,
                                "\"eventId\":"sv,
                                "\"payload\":{"sv,
                                "\"metadata\":null,"sv,
                                "\"a\":1,\"a\":2"sv};

std::string doubleEncoded(std::string_view json)
{
    std::string out = "\"";
    for (const char c : json)
        out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return out + "\"";
}

std::string nested(std::size_t levels)
{
    return "{\"a\":" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + "}";
}

} // namespace

std::vector<std::string> corpus()
{
    Body body;
    body.correlationId = jsonText(uuid(2));
    body.causationId = jsonText(uuid(3));
    body.metadata = R"({"sagaId":"s","step":"CREATE_BOOKING","correlationId":"c"})";
    body.payload = R"({"bookingId":"b","amount":499.5,"list":[1,2,{"x":null}],"changes":{"n":{"old":null,"new":1}}})";
    return {
        body.json(),
        doubleEncoded(body.json()),
        "\xEF\xBB\xBF" + body.json(),
        "{}",
        "[]",
        "",
        R"({"payload":{"resetToken":"t","card":"4242424242424242"}})",
        R"({"eventType":"dead_letter.event","payload":{"originalEvent":{"eventId":"e","payload":{}}}})",
        R"({"n":123456789012345678901234567890,"m":1e400,"k":-1e-400,"s":"\ud800 \ud83d\ude00 é"})",
        R"({"a":1,"a":2,"b":{"c":[],"c":{}}})",
        R"({"topic":"t","partition":0,"offset":1,"headers":["a",null],"key":null,"payload":"{\"a\":1}"})",
        nested(1024),
        nested(1025),
        std::string("\0\0\0\0\1{}", 7),
        "plain text",
    };
}

std::vector<std::string> queryCorpus()
{
    return {"state:failed or (type:payment.* -has:finding)",
            "payload.items.0.\"a b\".c:>-2.5e3 payload/a~1b/0:x",
            "header.x-retry:/^[0-9]{1,3}$/i text:\"say \\\"hi\\\"\"",
            "caused-by:(in:(not key:BK-7*) or duration:>=5s) since:10:24",
            "type:/(a+)+[^/]$/ id:urn:uuid:1 topic:a.**.b",
            "payload.a: payload..b:1 header: in: (x) type:/(/ ) or not -"};
}

std::string Mutations::next()
{
    std::string text = m_corpus[below(m_corpus.size())];
    for (std::size_t changes = below(9); changes > 0; --changes)
        change(text);
    return text;
}

void Mutations::change(std::string& text)
{
    const std::size_t at = below(text.size() + 1);
    switch (below(6)) {
    case 0:
        text.insert(at, 1, static_cast<char>(below(256)));
        break;
    case 1:
        text.insert(at, kTokens[below(kTokens.size())]);
        break;
    case 2:
        text.erase(at, 1 + below(8));
        break;
    case 3:
        text.insert(at, text.substr(below(text.size() + 1), below(64))); // a copy of some other piece
        break;
    case 4:
        text.resize(at);
        break;
    default:
        if (at < text.size())
            text[at] = static_cast<char>(text[at] ^ static_cast<char>(1U << below(8)));
    }
}

} // namespace sagascope::test
