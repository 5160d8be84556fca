// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/QueryPath.h"

#include <array>

#include "core/session/QueryText.h"

namespace sagascope::session {
namespace {

using Steps = std::vector<std::string>;

/// `a.b` and `a."b c"."d \" e"`.
std::optional<Steps> readDots(std::string_view text)
{
    Steps steps{{}};
    bool isInside = false;
    bool wasQuoted = false; // "" names a member, nothing at all does not
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isInside && c == '\\' && i + 1 < text.size()) {
            steps.back() += text[++i];
        } else if (c == '"') {
            isInside = !isInside;
            wasQuoted = true;
        } else if (c == '.' && !isInside) {
            if (steps.back().empty() && !wasQuoted)
                return std::nullopt;
            steps.emplace_back();
            wasQuoted = false;
        } else {
            steps.back() += c;
        }
    }
    return steps.back().empty() && !wasQuoted ? std::nullopt : std::optional(std::move(steps));
}

/// RFC 6901, without the first slash.
std::optional<Steps> readPointer(std::string_view text)
{
    Steps steps{{}};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '/') {
            steps.emplace_back();
        } else if (text[i] != '~') {
            steps.back() += text[i];
        } else {
            const char next = i + 1 < text.size() ? text[++i] : '\0';
            if (next != '0' && next != '1')
                return std::nullopt;
            steps.back() += next == '0' ? '~' : '/';
        }
    }
    return text.empty() ? std::nullopt : std::optional(std::move(steps));
}

} // namespace

std::size_t pathFieldLength(std::string_view word)
{
    static constexpr std::array<std::string_view, 3> kBeginnings{"payload.", "payload/", "header."};
    const std::string lower = toLowerAscii(word.substr(0, kBeginnings.front().size()));
    bool isPath = false;
    for (const std::string_view beginning : kBeginnings)
        isPath = isPath || lower.starts_with(beginning);
    bool isInside = false;
    for (std::size_t i = 0; isPath && i < word.size(); ++i) {
        if (isInside && word[i] == '\\')
            ++i;
        else if (word[i] == '"')
            isInside = !isInside;
        else if (word[i] == ':' && !isInside)
            return i;
    }
    return 0;
}

std::optional<Steps> readQueryPath(std::string_view text)
{
    if (text.starts_with('.'))
        return readDots(text.substr(1));
    return text.starts_with('/') ? readPointer(text.substr(1)) : std::nullopt;
}

std::optional<Steps> readPayloadField(std::string_view text)
{
    static constexpr std::string_view kPayload = "payload";
    const bool isPointer = text.starts_with('/');
    const std::string_view named = isPointer ? text.substr(1) : text;
    if (named == kPayload)
        return std::nullopt;
    if (named.starts_with(kPayload) && (named[kPayload.size()] == '/' || (!isPointer && named[kPayload.size()] == '.')))
        return readQueryPath(named.substr(kPayload.size()));
    if (isPointer || text.starts_with('.') || text.empty())
        return readQueryPath(text);
    return readQueryPath('.' + std::string(text));
}

std::string pathText(const Steps& steps)
{
    std::string text;
    for (const std::string& step : steps) {
        const bool isPlain = !step.empty() && step.find_first_of(" \t\r\n\"\\.:()/") == std::string::npos;
        text += '.';
        if (isPlain) {
            text += step;
            continue;
        }
        text += '"';
        for (const char c : step) {
            if (c == '"' || c == '\\')
                text += '\\';
            text += c;
        }
        text += '"';
    }
    return text;
}

} // namespace sagascope::session
