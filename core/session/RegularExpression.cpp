// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/RegularExpression.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include <re2/filtered_re2.h>
#include <re2/re2.h>

namespace sagascope::session {
namespace {

constexpr std::size_t kLongest = 1000;

RE2::Options optionsOf(bool ignoresCase)
{
    RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(!ignoresCase);
    options.set_never_capture(true);
    return options;
}

/// Whether the pattern is nothing but ASCII, in which letters mean themselves: no flags, no code points by number or class.
bool isPlainAscii(std::string_view pattern, bool ignoresCase)
{
    bool isPlain = !ignoresCase && pattern.find("(?") == std::string_view::npos;
    for (std::size_t i = 0; isPlain && i < pattern.size(); ++i) {
        isPlain = static_cast<unsigned char>(pattern[i]) < 0x80U;
        if (isPlain && pattern[i] == '\\' && ++i < pattern.size())
            isPlain = std::string_view("0123456789xpPC").find(pattern[i]) == std::string_view::npos;
    }
    return isPlain;
}

/// RE2 tells of texts as they are once all of Unicode is in lower case, where the Kelvin sign is a k: where a pattern may mean
/// such letters, those that have relatives outside ASCII (k, s, i) say nothing about bytes.
std::string longestSafePart(std::string_view atom, bool isPlain)
{
    const auto isSafe = [&](char c) {
        return static_cast<unsigned char>(c) < 0x80U && (isPlain || std::string_view("ksi").find(c) == std::string_view::npos);
    };
    std::string longest;
    std::string part;
    for (const char c : atom) {
        part = isSafe(c) ? part + c : std::string();
        longest = part.size() > longest.size() ? part : longest;
    }
    return longest;
}

/// An atom is needed when the pattern has no chance with all the others.
std::vector<std::string> neededAtoms(const re2::FilteredRE2& filter, const std::vector<std::string>& atoms)
{
    std::vector<std::string> needed;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        std::vector<int> others(atoms.size());
        std::iota(others.begin(), others.end(), 0);
        others.erase(others.begin() + std::ptrdiff_t(i));
        std::vector<int> possible;
        filter.AllPotentials(others, &possible);
        if (possible.empty())
            needed.push_back(atoms[i]);
    }
    return needed;
}

std::string necessaryIn(std::string_view pattern, bool ignoresCase)
{
    constexpr int kShortestAtom = 2;
    constexpr std::size_t kMostAtoms = 64;
    re2::FilteredRE2 filter(kShortestAtom);
    int id = 0;
    if (filter.Add(re2::StringPiece(pattern.data(), pattern.size()), optionsOf(ignoresCase), &id) != RE2::NoError)
        return {};
    std::vector<std::string> atoms;
    filter.Compile(&atoms);
    if (atoms.size() > kMostAtoms)
        return {};
    const bool isPlain = isPlainAscii(pattern, ignoresCase);
    std::string longest;
    for (const std::string& atom : neededAtoms(filter, atoms))
        if (std::string part = longestSafePart(atom, isPlain); part.size() > longest.size())
            longest = std::move(part);
    return longest;
}

} // namespace

class RegularExpression::Program
{
public:
    Program(std::string_view pattern, bool ignoresCase)
        : m_engine(re2::StringPiece(pattern.data(), pattern.size()), optionsOf(ignoresCase)),
          m_necessary(m_engine.ok() ? necessaryIn(pattern, ignoresCase) : std::string())
    {
    }
    [[nodiscard]] const RE2& engine() const { return m_engine; }
    [[nodiscard]] const std::string& necessary() const { return m_necessary; }

private:
    RE2 m_engine;
    std::string m_necessary;
};

RegularExpression::Compiled RegularExpression::compile(std::string_view pattern, bool ignoresCase)
{
    Compiled compiled;
    compiled.isFaulty = pattern.size() > kLongest;
    if (compiled.isFaulty) {
        compiled.faultAt = kLongest;
        compiled.faultLength = pattern.size() - kLongest;
        return compiled;
    }
    auto program = std::make_shared<const Program>(pattern, ignoresCase);
    const RE2& engine = program->engine();
    compiled.isFaulty = !engine.ok();
    if (compiled.isFaulty) {
        const std::string& culprit = engine.error_arg();
        const std::size_t at = pattern.find(culprit);
        const bool isKnown = !culprit.empty() && at != std::string_view::npos;
        compiled.faultAt = isKnown ? at : 0;
        compiled.faultLength = isKnown ? culprit.size() : pattern.size();
    }
    compiled.expression.m_program = std::move(program);
    return compiled;
}

std::string_view RegularExpression::necessaryText() const
{
    return m_program ? std::string_view(m_program->necessary()) : std::string_view();
}

bool RegularExpression::isIn(std::string_view text) const
{
    return m_program && RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), m_program->engine());
}

} // namespace sagascope::session
