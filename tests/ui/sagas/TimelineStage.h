// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "ui/sagas/TimelineGeometry.h"

namespace sagascope::ui::stage {

using namespace std::chrono_literals;

inline const base::Timestamp kStart = base::parseIso8601("2026-11-23T10:24:17.000Z")->time;
inline const TextWidth kSevenPerLetter = [](const QString& text) { return 7.0 * double(text.size()); };
inline constexpr TimelineScale kScale{100, 174}; // 100 pixels a second, the start at x = 174

/// Lanes of these inputs.
inline constexpr int kVoyage = 0;
inline constexpr int kPayment = 1;

/// Collects events as a person says them: lane, label, milliseconds after the start.
class Staged
{
public:
    Staged()
    {
        m_input.lanes = {{QStringLiteral("voyage-service"), QStringLiteral("voyage")},
                         {QStringLiteral("payment-service"), QStringLiteral("payment")}};
        m_input.start = m_input.end = kStart;
    }

    TimelineEvent& add(int lane, const char* label, base::Duration at)
    {
        TimelineEvent event;
        event.event = base::EventIndex(unsigned(m_input.events.size()));
        event.time = kStart + at;
        event.lane = lane;
        event.label = labelOf(label);
        m_input.end = std::max(m_input.end, event.time);
        m_input.events.push_back(event);
        return m_input.events.back();
    }

    Staged& link(int from, int to, TimelineLink link = TimelineLink::Cause)
    {
        m_input.edges.push_back({from, to, link, identity::Evidence::Declared, {}});
        return *this;
    }

    TimelineGhost& ghost(int lane, const char* label)
    {
        m_input.ghosts.push_back({lane, labelOf(label), base::kNoTime, base::kNoTime, -1});
        return m_input.ghosts.back();
    }

    [[nodiscard]] TimelineInput& input() { return m_input; }
    [[nodiscard]] TimelinePtr timeline(TimelineOrder order = TimelineOrder::Recorded) const
    {
        auto input = std::make_shared<TimelineInput>(m_input);
        orderByCause(*input);
        return makeTimeline(std::move(input), order);
    }

private:
    int labelOf(const char* label)
    {
        m_input.labels.push_back(QString::fromLatin1(label));
        return int(m_input.labels.size()) - 1;
    }

    TimelineInput m_input;
};

inline TimelineGeometry laidOut(const Timeline& timeline, const TimelineScale& scale = kScale, std::set<int> expanded = {},
                                std::set<int> toggled = {})
{
    return layOut(timeline, {scale, QSizeF(1000, 400), std::move(expanded), std::move(toggled)}, kSevenPerLetter);
}

/// A long saga: `events` events 10 ms apart, in turn on the lanes, each caused by the one before.
inline TimelinePtr longTimeline(int events)
{
    Staged staged;
    for (int i = 0; i < events; ++i) {
        TimelineEvent& event = staged.add(i % 2, "", std::chrono::milliseconds(10 * i));
        event.label = 0;
    }
    staged.input().labels = {QStringLiteral("booking.updated")};
    for (int i = 1; i < events; ++i)
        staged.link(i - 1, i);
    return staged.timeline();
}

} // namespace sagascope::ui::stage
