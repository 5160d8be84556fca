// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/ProposalText.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

#include "ui/common/CodeText.h"
#include "ui/sagas/definitions/DefinitionEdits.h"
#include "ui/sagas/population/PopulationText.h"

namespace sagascope::ui {
namespace {

using compose::Json;

constexpr std::size_t kMostLeftOut = 4; ///< named in the sentence

QString word(const char* text)
{
    return QCoreApplication::translate("Proposal", text);
}

QString numbered(const char* text, std::uint64_t count)
{
    return QCoreApplication::translate("Proposal", text, nullptr, int(std::min<std::uint64_t>(count, 1'000'000'000)));
}

class Writer
{
public:
    Writer(const saga::Proposal& proposal, const Json& root) : m_proposal(proposal), m_root(root) {}

    std::vector<PartEvidence> take()
    {
        addWhole();
        for (std::size_t i = 0; i < sizeOf("/steps"); ++i)
            addStep("/steps/" + std::to_string(i));
        for (std::size_t i = 0; i < sizeOf("/joins"); ++i)
            addJoin("/joins/" + std::to_string(i));
        for (std::size_t i = 0; i < sizeOf("/follows"); ++i)
            addFollow("/follows/" + std::to_string(i));
        return std::move(m_parts);
    }

private:
    [[nodiscard]] std::size_t sizeOf(const char* list) const
    {
        const Json* found = compose::valueAt(m_root, list);
        return found != nullptr && found->is_array() ? found->size() : 0;
    }

    [[nodiscard]] std::string at(const std::string& pointer) const { return textOf(compose::valueAt(m_root, pointer)); }
    void add(std::string pointer, QString hint, QString sentence) { m_parts.push_back({std::move(pointer), std::move(hint), std::move(sentence)}); }

    void addWhole()
    {
        if (!m_proposal.hasClearStart)
            add("/start", word(QT_TRANSLATE_NOOP("Proposal", "unclear")), word(QT_TRANSLATE_NOOP("Proposal", "The sagas begin with different steps.")));
        if (!m_proposal.hasClearEnd)
            add("/hasEnd", word(QT_TRANSLATE_NOOP("Proposal", "unclear")), word(QT_TRANSLATE_NOOP("Proposal", "No step ends most of the sagas.")));
    }

    [[nodiscard]] std::optional<std::size_t> stepBehind(const std::string& place) const
    {
        const auto& steps = m_proposal.definition.steps;
        const auto found = std::find_if(steps.begin(), steps.end(), [&](const catalog::StepDefinition& step) {
            return step.eventType == at(place + "/eventType") && step.metadataStep == at(place + "/metadataStep");
        });
        const auto index = std::size_t(found - steps.begin());
        return index < m_proposal.steps.size() ? std::optional(index) : std::nullopt;
    }

    void addStep(const std::string& place)
    {
        const auto index = stepBehind(place);
        if (!index)
            return;
        const saga::StepEvidence& seen = m_proposal.steps[*index];
        const QString share = percentText(seen.share);
        const QString sentence = numbered(QT_TRANSLATE_N_NOOP("Proposal", "Seen in %1 of %Ln saga(s)."), m_proposal.sagas).arg(share);
        add(place, share, sentence);
        add(place + "/eventType", word(QT_TRANSLATE_NOOP("Proposal", "seen in %1 of %2")).arg(share, countText(m_proposal.sagas)), sentence);
        add(place + "/required", percentText(seen.shareOfEnded), word(QT_TRANSLATE_NOOP("Proposal", "%1 of the sagas that ended without a failure have it.")).arg(percentText(seen.shareOfEnded)));
        if (seen.repeatedShare > 0)
            add(place + "/repeatable", percentText(seen.repeatedShare), word(QT_TRANSLATE_NOOP("Proposal", "%1 of the sagas that have it have it more than once.")).arg(percentText(seen.repeatedShare)));
        if (!at(place + "/service").empty())
            add(place + "/service", percentText(seen.serviceShare), word(QT_TRANSLATE_NOOP("Proposal", "%1 of its events come from there.")).arg(percentText(seen.serviceShare)));
        if (seen.waits > 0)
            add(place + "/timeLimitMs", QStringLiteral("p99 %1").arg(durationText(seen.p99)),
                numbered(QT_TRANSLATE_N_NOOP("Proposal", "It usually took %1, and %2 at most in 99 % of %Ln wait(s)."), seen.waits).arg(durationText(seen.median), durationText(seen.p99)));
        if (!seen.word.empty())
            add(place + "/role", word(QT_TRANSLATE_NOOP("Proposal", "“%1”")).arg(toQString(seen.word)), word(QT_TRANSLATE_NOOP("Proposal", "Its event type says “%1”.")).arg(toQString(seen.word)));
    }

    void addJoin(const std::string& place)
    {
        const auto& joins = m_proposal.definition.joins;
        const auto found = std::find_if(joins.begin(), joins.end(), [&](const catalog::JoinField& join) {
            return join.kind == at(place + "/kind") && join.pointers == textsOf(compose::valueAt(m_root, place + "/pointers"));
        });
        const auto index = std::size_t(found - joins.begin());
        if (index >= m_proposal.joins.size())
            return;
        const saga::JoinEvidence& seen = m_proposal.joins[index];
        const QString sentence = word(QT_TRANSLATE_NOOP("Proposal", "Its value is on two or more events in %1 of the sagas that have it; %2 of its values are in one saga only."))
                                     .arg(percentText(seen.share), percentText(seen.unique));
        add(place, percentText(seen.share), sentence);
        add(place + "/pointers", word(QT_TRANSLATE_NOOP("Proposal", "ties %1, unique %2")).arg(percentText(seen.share), percentText(seen.unique)), sentence);
    }

    void addFollow(const std::string& place)
    {
        const std::string effect = at(place + "/effect");
        QStringList sentences;
        QStringList hints;
        for (const std::string& cause : textsOf(compose::valueAt(m_root, place + "/causes")))
            for (const saga::FollowEvidence& seen : m_proposal.follows) {
                if (seen.effect != effect || seen.cause != cause || seen.of == 0)
                    continue;
                const QString share = percentText(double(seen.count) / double(seen.of));
                hints << share;
                sentences << word(QT_TRANSLATE_NOOP("Proposal", "%1: in %2 of %3, %4 of them declared")).arg(toQString(cause), share, countText(seen.of), countText(seen.declared));
            }
        if (sentences.isEmpty())
            return;
        add(place, hints.join(QStringLiteral(" · ")), sentences.join(u'\n'));
        add(place + "/causes", hints.join(QStringLiteral(" · ")), sentences.join(u'\n'));
    }

    const saga::Proposal& m_proposal;
    const Json& m_root;
    std::vector<PartEvidence> m_parts;
};

} // namespace

std::vector<PartEvidence> evidenceOf(const saga::Proposal& proposal, const Json& root)
{
    return Writer(proposal, root).take();
}

QString proposalSentence(const saga::Proposal& proposal)
{
    QStringList parts{numbered(QT_TRANSLATE_N_NOOP("Proposal", "Proposed from %Ln saga(s): %1 failed, %2 unfinished."), proposal.sagas)
                          .arg(countText(proposal.failed), countText(proposal.unfinished))};
    QStringList rare;
    for (const saga::LeftOutType& type : proposal.leftOut) {
        if (std::size_t(rare.size()) == kMostLeftOut)
            break;
        rare << QStringLiteral("%1 (%2)").arg(toQString(type.eventType), percentText(type.share));
    }
    if (!rare.isEmpty())
        parts << word(QT_TRANSLATE_NOOP("Proposal", "Too rare for a step: %1.")).arg(rare.join(QStringLiteral(", ")));
    if (proposal.isJoinedByDeclaredIdsOnly)
        parts << word(QT_TRANSLATE_NOOP("Proposal", "No field of the payload ties the events together, only declared ids."));
    parts << word(QT_TRANSLATE_NOOP("Proposal", "What speaks for each part stands beside it; nothing is saved yet."));
    return parts.join(u' ');
}

} // namespace sagascope::ui
