// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/ShapeTable.h"

namespace sagascope::event {
namespace {

constexpr std::size_t kSlots = 1024;
constexpr std::size_t kOfOne = 2; ///< where one shape may stand
constexpr std::size_t kPatience = 8; ///< so often other shapes are met before this one gives way

} // namespace

std::span<ShapeTable::Slot> ShapeTable::slotsOf(const JsonTape& tape, std::uint32_t kin)
{
    if (m_slots.empty())
        m_slots.resize(kSlots);
    const std::uint64_t mixed = (std::uint64_t(kin) << 32U | tape.size()) * 0x9E37'79B9'7F4A'7C15ULL;
    return std::span(m_slots).subspan((mixed >> 32U) % (kSlots / kOfOne) * kOfOne, kOfOne);
}

const TapeShape* ShapeTable::find(const JsonTape& tape, std::uint32_t kin)
{
    const std::span<Slot> slots = slotsOf(tape, kin);
    for (Slot& slot : slots) {
        if (slot.shape && slot.shape->fits(tape)) {
            slot.misses = 0;
            return &*slot.shape;
        }
    }
    for (Slot& slot : slots)
        ++slot.misses;
    return nullptr;
}

const TapeShape* ShapeTable::learn(const JsonTape& tape, std::uint32_t kin, bool namesSecrets)
{
    const std::span<Slot> slots = slotsOf(tape, kin);
    Slot* place = &slots.front();
    for (Slot& slot : slots) {
        if (place->shape && (!slot.shape || slot.misses > place->misses))
            place = &slot;
    }
    if (!TapeShape::isKept(tape) || (place->shape && place->misses < kPatience))
        return nullptr;
    place->shape.emplace(tape, namesSecrets, std::size_t(place - m_slots.data()));
    place->misses = 0;
    return &*place->shape;
}

const TapeShape* ShapeTable::meetAgain(std::uint64_t id, std::size_t place)
{
    Slot& slot = m_slots[place];
    if (!slot.shape || slot.shape->id() != id)
        return nullptr;
    slot.misses = 0;
    return &*slot.shape;
}

} // namespace sagascope::event
