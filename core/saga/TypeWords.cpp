// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/TypeWords.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>

namespace sagascope::saga {
namespace {

constexpr std::array<std::string_view, 14> kFailures{"failed", "failure", "rejected", "declined", "denied", "error", "errored",
                                                     "expired", "aborted", "timeout", "timedout", "refused", "unavailable", "lost"};

/// What undoes, and the words of what it undoes, best first.
struct Undoing
{
    std::string_view word;
    std::array<std::string_view, 6> undone;
};
constexpr std::array kUndoings{
    Undoing{"cancelled", {"created", "placed", "booked", "requested", "confirmed", "scheduled"}},
    Undoing{"canceled", {"created", "placed", "booked", "requested", "confirmed", "scheduled"}},
    Undoing{"refunded", {"completed", "charged", "captured", "paid", "processed", "authorized"}},
    Undoing{"refund", {"completed", "charged", "captured", "paid", "processed", "authorized"}},
    Undoing{"released", {"reserved", "allocated", "held", "locked", "assigned", "created"}},
    Undoing{"voided", {"authorized", "authorised", "charged", "captured", "issued", "created"}},
    Undoing{"revoked", {"granted", "issued", "assigned", "approved", "activated", "created"}},
    Undoing{"reversed", {"posted", "applied", "charged", "completed", "transferred", "created"}},
    Undoing{"reverted", {"applied", "updated", "changed", "completed", "created", "posted"}},
    Undoing{"compensated", {"completed", "created", "charged", "reserved", "applied", "done"}},
    Undoing{"undone", {"done", "completed", "created", "applied", "reserved", "charged"}},
    Undoing{"withdrawn", {"submitted", "created", "requested", "published", "granted", "issued"}},
    Undoing{"returned", {"shipped", "delivered", "sent", "lent", "completed", "dispatched"}},
    Undoing{"rolledback", {"applied", "completed", "created", "deployed", "committed", "posted"}},
};

/// Without case, underscores and dashes: "ROLLED_BACK" is rolledback.
std::string plain(std::string_view word)
{
    std::string out;
    for (const char c : word)
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            out += char(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

const Undoing* undoing(std::string_view word)
{
    const std::string wanted = plain(word);
    const auto* found = std::find_if(kUndoings.begin(), kUndoings.end(), [&](const Undoing& u) { return u.word == wanted; });
    return found == kUndoings.end() ? nullptr : found;
}

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

} // namespace

TypeWords TypeWords::of(std::string_view type)
{
    const std::size_t dot = type.find_last_of(".-");
    if (dot == std::string_view::npos)
        return {{}, type};
    return {type.substr(0, dot), type.substr(dot + 1)};
}

catalog::StepRole TypeWords::role() const
{
    const std::string word = plain(action);
    if (std::find(kFailures.begin(), kFailures.end(), word) != kFailures.end())
        return catalog::StepRole::Failure;
    return undoing(word) != nullptr ? catalog::StepRole::Compensation : catalog::StepRole::Step;
}

int TypeWords::undoneBy(std::string_view word) const
{
    const Undoing* undo = undoing(word);
    if (undo == nullptr)
        return kNeverUndone;
    const auto* place = std::find(undo->undone.begin(), undo->undone.end(), plain(action));
    return place == undo->undone.end() ? kNeverUndone : int(std::distance(undo->undone.begin(), place));
}

bool isSideEffect(std::string_view type)
{
    constexpr std::array<std::string_view, 7> kBeside{"notification", "email", "sms", "audit", "analytics", "metrics", "telemetry"};
    const std::string_view first = type.substr(0, type.find('.'));
    return std::find(kBeside.begin(), kBeside.end(), first) != kBeside.end();
}

bool isIdentifierName(std::string_view field)
{
    constexpr std::array<std::string_view, 9> kEnds{"Id", "ID", "_id", "-id", "Uuid", "Reference", "Ref", "Number", "_ref"};
    return field == "id" || field == "uuid" || field == "reference" || field == "number"
        || std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return endsWith(field, end); });
}

std::string_view kindByName(std::string_view field)
{
    const std::string name = plain(field);
    if (contains(name, "booking") && (contains(name, "ref") || contains(name, "number")))
        return "booking-reference";
    if (name == "confirmationnumber")
        return "booking-reference";
    constexpr std::array<std::string_view, 7> kKinds{"booking", "payment", "refund", "search", "recommendation", "request", "notification"};
    for (const std::string_view kind : kKinds)
        if (contains(name, kind))
            return kind;
    const bool isUser = contains(name, "user") || contains(name, "customer");
    return isUser ? "user" : "entity";
}

} // namespace sagascope::saga
