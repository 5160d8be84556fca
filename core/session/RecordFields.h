// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/Ids.h"
#include "core/event/Decoder.h"
#include "core/store/EventStore.h"

namespace sagascope::session {

/// Something of a record that the store's row does not hold.
struct RecordField
{
    enum class Kind : std::uint8_t { Key, EventId, CorrelationId, CausationId, Payload };

    Kind kind = Kind::Key;
    std::vector<std::string> path; ///< of Payload: steps of the query language, see readPayloadField()
    friend bool operator==(const RecordField&, const RecordField&) = default;
};

/// A field on one line, with its secrets masked; cut where it is longer than anybody reads in a cell.
struct FieldText
{
    std::string text; ///< empty where there is nothing; values that an array has several of stand apart by commas
    bool isNumber = false;
    friend bool operator==(const FieldText&, const FieldText&) = default;
};

/// Reads the same fields of one record after the other; a record is decoded once for all of them. One thread; not the GUI's,
/// since blocks are decompressed.
class RecordFields
{
public:
    static constexpr std::size_t kLongest = 400; ///< bytes of a text

    explicit RecordFields(std::vector<RecordField> fields) : m_fields(std::move(fields)) {}

    /// One text for each field; all empty when the record cannot be read.
    [[nodiscard]] std::vector<FieldText> read(const store::EventStore::View& events, base::EventIndex event);

private:
    std::vector<RecordField> m_fields;
    event::Decoder m_decoder;
};

} // namespace sagascope::session
