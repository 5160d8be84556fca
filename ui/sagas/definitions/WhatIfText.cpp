// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/WhatIfText.h"

#include <QCoreApplication>

#include <algorithm>

#include "ui/common/CodeText.h"
#include "ui/common/RuleText.h"
#include "ui/sagas/population/PopulationText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr std::size_t kMostMovesInSentence = 2;

/// The plural goes by the number; what is shown is the number as people write it.
QString counted(const char* text, std::uint64_t count)
{
    return QCoreApplication::translate("WhatIf", text, nullptr, int(std::min<std::uint64_t>(count, 1'000'000'000)));
}

QString nameOf(const std::string& definition)
{
    return definition.empty() ? QCoreApplication::translate("WhatIf", "no definition") : toQString(definition);
}

base::EventIndex memberOf(const session::Snapshot& snapshot, base::SagaId saga)
{
    if (!saga.isValid() || saga.value >= snapshot.sagas.slotCount())
        return {};
    const saga::SagaSummary& summary = snapshot.sagas.saga(saga);
    return summary.events && !summary.events->empty() ? summary.events->front() : base::EventIndex();
}

class Lines
{
public:
    Lines(const session::WhatIf& whatIf, const session::Snapshot& snapshot) : m_whatIf(whatIf), m_snapshot(snapshot) {}

    std::vector<WhatIfLine> take()
    {
        for (const session::StateMove& move : m_whatIf.moves)
            add(moveText(move), move, m_snapshot, move.from, move.to);
        for (const session::DefinitionMove& move : m_whatIf.redefined)
            add(counted(QT_TRANSLATE_N_NOOP("WhatIf", "%Ln saga(s) would follow %1 instead of %2"), move.count).arg(nameOf(move.to), nameOf(move.from)), move, m_snapshot);
        add(counted(QT_TRANSLATE_N_NOOP("WhatIf", "%Ln saga(s) would be joined out of several"), m_whatIf.merged.count), m_whatIf.merged, m_snapshot);
        add(counted(QT_TRANSLATE_N_NOOP("WhatIf", "%Ln saga(s) would fall apart into several"), m_whatIf.split.count), m_whatIf.split, m_snapshot);
        add(counted(QT_TRANSLATE_N_NOOP("WhatIf", "%Ln saga(s) would be new, of events that belong to none"), m_whatIf.appeared.count), m_whatIf.appeared, *m_whatIf.changed);
        add(counted(QT_TRANSLATE_N_NOOP("WhatIf", "%Ln saga(s) would be none any more"), m_whatIf.vanished.count), m_whatIf.vanished, m_snapshot);
        for (const session::FindingMove& move : m_whatIf.findings)
            m_lines.push_back({findingText(move), move.added + move.removed, {}});
        return std::move(m_lines);
    }

private:
    static QString moveText(const session::StateMove& move)
    {
        const QString text = counted(QT_TRANSLATE_N_NOOP("WhatIf", "%Ln saga(s) from %1 to %2"), move.count).arg(stateLabel(move.from), stateLabel(move.to));
        if (move.definition == move.definitionBefore)
            return text;
        return QCoreApplication::translate("WhatIf", "%1, now as %2").arg(text, nameOf(move.definition));
    }

    static QString findingText(const session::FindingMove& move)
    {
        const QString rule = ruleLabel(move.rule);
        if (move.removed == 0)
            return QCoreApplication::translate("WhatIf", "%1: in %2 more").arg(rule, countText(move.added));
        if (move.added == 0)
            return QCoreApplication::translate("WhatIf", "%1: in %2 fewer").arg(rule, countText(move.removed));
        return QCoreApplication::translate("WhatIf", "%1: in %2 more and %3 fewer").arg(rule, countText(move.added), countText(move.removed));
    }

    void add(QString text, const session::SagaCount& sagas, const session::Snapshot& home, std::optional<saga::SagaState> before = {},
             std::optional<saga::SagaState> after = {})
    {
        if (sagas.count == 0)
            return;
        WhatIfLine line{std::move(text), sagas.count, {}};
        for (const session::SagaExample& example : sagas.examples)
            line.examples.push_back({toQString(example.key), memberOf(home, example.id), before, after});
        m_lines.push_back(std::move(line));
    }

    const session::WhatIf& m_whatIf;
    const session::Snapshot& m_snapshot;
    std::vector<WhatIfLine> m_lines;
};

} // namespace

std::vector<WhatIfLine> whatIfLines(const session::WhatIf& whatIf, const session::Snapshot& snapshot)
{
    return Lines(whatIf, snapshot).take();
}

QString whatIfSentence(const session::WhatIf& whatIf)
{
    if (whatIf.isNothing())
        return QCoreApplication::translate("WhatIf", "No saga would change.");
    if (whatIf.moves.empty())
        return QCoreApplication::translate("WhatIf", "No saga would come to another state, but this would be otherwise:");
    const session::StateMove& most = whatIf.moves.front();
    const QString first = counted(QT_TRANSLATE_N_NOOP("WhatIf", "This change would move %Ln saga(s) from %1 to %2"), most.count).arg(stateLabel(most.from), stateLabel(most.to));
    if (whatIf.moves.size() < kMostMovesInSentence)
        return first + u'.';
    std::uint64_t rest = 0;
    for (std::size_t i = 1; i < whatIf.moves.size(); ++i)
        rest += whatIf.moves[i].count;
    return counted(QT_TRANSLATE_N_NOOP("WhatIf", "%1, and %Ln other(s)."), rest).arg(first);
}

} // namespace sagascope::ui
