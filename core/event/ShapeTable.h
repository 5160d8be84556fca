// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/event/TapeShape.h"

namespace sagascope::event {

/// The shapes of documents that came lately. Bounded: the wire decides how many there are. Not thread-safe.
class ShapeTable
{
public:
    /// A shape that the tape fits, or null. `kin`: documents of one number are likely to be alike. Valid until learn().
    [[nodiscard]] const TapeShape* find(const JsonTape& tape, std::uint32_t kin);
    /// Keeps the shape of the tape that find() did not know just now, unless one that is met more often has its place, or it
    /// is of a size that hardly comes twice: then null.
    [[nodiscard]] const TapeShape* learn(const JsonTape& tape, std::uint32_t kin, bool namesSecrets);

    /// The shape of that id, if it still stands in that place.
    [[nodiscard]] const TapeShape* meetAgain(std::uint64_t id, std::size_t place);

private:
    struct Slot
    {
        std::optional<TapeShape> shape;
        std::size_t misses = 0; ///< since it was last met
    };
    [[nodiscard]] std::span<Slot> slotsOf(const JsonTape& tape, std::uint32_t kin);

    std::vector<Slot> m_slots; ///< a shape stands in one of a few that are its own
};

/// What was found out about the documents of each shape, as far as it is the same for all of them.
template <typename T> class ByShape
{
public:
    /// `make()` is asked where nothing is known of the shape yet. Valid until the next call.
    template <typename Make> T& of(const TapeShape& shape, const Make& make)
    {
        if (shape.place() >= m_known.size())
            m_known.resize(shape.place() + 1);
        Known& known = m_known[shape.place()];
        if (known.shape != shape.id()) {
            known.value = make();
            known.shape = shape.id();
        }
        return known.value;
    }

private:
    struct Known
    {
        std::uint64_t shape = 0;
        T value{};
    };
    std::vector<Known> m_known; ///< by the shape's place
};

} // namespace sagascope::event
