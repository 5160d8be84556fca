// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/TapeShape.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>

#include "core/event/SuspectValues.h"

namespace sagascope::event {
namespace {

std::uint64_t nextId()
{
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

constexpr std::array<std::uint16_t, 256> kKindByType = [] {
    std::array<std::uint16_t, 256> kinds{};
    kinds.fill(1);
    constexpr std::string_view kTypes = "\"{}[]ltn";
    for (std::size_t i = 0; i < kTypes.size(); ++i)
        kinds[std::uint8_t(kTypes[i])] = std::uint16_t(2U << i);
    kinds['u'] = kinds['d'] = kinds['l'];
    kinds['f'] = kinds['t'];
    return kinds;
}();

/// By the number of bytes that count, from the first.
const std::array<std::uint64_t, sizeof(std::uint64_t) + 1> kMasks = [] {
    std::array<std::uint64_t, sizeof(std::uint64_t) + 1> masks{};
    for (std::size_t count = 0; count < masks.size(); ++count)
        std::memset(&masks[count], 0xFF, count);
    return masks;
}();

} // namespace

TapeShape::Kinds TapeShape::kindOf(char type)
{
    return kKindByType[std::uint8_t(type)];
}

bool TapeShape::isKept(const JsonTape& tape)
{
    constexpr std::size_t kMostWords = 512;
    constexpr std::size_t kLongestName = 1024;
    if (tape.size() > kMostWords)
        return false;
    for (std::size_t at = JsonTape::kRoot; at < tape.size() - 1; at = tape.step(at)) {
        if (tape.type(at) == '"' && tape.text(at).size() > kLongestName) // or a value, which is as good a reason
            return false;
    }
    return true;
}

TapeShape::TapeShape(const JsonTape& tape, bool namesSecrets, std::size_t place)
    : m_id(nextId()),
      m_place(place),
      m_namesSecrets(namesSecrets),
      m_refused(tape.size()) // nothing, where the tape holds a number's bits
{
    std::vector<bool> isObject; // by container around
    const std::size_t end = tape.size() - 1;
    for (std::size_t at = JsonTape::kRoot; at < end;) {
        const char type = tape.type(at);
        if (type == '}' || type == ']') {
            m_refused[at++] = Kinds(~kindOf(type));
            isObject.pop_back();
            continue;
        }
        if (!isObject.empty() && isObject.back()) {
            m_refused[at] = Kinds(~kindOf('"'));
            addName(tape, at++);
        }
        addValue(tape, at);
        if (tape.isContainer(at))
            isObject.push_back(tape.type(at) == '{');
        at = tape.step(at);
    }
}

void TapeShape::addName(const JsonTape& tape, std::size_t at)
{
    constexpr std::size_t kPart = sizeof(std::uint64_t);
    const std::size_t size = sizeof(std::uint32_t) + tape.text(at).size();
    for (std::size_t offset = 0; offset < size; offset += kPart) {
        NamePart part;
        part.at = std::uint16_t(at);
        part.offset = std::uint16_t(offset);
        part.count = std::uint8_t(std::min(kPart, size - offset));
        std::memcpy(&part.bytes, tape.stored(at) + offset, part.count);
        m_names.push_back(part);
    }
}

void TapeShape::addValue(const JsonTape& tape, std::size_t at)
{
    const char type = tape.type(at);
    m_refused[at] = Kinds(~kindOf(type));
    if (type == '"')
        m_texts.push_back(std::uint32_t(at));
    if (kindOf(type) == kindOf('l'))
        m_numbers.push_back(std::uint32_t(at));
}

bool TapeShape::fits(const JsonTape& tape) const
{
    const std::size_t size = m_refused.size();
    if (tape.size() != size)
        return false;
    const Kinds* refused = m_refused.data();
    for (std::size_t at = 0; at < size; ++at) {
        if ((refused[at] & kindOf(tape.type(at))) != 0)
            return false;
    }
    return std::all_of(m_names.begin(), m_names.end(), [&](const NamePart& part) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, tape.stored(part.at) + part.offset, sizeof bytes);
        return ((bytes ^ part.bytes) & kMasks[part.count]) == 0;
    });
}

bool TapeShape::hasSuspectValues(const JsonTape& tape) const
{
    return std::any_of(m_texts.begin(), m_texts.end(), [&](std::uint32_t at) { return isSuspectText(tape.text(at)); })
           || std::any_of(m_numbers.begin(), m_numbers.end(),
                          [&](std::uint32_t at) { return tape.type(at) == 'l' && isSuspectNumber(tape.integer(at)); });
}

} // namespace sagascope::event
