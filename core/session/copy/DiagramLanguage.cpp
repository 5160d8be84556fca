// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/copy/DiagramLanguage.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "core/base/Utf8.h"
#include "core/event/SecretMask.h"

namespace sagascope::session {
namespace {

constexpr std::size_t kLongest = 160; ///< bytes of a text; nobody reads more of it in a diagram

/// The code points of well-formed UTF-8.
std::u32string codePoints(std::string_view utf8)
{
    std::u32string points;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) == 0x80U)
            points.back() = points.back() << 6U | (byte & 0x3FU);
        else
            points += byte < 0x80 ? byte : byte < 0xE0 ? byte & 0x1FU : byte < 0xF0 ? byte & 0x0FU : byte & 0x07U;
    }
    return points;
}

void appendUtf8(std::string& out, char32_t point)
{
    const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | (point >> shift & 0x3FU)); };
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0U | point >> 6U);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0U | point >> 12U);
        tail(6);
    } else {
        out += static_cast<char>(0xF0U | point >> 18U);
        tail(12);
        tail(6);
    }
    if (point >= 0x80)
        tail(0);
}

bool isLetterOrDigit(char32_t c)
{
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

/// Controls, other line ends, and what turns the direction of reading or has no width: none of it belongs into a label.
bool isInvisible(char32_t c)
{
    struct Range
    {
        char32_t from;
        char32_t to;
    };
    static constexpr std::array kRanges{Range{0, 0x1F}, Range{0x7F, 0x9F}, Range{0xAD, 0xAD}, Range{0x61C, 0x61C}, Range{0x200B, 0x200F},
                                        Range{0x2028, 0x202E}, Range{0x2060, 0x206F}, Range{0xFEFF, 0xFEFF}};
    return std::any_of(kRanges.begin(), kRanges.end(), [c](const Range& range) { return c >= range.from && c <= range.to; });
}

/// The text as it is written into a diagram; `escape` gives what stands for a character that may mean something, and
/// `isPlain` tells which never do (`before`: the character before it).
template <typename IsPlain, typename Escape> std::string written(std::string_view text, IsPlain isPlain, Escape escape)
{
    std::string out;
    char32_t before = U' ';
    for (char32_t c : codePoints(base::shortened(event::masked(text), kLongest))) {
        if (isInvisible(c))
            c = U' ';
        if (c > 0x7F || isLetterOrDigit(c) || isPlain(c, before))
            appendUtf8(out, c);
        else
            out += escape(c);
        before = c;
    }
    return out.find_first_not_of(' ') == std::string::npos ? "?" : out;
}

std::string id(int number)
{
    return "p" + std::to_string(number);
}

class Mermaid : public DiagramLanguage
{
public:
    [[nodiscard]] std::string begin(std::string_view title) const override
    {
        return "sequenceDiagram\n    title " + label(title) + "\n";
    }
    [[nodiscard]] std::string participant(int number, ParticipantKind /*kind*/, std::string_view name) const override
    {
        return "    participant " + id(number) + " as " + label(name) + "\n";
    }
    [[nodiscard]] std::string message(int from, int to, std::string_view text, bool isDashed) const override
    {
        return "    " + id(from) + (isDashed ? "-->>" : "->>") + id(to) + ": " + label(text) + "\n";
    }
    [[nodiscard]] std::string note(int from, int to, std::string_view text) const override
    {
        return "    Note over " + id(from) + (from == to ? "" : "," + id(to)) + ": " + label(text) + "\n";
    }
    [[nodiscard]] std::string loop(std::string_view text) const override { return "    loop " + label(text) + "\n"; }
    [[nodiscard]] std::string endLoop() const override { return "    end\n"; }
    [[nodiscard]] std::string end() const override { return {}; }

private:
    /// Characters by number, as Mermaid's own entities; a text that is nothing but a keyword is none any more.
    static std::string label(std::string_view text)
    {
        const auto isPlain = [](char32_t c, char32_t) { return std::u32string_view(U" ._-/()+,=?").find(c) != std::u32string_view::npos; };
        const auto escape = [](char32_t c) { return "#" + std::to_string(std::uint32_t(c)) + ";"; };
        std::string out = written(text, isPlain, escape);
        static constexpr std::array<std::string_view, 6> kKeywords = {"end", "wrap", "nowrap", "as", "title", "loop"};
        std::string lower = out;
        std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
        const bool isKeyword = std::find(kKeywords.begin(), kKeywords.end(), lower) != kKeywords.end();
        return isKeyword ? escape(static_cast<unsigned char>(out.front())) + out.substr(1) : out;
    }
};

class PlantUml : public DiagramLanguage
{
public:
    [[nodiscard]] std::string begin(std::string_view title) const override
    {
        return "@startuml\ntitle " + label(title) + "\n";
    }
    [[nodiscard]] std::string participant(int number, ParticipantKind kind, std::string_view name) const override
    {
        return (kind == ParticipantKind::Topic ? "queue \"" : "participant \"") + label(name) + "\" as " + id(number) + "\n";
    }
    [[nodiscard]] std::string message(int from, int to, std::string_view text, bool isDashed) const override
    {
        return id(from) + (isDashed ? " --> " : " -> ") + id(to) + " : " + label(text) + "\n";
    }
    [[nodiscard]] std::string note(int from, int to, std::string_view text) const override
    {
        return "note over " + id(from) + (from == to ? "" : ", " + id(to)) + " : " + label(text) + "\n";
    }
    [[nodiscard]] std::string loop(std::string_view text) const override { return "loop " + label(text) + "\n"; }
    [[nodiscard]] std::string endLoop() const override { return "end\n"; }
    [[nodiscard]] std::string end() const override { return "@enduml\n"; }

private:
    /// `<U+0022>` for what means something; `--`, `__`, `//` and `..` only mean something when doubled.
    static std::string label(std::string_view text)
    {
        const auto isPlain = [](char32_t c, char32_t before) {
            const bool isSingle = std::u32string_view(U"._-/").find(c) != std::u32string_view::npos && c != before;
            return isSingle || std::u32string_view(U" (),+:?").find(c) != std::u32string_view::npos;
        };
        return written(text, isPlain, [](char32_t c) {
            std::array<char, 16> code{};
            std::snprintf(code.data(), code.size(), "<U+%04X>", unsigned(c));
            return std::string(code.data());
        });
    }
};

} // namespace

std::unique_ptr<DiagramLanguage> mermaidLanguage()
{
    return std::make_unique<Mermaid>();
}

std::unique_ptr<DiagramLanguage> plantUmlLanguage()
{
    return std::make_unique<PlantUml>();
}

} // namespace sagascope::session
