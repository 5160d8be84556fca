// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/TapeWriter.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sagascope::event {
namespace {

void appendEscaped(std::string& out, char c)
{
    static constexpr std::string_view kHex = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        out += "\\u00";
        out += kHex[static_cast<unsigned char>(c) >> 4U];
        out += kHex[static_cast<unsigned char>(c) & 0xFU];
    }
}

struct Frame
{
    std::size_t end = 0;
    bool isObject = false;
    bool isFirst = true;
};

/// Separates, and names the member; moves `at` on to its value.
void beginItem(std::string& out, const JsonTape& tape, Frame& frame, std::size_t& at)
{
    if (!frame.isFirst)
        out += ',';
    frame.isFirst = false;
    if (frame.isObject) {
        appendJsonString(out, tape.text(at++));
        out += ':';
    }
}

} // namespace

std::string shortestNumber(double number)
{
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    return {buffer.data(), end};
}

void appendJsonString(std::string& out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\')
            appendEscaped(out, c);
        else
            out += c;
    }
    out += '"';
}

void appendJsonScalar(std::string& out, const JsonDocument& document, std::size_t at)
{
    const JsonTape& tape = document.tape();
    switch (tape.type(at)) {
    case '"':
        return appendJsonString(out, tape.text(at));
    case 'l':
        out += std::to_string(tape.integer(at));
        return;
    case 'u':
        out += std::to_string(tape.unsignedInteger(at));
        return;
    case 'd': {
        const auto original = document.originalNumber(at);
        const std::string text = original ? std::string(*original) : shortestNumber(tape.real(at));
        out += text;
        // A real stays a real when it is read again.
        if (!original && text.find_first_of(".e") == std::string::npos)
            out += ".0";
        return;
    }
    case 't':
        out += "true";
        return;
    case 'f':
        out += "false";
        return;
    default:
        out += "null";
    }
}

std::string writeTape(const JsonDocument& document, std::size_t at, const std::vector<std::size_t>& left)
{
    const JsonTape& tape = document.tape();
    std::string out;
    std::vector<Frame> frames;
    do {
        if (!frames.empty() && at == frames.back().end) {
            out += frames.back().isObject ? '}' : ']';
            frames.pop_back();
            ++at;
            continue;
        }
        if (!frames.empty()) {
            if (frames.back().isObject && std::binary_search(left.begin(), left.end(), at)) {
                at = tape.next(at + 1);
                continue;
            }
            beginItem(out, tape, frames.back(), at);
        }
        if (tape.isContainer(at)) {
            out += tape.type(at);
            frames.push_back({tape.end(at), tape.type(at) == '{'});
            ++at;
        } else {
            appendJsonScalar(out, document, at);
            at = tape.next(at);
        }
    } while (!frames.empty());
    return out;
}

} // namespace sagascope::event
