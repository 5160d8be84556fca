// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/ViewState.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace sagascope::ui {
namespace {

TEST(ViewState, TellsOnceWhenTheSearchTextChanges)
{
    ViewState state;
    QSignalSpy spy(&state, &ViewState::searchTextChanged);
    state.setSearchText(QStringLiteral("booking:BK-7741"));
    state.setSearchText(QStringLiteral("booking:BK-7741"));
    EXPECT_EQ(spy.count(), 1);
}

TEST(ViewState, ShowsTimesInUtcWhenAsked)
{
    ViewState state;
    state.setUtc(true);
    const auto time = base::parseIso8601("2026-11-23T10:24:18.512Z")->time;
    EXPECT_EQ(state.formatTime(time), QStringLiteral("10:24:18.512"));
    EXPECT_EQ(state.formatTime(base::kNoTime), QStringLiteral("–"));
}

} // namespace
} // namespace sagascope::ui
