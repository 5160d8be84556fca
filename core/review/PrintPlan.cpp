// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/PrintPlan.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/base/Hash.h"
#include "core/event/JsonDocument.h"
#include "core/review/SchemaPart.h"

namespace sagascope::review {
namespace {

using event::JsonKind;
using event::JsonNode;
using event::JsonTape;

constexpr double kLargestExact = 9007199254740992.0; ///< 2^53

void add(std::uint64_t& hash, std::uint64_t word)
{
    hash = (std::rotl(hash, 5) ^ word) * 0x9E3779B97F4A7C15ULL;
}

double numberAt(const JsonTape& tape, std::size_t at)
{
    switch (tape.type(at)) {
    case 'l': return static_cast<double>(tape.integer(at));
    case 'u': return static_cast<double>(tape.unsignedInteger(at));
    default: return tape.real(at);
    }
}

/// 2.0 is an integer to the thorough check, and what no integer of the language holds is none.
std::optional<std::uint64_t> numberWord(const SchemaPart& part, const JsonTape& tape, std::size_t at)
{
    const double number = numberAt(tape, at);
    const bool isReal = tape.type(at) == 'd';
    if (std::abs(number) >= kLargestExact || (isReal && number == std::trunc(number)))
        return std::nullopt;
    const bool isTooSmall = part.minimum && number < *part.minimum;
    return 1U | unsigned(isReal) << 1U | unsigned(isTooSmall) << 2U;
}

} // namespace

PrintPlan::PrintPlan(const SchemaPart& root, JsonNode payload)
{
    walk(root, payload);
}

/// As the thorough check walks.
void PrintPlan::walk(const SchemaPart& part, JsonNode value)
{
    if (part.isAnything)
        return;
    const JsonKind kind = value.kind();
    const bool isNumber = kind == JsonKind::Integer || kind == JsonKind::Real;
    add(m_structure, std::uint64_t(isNumber ? JsonKind::Integer : kind) + 1); // which of the two is the number's to say
    if (kind == JsonKind::Text || isNumber)
        m_leaves.push_back({value.place(), &part, {}});
    else if (kind == JsonKind::Object)
        walkMembers(part, value);
    else if (kind == JsonKind::Array)
        walkElements(part, value);
}

void PrintPlan::walkMembers(const SchemaPart& part, JsonNode value)
{
    value.forEachMember([&](std::string_view name, JsonNode member) {
        add(m_structure, base::hash64(name));
        if (const SchemaPart* shape = part.ofMember(name))
            walk(*shape, member);
    });
    add(m_structure, 0);
}

void PrintPlan::walkElements(const SchemaPart& part, JsonNode value)
{
    std::uint64_t count = 0;
    value.forEachElement([&](JsonNode element) {
        ++count;
        if (part.elements)
            walk(*part.elements, element);
    });
    add(m_structure, part.elements ? count : 0);
}

std::optional<std::uint64_t> PrintPlan::printOf(const JsonTape& tape)
{
    std::uint64_t print = m_structure;
    for (Leaf& leaf : m_leaves) {
        const auto word = wordOf(leaf, tape);
        if (!word)
            return std::nullopt;
        add(print, *word);
    }
    return print;
}

std::optional<std::uint64_t> PrintPlan::wordOf(Leaf& leaf, const JsonTape& tape)
{
    if (tape.type(leaf.at) != '"')
        return numberWord(*leaf.part, tape, leaf.at);
    const std::string_view text = tape.text(leaf.at);
    return text.size() <= SchemaPart::kLongestText ? std::optional<std::uint64_t>(brokenBy(leaf, text) + 1) : std::nullopt;
}

/// A regular expression takes longer than all the rest together, and most of those that are asked read a currency.
unsigned PrintPlan::brokenBy(Leaf& leaf, std::string_view text)
{
    constexpr std::size_t kMostKnown = 8;
    constexpr std::size_t kLongestKnown = 16;
    if (!leaf.part->pattern || text.size() > kLongestKnown)
        return leaf.part->brokenBy(text);
    const auto known = std::find_if(leaf.known.begin(), leaf.known.end(), [&](const auto& pair) { return pair.first == text; });
    if (known != leaf.known.end())
        return known->second;
    const unsigned broken = leaf.part->brokenBy(text);
    if (leaf.known.size() < kMostKnown)
        leaf.known.emplace_back(text, broken);
    return broken;
}

} // namespace sagascope::review
