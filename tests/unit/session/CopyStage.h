// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/session/copy/SagaCopy.h"
#include "tests/support/History.h"

namespace sagascope::test {

/// All sagas of the records, each told for copying.
inline session::Report allSagas(const std::vector<Record>& records, std::string_view now = "12:00:00.000")
{
    const session::Report whole = tellReport(records, moment("2026-03-02T" + std::string(now) + "Z"));
    std::vector<base::SagaId> sagas;
    for (std::uint32_t slot = 0; slot < whole.snapshot->sagas.slotCount(); ++slot)
        sagas.emplace_back(slot);
    return session::makeReport(whole.snapshot, sagas);
}

inline session::TextSink appendTo(std::string& text)
{
    return [&text](std::string_view piece) {
        text += piece;
        return true;
    };
}

inline std::string jsonOf(const session::Report& report)
{
    std::string text;
    EXPECT_TRUE(session::writeJson(report, appendTo(text)));
    return text;
}

inline std::string jsonLinesOf(const session::Report& report)
{
    std::string text;
    EXPECT_TRUE(session::writeJsonLines(report, appendTo(text)));
    return text;
}

} // namespace sagascope::test
