// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/ShapeTable.h"

namespace sagascope::event {
namespace {

constexpr std::size_t kSlots = 512;
constexpr std::size_t kPatience = 8;  ///< so often another shape is met before this one gives way

} // namespace

ShapeTable::Slot& ShapeTable::slotOf(const JsonTape& tape, std::uint32_t kin)
{
    if (m_slots.empty())
        m_slots.resize(kSlots);
    const std::uint64_t mixed = (std::uint64_t(kin) << 32U | tape.size()) * 0x9E37'79B9'7F4A'7C15ULL;
    return m_slots[(mixed >> 32U) % kSlots];
}

const TapeShape* ShapeTable::find(const JsonTape& tape, std::uint32_t kin)
{
    Slot& slot = slotOf(tape, kin);
    if (slot.shape && slot.shape->fits(tape)) {
        slot.misses = 0;
        return &*slot.shape;
    }
    ++slot.misses;
    return nullptr;
}

const TapeShape* ShapeTable::learn(const JsonTape& tape, std::uint32_t kin, bool namesSecrets)
{
    Slot& slot = slotOf(tape, kin);
    if (!TapeShape::isKept(tape) || (slot.shape && slot.misses < kPatience))
        return nullptr;
    slot.shape.emplace(tape, namesSecrets, std::size_t(&slot - m_slots.data()));
    slot.misses = 0;
    return &*slot.shape;
}

} // namespace sagascope::event
