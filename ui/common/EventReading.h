// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/Rule.h"
#include "core/event/ByteTrouble.h"
#include "core/event/Event.h"
#include "core/session/Snapshot.h"
#include "ui/common/EnvelopeCheck.h"
#include "ui/common/JsonDocument.h"
#include "ui/common/SchemaHints.h"

namespace sagascope::ui {

struct ReadMember
{
    QString name; ///< as on the wire: `eventId`, `correlationId`, …
    QString value;
    event::Origin origin = event::Origin::None;
};

/// Bytes as they lay on the wire, and the same with their secrets masked.
struct ReadBytes
{
    std::string whole;
    std::string masked;
};

struct ReadHeader
{
    enum class Match : std::uint8_t {
        None, ///< the envelope has no such member
        Same,
        Differs,
        OnlyHere, ///< the envelope leaves the member out
    };

    QString name;
    std::optional<QString> value; ///< nothing: null on the wire
    bool isSecret = false;
    ReadBytes bytes;
    Match match = Match::None;
    QString envelope; ///< what that says, where it says something
};

/// One event read in full from the store: all that the details of it show. A value; build it in a worker.
struct EventReading
{
    base::EventIndex event;
    store::EventRow row;
    QString topic;
    QString eventType;
    std::optional<QString> key; ///< nothing: null on the wire
    std::optional<ReadBytes> keyBytes;
    std::optional<ReadBytes> valueBytes; ///< the first kMaxBytes
    std::vector<ReadMember> members;
    std::vector<MemberCheck> checks; ///< of the nine members; none of what is undecodable
    JsonDocument payload;            ///< with ghosts of what its schema wants
    std::vector<SchemaHint> hints;   ///< for each item of it; none where no schema is known
    JsonDocument metadata;
    std::vector<ReadHeader> headers;
    QString raw;           ///< text, or a hex dump when the bytes are no text
    bool isRawCut = false; ///< `raw` holds only the first kMaxRaw bytes
    bool isBinary = false;
    std::optional<base::Rule> undecodable; ///< why there is no event in it
    event::ByteTrouble trouble;            ///< of an undecodable one
    base::EventIndex cause; ///< the event that causationId names, when the saga has it
    QString causeType;
    QString failure; ///< the store could not give the record back

    static constexpr std::size_t kMaxRaw = 256 * 1024;
    static constexpr std::size_t kMaxBytes = 16 * 1024 * 1024; ///< above what clusters take by default
};

/// Pure and thread-safe; takes tens of microseconds for an ordinary event.
[[nodiscard]] EventReading readEvent(const session::Snapshot& snapshot, base::EventIndex event);

} // namespace sagascope::ui
