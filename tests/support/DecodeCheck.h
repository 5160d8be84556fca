// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/event/Decoder.h"
#include "core/event/JsonDocument.h"

namespace sagascope::test {

/// What must hold for whatever bytes arrive. Used by the fuzzer, by the mutation test and by the property tests.
class DecodeCheck
{
public:
    /// What went wrong with this value, in words; nothing when all is well.
    [[nodiscard]] std::optional<std::string> problemWith(std::string_view value);

private:
    [[nodiscard]] std::optional<std::string> problemWithEvent(const event::Event& event);
    [[nodiscard]] std::optional<std::string> problemWithReading(std::string_view text);
    [[nodiscard]] std::optional<std::string> problemWithLine(const event::RawRecord& record);

    event::Decoder m_decoder;
    event::JsonDocument m_document;
    event::JsonDocument m_again;
};

} // namespace sagascope::test
