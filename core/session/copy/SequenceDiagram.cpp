// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iomanip>
#include <sstream>
#include <vector>

#include "core/catalog/Catalog.h"
#include "core/session/Sequence.h"
#include "core/session/copy/DiagramLanguage.h"
#include "core/session/copy/SagaCopy.h"

namespace sagascope::session {
namespace {

std::string fixed(double number)
{
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out << std::fixed << std::setprecision(2) << number;
    return out.str();
}

std::string seconds(base::Duration duration)
{
    return fixed(std::chrono::duration<double>(duration).count()) + " s";
}

std::string_view withoutPrefix(std::string_view name)
{
    constexpr std::string_view kPrefix = "dreamscape.";
    return name.starts_with(kPrefix) ? name.substr(kPrefix.size()) : name;
}

/// Writes what the sequence view shows, in words that need no translation: codes of the report.
class DiagramWriter
{
public:
    DiagramWriter(const saga::Story& story, const Snapshot& snapshot, const DiagramLanguage& language)
        : m_story(story), m_language(language), m_sequence(sequenceOf(story, snapshot))
    {
    }

    std::string write()
    {
        chooseBlocks();
        m_out = m_language.begin(title());
        writeParticipants();
        for (const SequenceBlock& block : m_blocks)
            writeBlock(block);
        writeOmitted();
        writeMissing();
        return m_out + m_language.end();
    }

private:
    [[nodiscard]] const SequenceTurn& turn(int i) const { return m_sequence.turns[std::size_t(i)]; }
    [[nodiscard]] int stranger() const { return int(m_sequence.participants.size()); } ///< publishes what nobody signed
    [[nodiscard]] int senderOf(const SequenceTurn& turn) const { return turn.service < 0 ? stranger() : turn.service; }

    [[nodiscard]] std::string title() const
    {
        return (m_story.definition ? m_story.definition->name + ' ' : std::string()) + m_story.key + " (" +
               std::string(saga::stateName(m_story.state)) + ')';
    }

    void chooseBlocks()
    {
        int shown = 0;
        for (const SequenceBlock& block : foldRepeats(m_sequence.turns)) {
            shown += block.period;
            if (shown > kMostTurns)
                return;
            m_blocks.push_back(block);
        }
    }

    /// In order of first appearance, and only those that appear.
    void writeParticipants()
    {
        m_isDrawn.assign(m_sequence.participants.size() + 1, false);
        for (const SequenceBlock& block : m_blocks) {
            for (int i = block.first; i < block.first + block.period; ++i) {
                for (const SequenceDelivery& delivery : turn(i).deliveries)
                    writeParticipant(turn(delivery.cause).topic);
                writeParticipant(senderOf(turn(i)));
                writeParticipant(turn(i).topic);
            }
        }
    }

    void writeParticipant(int number)
    {
        if (m_isDrawn[std::size_t(number)])
            return;
        m_isDrawn[std::size_t(number)] = true;
        m_first = m_first < 0 ? number : m_first;
        m_last = number;
        if (number == stranger()) {
            m_out += m_language.participant(number, ParticipantKind::Service, "?");
            return;
        }
        const SequenceParticipant& participant = m_sequence.participants[std::size_t(number)];
        m_out += m_language.participant(number, participant.kind, withoutPrefix(participant.name));
    }

    void writeBlock(const SequenceBlock& block)
    {
        writeWait(block.first);
        if (block.count > 1)
            m_out += m_language.loop(std::to_string(block.count) + " x");
        for (int i = block.first; i < block.first + block.period; ++i) {
            if (i > block.first && block.count == 1)
                writeWait(i);
            writeTurn(turn(i));
        }
        if (block.count > 1)
            m_out += m_language.endLoop();
        m_before = block.last();
    }

    void writeWait(int i)
    {
        if (m_before < 0)
            return;
        const base::Timestamp before = turn(m_before).time;
        const base::Timestamp now = turn(i).time;
        if (before != base::kNoTime && now != base::kNoTime && now - before >= kNoticedWait)
            m_out += m_language.note(m_first, m_last, "… " + seconds(now - before) + " …");
    }

    void writeTurn(const SequenceTurn& self)
    {
        for (const SequenceDelivery& delivery : self.deliveries) {
            const bool isInferred = delivery.evidence == identity::Evidence::Inferred;
            std::string text(identity::evidenceName(delivery.evidence));
            if (delivery.score)
                text += ' ' + fixed(*delivery.score);
            m_out += m_language.message(delivery.isWithin ? self.service : turn(delivery.cause).topic, self.service, text, isInferred);
        }
        std::string text = m_sequence.labels[std::size_t(self.label)];
        if (self.time != base::kNoTime)
            text += " +" + seconds(self.time - m_sequence.start);
        m_out += m_language.message(senderOf(self), self.topic, text, false);
        if (const std::string remark = remarkOf(self); !remark.empty())
            m_out += m_language.note(self.topic, self.topic, remark);
    }

    [[nodiscard]] std::string remarkOf(const SequenceTurn& self) const
    {
        std::string remark;
        const auto add = [&](std::string_view words) { remark.append(remark.empty() ? "" : ", ").append(words); };
        if (self.isCompensation)
            add("compensates " + m_story.steps[std::size_t(self.step)].compensates);
        if (self.isFailure)
            add("failed");
        if (self.isDeadLetter || self.isRetry)
            add(self.isDeadLetter ? "dead-letter" : "retry");
        if (self.repeat != identity::Repeat::None)
            add(identity::repeatName(self.repeat));
        return remark;
    }

    void writeOmitted()
    {
        const auto shown = std::size_t(m_before + 1);
        if (shown < m_sequence.turns.size() && m_first >= 0)
            m_out += m_language.note(m_first, m_last, "… and " + std::to_string(m_sequence.turns.size() - shown) + " more events");
    }

    /// Over the service that should have sent it, where it takes part; else over all.
    void writeMissing()
    {
        for (const saga::StoryStep& step : m_story.steps) {
            if (step.status != saga::StepStatus::Missing || m_first < 0)
                continue;
            const auto known = std::find_if(m_sequence.participants.begin(), m_sequence.participants.end(), [&](const SequenceParticipant& p) {
                return p.kind == ParticipantKind::Service && p.name == step.service;
            });
            const int at = int(known - m_sequence.participants.begin());
            const bool isShown = known != m_sequence.participants.end() && m_isDrawn[std::size_t(at)];
            m_out += m_language.note(isShown ? at : m_first, isShown ? at : m_last, "missing: " + step.eventType);
        }
    }

    const saga::Story& m_story;
    const DiagramLanguage& m_language;
    Sequence m_sequence;
    std::vector<SequenceBlock> m_blocks;
    std::string m_out;
    std::vector<bool> m_isDrawn; ///< by participant
    int m_first = -1; ///< participants at both ends of the diagram
    int m_last = -1;
    int m_before = -1; ///< the last turn that was written
};

} // namespace

std::string toMermaid(const saga::Story& story, const Snapshot& snapshot)
{
    return DiagramWriter(story, snapshot, *mermaidLanguage()).write();
}

std::string toPlantUml(const saga::Story& story, const Snapshot& snapshot)
{
    return DiagramWriter(story, snapshot, *plantUmlLanguage()).write();
}

} // namespace sagascope::session
