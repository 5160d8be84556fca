// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/event/RawRecord.h"
#include "tests/bench/Traffic.h"

namespace sagascope::bench {

/// Bookings that are paid, declined and refunded, 6.75 events each, told one thousand a second and woven into one
/// another: three seconds lie between the first event of a booking and the last. Records come one by one, in order of
/// their time, so that ten million of them need no memory; ids never repeat.
class SagaTraffic
{
public:
    explicit SagaTraffic(Dialect dialect) : m_dialect(dialect) {}

    /// The next record; its views live until the next call.
    [[nodiscard]] event::RawRecord next();

    /// One booking that has no end: a record for every change made to it, under one correlation id.
    [[nodiscard]] event::RawRecord nextOfOneSaga();

    /// All with one event id: one event delivered again and again, or an event each of as many bookings.
    [[nodiscard]] event::RawRecord nextOfOneId(bool isDelivery);

private:
    void write(std::uint64_t saga, std::size_t step);
    void writePayload(std::uint64_t saga, std::string_view type);
    [[nodiscard]] event::RawRecord record(std::string_view type);

    Dialect m_dialect;
    std::uint64_t m_tick = 0; ///< milliseconds since the first record
    std::size_t m_step = 0;   ///< of the booking that is m_step steps old at this tick
    std::int64_t m_offset = 0;
    std::string m_topic;
    std::string m_key;
    std::string m_value;
    std::string m_timestamp;
};

} // namespace sagascope::bench
