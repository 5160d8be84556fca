// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/TapeSurvey.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <tuple>

#include "core/base/Hash.h"
#include "core/event/SuspectValues.h"
#include "core/event/TextForms.h"

namespace sagascope::event {
namespace {

/// From the first eight bytes, the last and the length. simdjson's strings may be read beyond their ends: padding follows.
std::uint64_t signatureOf(std::string_view name)
{
    std::uint64_t start = 0;
    std::memcpy(&start, name.data(), sizeof start);
    if (name.size() < sizeof start)
        start &= (std::uint64_t(1) << (8 * name.size())) - 1;
    return start ^ (std::uint64_t(name.size()) << 56U) ^ (name.empty() ? 0 : std::uint64_t(name.back()) << 48U);
}

/// One of 64 bits.
std::uint64_t bitOf(std::uint64_t signature)
{
    return std::uint64_t(1) << ((signature * 0x9E37'79B9'7F4A'7C15ULL) >> 58U);
}

bool isSame(const MemberName& a, const MemberName& b)
{
    return a.signature == b.signature && a.text == b.text;
}

void readNames(const JsonTape& tape, std::size_t object, std::vector<MemberName>& names)
{
    names.clear();
    const std::size_t end = tape.end(object);
    for (std::size_t at = object + 1; at < end; at = tape.next(at + 1))
        names.push_back({signatureOf(tape.text(at)), tape.text(at), at});
}

/// By name, the ones of the same name by place.
void sort(std::vector<MemberName>& names)
{
    for (MemberName& name : names)
        name.signature = base::hash64(name.text); // a hostile sender can't make these alike
    std::sort(names.begin(), names.end(), [](const MemberName& a, const MemberName& b) {
        return std::tie(a.signature, a.text, a.at) < std::tie(b.signature, b.text, b.at);
    });
}

} // namespace

std::vector<MemberName> replacedMembers(const JsonTape& tape, std::size_t object)
{
    std::vector<MemberName> names;
    readNames(tape, object, names);
    sort(names);
    std::vector<MemberName> replaced;
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
        if (names[i].text == names[i + 1].text)
            replaced.push_back(names[i]);
    }
    std::sort(replaced.begin(), replaced.end(), [](const MemberName& a, const MemberName& b) { return a.at < b.at; });
    return replaced;
}

TapeSurvey::Findings TapeSurvey::look(const JsonTape& tape, std::size_t maxNesting)
{
    m_findings = {};
    m_left.clear();
    lookAtValue(tape, JsonTape::kRoot, 1);
    while (!m_left.empty()) {
        const Container container = m_left.back();
        m_left.pop_back();
        m_findings.isTooDeep = m_findings.isTooDeep || container.depth > maxNesting;
        if (tape.type(container.at) == '{')
            lookAtMembers(tape, container);
        else
            lookAtElements(tape, container);
    }
    return m_findings;
}

void TapeSurvey::lookAtMembers(const JsonTape& tape, Container object)
{
    std::size_t count = 0;
    std::uint64_t seen = 0;
    bool hasSecretNames = false;
    const std::size_t end = tape.end(object.at);
    for (std::size_t at = object.at + 1; at < end; at = tape.next(at + 1)) {
        const std::string_view text = tape.text(at);
        const MemberName name{signatureOf(text), text, at};
        const std::uint64_t bit = bitOf(name.signature);
        if ((seen & bit) != 0 && count < m_names.size()) {
            const auto isThis = [&](const MemberName& earlier) { return isSame(earlier, name); };
            const auto* last = m_names.begin() + count;
            m_findings.hasDuplicates = m_findings.hasDuplicates || std::any_of(m_names.cbegin(), last, isThis);
        }
        seen |= bit;
        if (count < m_names.size())
            m_names[count] = name;
        ++count;
        hasSecretNames = hasSecretNames || namesSecret(text);
        lookAtValue(tape, at + 1, object.depth + 1);
    }
    m_findings.hasSecretNames = m_findings.hasSecretNames || hasSecretNames;
    m_findings.hasSuspects = m_findings.hasSuspects || hasSecretNames;
    // Comparing all pairs of many would be the sender's to make dear.
    if (count > m_names.size() && !m_findings.hasDuplicates)
        m_findings.hasDuplicates = !replacedMembers(tape, object.at).empty();
}

void TapeSurvey::lookAtElements(const JsonTape& tape, Container array)
{
    const std::size_t end = tape.end(array.at);
    for (std::size_t at = array.at + 1; at < end; at = tape.next(at))
        lookAtValue(tape, at, array.depth + 1);
}

void TapeSurvey::lookAtValue(const JsonTape& tape, std::size_t at, std::size_t depth)
{
    switch (tape.type(at)) {
    case '{':
    case '[':
        m_left.push_back({at, depth});
        break;
    case '"':
        m_findings.hasSuspects = m_findings.hasSuspects || isSuspectText(tape.text(at));
        break;
    case 'l':
        m_findings.hasSuspects = m_findings.hasSuspects || isSuspectNumber(tape.integer(at));
        break;
    default:
        break;
    }
}

} // namespace sagascope::event
