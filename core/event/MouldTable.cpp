// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/MouldTable.h"

#include <algorithm>
#include <utility>

#include <simdjson.h>

namespace sagascope::event {
namespace {

constexpr std::size_t kFamilies = 512; ///< as many as a decoder tells topics apart
constexpr std::size_t kMostBytes = std::size_t(8) * 1024 * 1024; ///< of all moulds; a usual one has three thousand
// A text that is read wins some three times what is lost when one is tried in vain.
constexpr int kWon = 3;
constexpr int kMostCredit = 96;
constexpr int kPause = 256;
constexpr int kMostPatience = 64; ///< so many texts fit none before one of them takes the place of a mould

} // namespace

MouldTable::Family& MouldTable::familyOf(std::uint32_t kin)
{
    if (m_families.empty())
        m_families.resize(kFamilies);
    return m_families[kin % kFamilies];
}

std::optional<MouldTable::Cast> MouldTable::cast(std::string_view text, std::uint32_t kin)
{
    Family& family = familyOf(kin);
    if (family.moulds.empty() || !TextMould::isKept(text) || (family.pause > 0 && --family.pause > 0))
        return std::nullopt;
    TextMould::Progress progress;
    m_text.set(text);
    const TextMould* mould = tryAll(family, progress);
    if (mould && !progress.isAscii && !simdjson::validate_utf8(m_text.begin(), text.size()))
        mould = nullptr;
    account(family, mould != nullptr);
    if (!mould)
        return std::nullopt;
    ++m_casts;
    return Cast{mould->tape(m_strings), progress.hasSuspects, mould->shapeId(), mould->shapePlace()};
}

TextMould* MouldTable::tryAll(Family& family, TextMould::Progress& progress)
{
    const auto begin = family.order.begin();
    const auto end = begin + std::ptrdiff_t(family.moulds.size());
    std::size_t tried = kOfOne;
    for (auto next = begin; next != end; ++next) {
        TextMould& mould = family.moulds[*next];
        if (tried != kOfOne) {
            // Where they part before or behind the gap that could not be filled, it can't be filled by this one either.
            if (family.shared[tried][*next] != progress.gaps)
                continue;
            mould.takeValues(family.moulds[tried], progress.gaps);
        }
        tried = *next;
        if (mould.fill(m_text, m_strings, progress)) {
            if (next != begin)
                std::iter_swap(next, next - 1); // so that they come to stand by how often they are right
            return &mould;
        }
    }
    return nullptr;
}

void MouldTable::account(Family& family, bool isRead)
{
    family.credit = std::min(family.credit + (isRead ? kWon : -1), kMostCredit);
    if (family.credit > 0)
        return;
    family.credit = kFirstCredit;
    family.pause = kPause;
}

void MouldTable::learn(std::string_view text, std::uint32_t kin, const JsonTape& tape, const TapeShape& shape)
{
    Family& family = familyOf(kin);
    if (++family.missed < family.patience || !TextMould::isKept(text) || !tape.isContainer(JsonTape::kRoot))
        return;
    family.missed = 0;
    auto mould = TextMould::learn(text, tape, shape);
    if (mould && !knows(family, *mould))
        keep(family, tape, *std::move(mould));
    else
        family.patience = std::min(2 * family.patience, kMostPatience);
}

bool MouldTable::knows(const Family& family, const TextMould& mould)
{
    return std::any_of(family.moulds.begin(), family.moulds.end(), [&](const TextMould& known) {
        return known.gaps() == mould.gaps() && known.sharedWith(mould) == mould.gaps();
    });
}

void MouldTable::keep(Family& family, const JsonTape& tape, TextMould mould)
{
    m_size += mould.size();
    if (m_size > kMostBytes) {
        m_size = 0;
        m_families.clear();
        m_strings.forgetNames();
        return;
    }
    mould.keepNames(tape, m_strings);
    const std::size_t place = placeFor(family);
    for (std::size_t other = 0; other < family.moulds.size(); ++other) {
        const auto gaps = std::uint16_t(mould.sharedWith(family.moulds[other]));
        family.shared[place][other] = family.shared[other][place] = gaps;
    }
    if (place == family.moulds.size())
        family.moulds.push_back(std::move(mould));
    else
        family.moulds[place] = std::move(mould);
    family.patience = family.moulds.size() < kOfOne ? 1 : kMostPatience;
}

std::size_t MouldTable::placeFor(Family& family)
{
    const std::size_t count = family.moulds.size();
    if (count == kOfOne)
        return family.order.back();
    family.order[count] = std::uint8_t(count);
    return count;
}

} // namespace sagascope::event
