// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/sequence/SequencePlan.h"

#include <algorithm>

namespace sagascope::ui {
namespace {

constexpr double kMessage = 34;
constexpr double kSelf = 40;
constexpr double kNote = 26;
constexpr double kGap = 28;
constexpr double kLoopHead = 26;
constexpr double kLoopEnd = 10;

class Planner
{
public:
    Planner(std::shared_ptr<const SequenceInput> input, const std::set<int>& opened) : m_opened(opened)
    {
        m_plan.input = std::move(input);
    }

    SequencePlanPtr plan()
    {
        m_plan.rowOf.assign(m_plan.input->turns.size(), -1);
        for (const session::SequenceBlock& block : session::foldRepeats(m_plan.input->turns)) {
            if (block.count > 1)
                addLoop({block.first, block.period, block.count, false, 0, 0, 0, 0});
            else
                addTurn(block.first);
        }
        m_plan.height = m_top;
        return std::make_shared<const SequencePlan>(std::move(m_plan));
    }

private:
    [[nodiscard]] const SequenceTurn& turn(int i) const { return m_plan.input->turns[std::size_t(i)]; }

    void addLoop(SequenceLoop loop)
    {
        loop.isOpen = m_opened.contains(loop.first);
        loop.left = int(m_plan.input->participants.size());
        loop.right = 0;
        addGap(loop.first);
        m_loop = int(m_plan.loops.size());
        loop.top = m_top;
        addRow({SequenceRowKind::Loop, loop.first, -1, -1, -1, m_loop, {}, 0, kLoopHead});
        const auto firstRow = m_plan.rows.size();
        const int shown = loop.isOpen ? loop.period * loop.count : loop.period;
        m_isLooping = !loop.isOpen;
        for (int i = loop.first; i < loop.first + shown; ++i)
            addTurn(i);
        m_isLooping = false;
        for (int i = loop.first + shown; i <= loop.last(); ++i)
            m_plan.rowOf[std::size_t(i)] = m_plan.rowOf[std::size_t(loop.first + (i - loop.first) % loop.period)];
        addRow({SequenceRowKind::LoopEnd, loop.last(), -1, -1, -1, m_loop, {}, 0, kLoopEnd});
        loop.bottom = m_top - 3;
        span(loop, firstRow);
        m_plan.loops.push_back(loop);
        m_loop = -1;
        m_before = loop.last();
    }

    void span(SequenceLoop& loop, std::size_t firstRow) const
    {
        for (std::size_t i = firstRow; i < m_plan.rows.size(); ++i)
            for (const int participant : {m_plan.rows[i].from, m_plan.rows[i].to})
                if (participant >= 0) {
                    loop.left = std::min(loop.left, participant);
                    loop.right = std::max(loop.right, participant);
                }
        loop.left = std::min(loop.left, loop.right);
    }

    void addTurn(int i)
    {
        const SequenceTurn& self = turn(i);
        addGap(i);
        for (int d = 0; d < int(self.deliveries.size()); ++d) {
            const SequenceDelivery& delivery = self.deliveries[std::size_t(d)];
            const bool isWithin = delivery.isWithin;
            const int from = isWithin ? self.service : turn(delivery.cause).topic;
            addRow({isWithin ? SequenceRowKind::Within : SequenceRowKind::Deliver, i, d, from, self.service, m_loop, {}, 0,
                    isWithin ? kSelf : kMessage});
        }
        m_plan.rowOf[std::size_t(i)] = int(m_plan.rows.size());
        addRow({SequenceRowKind::Publish, i, -1, self.service, self.topic, m_loop, {}, 0, kMessage});
        const bool isNoted = self.isRetry || self.isDeadLetter || self.repeat != identity::Repeat::None;
        if (isNoted)
            addRow({SequenceRowKind::Note, i, -1, self.topic, self.topic, m_loop, {}, 0, kNote});
        m_before = i;
    }

    /// Between a turn and the one shown before it, when a person would notice the wait.
    void addGap(int i)
    {
        if (m_before < 0 || m_isLooping || i == m_before)
            return;
        const base::Timestamp before = turn(m_before).time;
        const base::Timestamp now = turn(i).time;
        if (before != base::kNoTime && now != base::kNoTime && now - before >= session::kNoticedWait)
            addRow({SequenceRowKind::Gap, -1, -1, -1, -1, m_loop, now - before, 0, kGap});
        m_before = i;
    }

    void addRow(SequenceRow row)
    {
        row.top = m_top;
        m_top += row.height;
        m_plan.rows.push_back(row);
    }

    SequencePlan m_plan;
    const std::set<int>& m_opened;
    double m_top = 8;
    int m_before = -1;
    int m_loop = -1;
    bool m_isLooping = false;
};

} // namespace

std::size_t SequencePlan::rowAt(double y) const
{
    const auto found = std::partition_point(rows.begin(), rows.end(),
                                            [&](const SequenceRow& row) { return row.top + row.height <= y; });
    return std::size_t(found - rows.begin());
}

int SequencePlan::loopOf(int turn) const
{
    const auto after = std::upper_bound(loops.begin(), loops.end(), turn,
                                        [](int t, const SequenceLoop& loop) { return t < loop.first; });
    if (after == loops.begin() || std::prev(after)->last() < turn)
        return -1;
    return int(std::prev(after) - loops.begin());
}

SequencePlanPtr planSequence(std::shared_ptr<const SequenceInput> input, const std::set<int>& opened)
{
    return Planner(std::move(input), opened).plan();
}

} // namespace sagascope::ui
