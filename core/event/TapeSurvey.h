// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/event/JsonTape.h"

namespace sagascope::event {

/// A member of some object: used to find names that stand there twice.
struct MemberName
{
    std::uint64_t signature = 0; ///< differs for nearly all names that differ
    std::string_view text;
    std::size_t at = 0; ///< place on the tape
};

/// The members of the object at `object` that a later one of the same name replaces, by place.
[[nodiscard]] std::vector<MemberName> replacedMembers(const JsonTape& tape, std::size_t object);

/// The one look at everything on a tape that every event gets; what it suspects is looked at closely by others. Reused for
/// tape after tape; not thread-safe.
class TapeSurvey
{
public:
    struct Findings
    {
        bool isTooDeep = false; ///< simdjson does not count empty containers
        bool hasDuplicates = false;
        bool hasSecretNames = false;
        bool hasSuspects = false; ///< a name or a value that inspectBody() may object to
    };

    [[nodiscard]] Findings look(const JsonTape& tape, std::size_t maxNesting);

private:
    struct Container
    {
        std::size_t at;
        std::size_t depth; ///< containers around its content, itself included
    };

    void lookAtMembers(const JsonTape& tape, Container object);
    void lookAtElements(const JsonTape& tape, Container array);
    void lookAtValue(const JsonTape& tape, std::size_t at, std::size_t depth);

    Findings m_findings;
    std::vector<Container> m_left;   ///< still to be looked into
    std::array<MemberName, 16> m_names; ///< the first ones of one object
};

} // namespace sagascope::event
