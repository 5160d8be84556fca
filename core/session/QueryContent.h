// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/base/Ids.h"
#include "core/event/Decoder.h"
#include "core/session/EventAnswers.h"
#include "core/session/Query.h"
#include "core/store/EventStore.h"

namespace sagascope::session {

/// Answers the terms that ask what a record holds:
///
/// - `payload.x`: the payload of the event, and of the event that a dead letter wraps. A step names a member; on an array
///   a number is a position, anything else goes on in every element. What is found is compared by what a person would
///   write; of an array every element. `*` holds for whatever is there, null and objects too;
/// - `header.x`: every header of that name, whatever its case; `*` holds for one without a value, too;
/// - `text`: the bytes of the value as they were sent, whether they can be decoded or not.
///
/// Reads a record once, however many terms ask it in a row. What `text` asks is answered for a whole block at once, and
/// noted: that takes about as long as reading the block for one record. One thread; a copy begins with nothing read.
class QueryContent
{
public:
    QueryContent() = default;
    QueryContent(const QueryContent& /*other*/) {}
    QueryContent(QueryContent&&) noexcept = default;
    QueryContent& operator=(const QueryContent& other);
    QueryContent& operator=(QueryContent&&) noexcept = default;
    ~QueryContent() = default;

    /// A record that cannot be read holds nothing, and `answers` counts it. `events` are always of one session. Notes in `answers`, the term's own, what is
    /// found out about this event and others; asks nothing of them.
    [[nodiscard]] bool holds(const QueryTerm& term, const store::EventStore::View& events, base::EventIndex event,
                             EventAnswers& answers);

private:
    [[nodiscard]] bool recordHolds(const QueryTerm& term);
    [[nodiscard]] bool textHolds(const QueryTerm& term, const store::EventStore::View& events, base::EventIndex event,
                                 EventAnswers& answers);
    [[nodiscard]] bool readBlock(const store::EventStore::View& events, std::uint32_t number);
    [[nodiscard]] bool read(const store::EventStore::View& events, base::EventIndex event);
    [[nodiscard]] const event::Event* decoded();
    [[nodiscard]] bool payloadHolds(const QueryTerm& term);

    store::BlockBytes m_block; ///< read last, for the next term; no memory: none is
    std::uint32_t m_blockNumber = 0;
    std::size_t m_blockOf = 0; ///< so many events were there: a block may have been filled further since
    base::EventIndex m_event; ///< what m_batch holds
    event::RecordBatch m_batch;
    std::optional<event::Decoder> m_decoder; ///< made when first needed: many matchers never read
    std::optional<event::Decoded> m_decoded;
};

} // namespace sagascope::session
