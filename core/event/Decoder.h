// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/event/Event.h"
#include "core/event/RawRecord.h"

namespace sagascope::event {

/// Reads raw records as DreamScape events. Every byte is validated: simdjson's DOM first, and what that refuses goes
/// to a tolerant second reader (huge numbers, lone surrogates); only what holds no JSON object is Undecodable.
///
/// Not thread-safe: one Decoder per thread. The result and its views live until the next decode().
class Decoder
{
public:
    Decoder();
    ~Decoder();
    Decoder(Decoder&&) noexcept;
    Decoder& operator=(Decoder&&) noexcept;

    [[nodiscard]] const Decoded& decode(const RawRecord& record);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::event
