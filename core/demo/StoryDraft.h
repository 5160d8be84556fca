// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/demo/Cast.h"
#include "core/demo/Draw.h"
#include "core/demo/Story.h"

namespace sagascope::demo {

using Json = nlohmann::ordered_json;

/// A story being written: keeps ids, keys and causes right so that the authors only say what happens.
/// Used by one thread; made for one story.
class StoryDraft
{
public:
    /// The record just added; says more about it.
    class Line
    {
    public:
        Line(StoryDraft& draft, std::size_t position) : m_draft(&draft), m_position(position) {}
        /// Written only when that group has read `cause`; in the spec dialect also names it as the cause.
        Line& reactingTo(std::size_t cause, Service group);
        Line& causedBy(std::size_t cause); ///< the spec's causationId; the platform has none
        Line& after(int lowMs, int highMs);
        Line& stamped(std::string_view member, std::chrono::hours offset = std::chrono::hours{0});
        Line& underSaga(Json metadata);
        Line& markedAsFailed();                             ///< header `failedAt`
        operator std::size_t() const { return m_position; } // NOLINT: a line is its position

    private:
        [[nodiscard]] PlannedRecord& record() const { return m_draft->m_story.records[m_position]; }
        StoryDraft* m_draft;
        std::size_t m_position;
    };

    StoryDraft(std::uint64_t seed, std::uint64_t index, StoryKind kind, Dialect dialect);

    /// An event on the topic of its type, keyed as the platform keys this type.
    Line tell(Service publisher, std::string_view eventType, Json payload);
    /// The same record again: to its own topic (redelivery), or to a queue with more headers (another attempt).
    Line repeat(std::size_t original, Service publisher);
    Line repeatOn(std::string_view topic, std::size_t original, Service publisher,
                  std::vector<kafka::OutgoingHeader> headers);
    Line garble(Service publisher, std::string_view topic, std::string key, std::string bytes);

    void name(std::string_view identifierKind, const std::string& value);
    void expect(std::string_view definition, std::string_view state, std::vector<std::size_t> members);
    /// The saga of every record told so far.
    void expectAll(std::string_view definition, std::string_view state);

    [[nodiscard]] Draw draw(std::string_view purpose) const { return {m_seed, m_story.index, purpose}; }
    [[nodiscard]] Traveller traveller() const { return Traveller::ofPopulation(m_seed, m_story.index); }
    [[nodiscard]] Traveller newcomer() const { return Traveller::newcomer(m_seed, m_story.index); }
    [[nodiscard]] Journey journey() const { return Journey::of(m_seed, m_story.index); }
    [[nodiscard]] StoryKind kind() const { return m_story.kind; }
    [[nodiscard]] std::uint64_t index() const { return m_story.index; }
    [[nodiscard]] std::size_t size() const { return m_story.records.size(); }

    [[nodiscard]] Story take() { return std::move(m_story); }

private:
    std::uint64_t m_seed;
    Story m_story;
    std::string m_correlationId; ///< empty in the platform dialect
};

} // namespace sagascope::demo
