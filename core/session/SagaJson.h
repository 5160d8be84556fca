// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/session/JsonStream.h"
#include "core/session/Report.h"

namespace sagascope::session {

/// The parts of the report's contract that speak of sagas: what the report and a copy of one saga have in common. Refers
/// to the snapshot; any thread, one at a time.
class SagaJson
{
public:
    static constexpr int kContract = 1; ///< version of the contract

    /// How texts from the wire are written (as they are, or masked), where event ids come from, and what is added to each
    /// of a saga's events.
    struct Dress
    {
        std::function<std::string(std::string_view)> text;
        std::function<std::string(base::EventIndex)> eventId;
        std::function<void(JsonStream&, base::EventIndex)> addToEvent; ///< may be empty
    };

    SagaJson(const Snapshot& snapshot, Dress dress) : m_snapshot(snapshot), m_dress(std::move(dress)) {}

    void write(JsonStream& out, const ReportSaga& saga) const;
    [[nodiscard]] Json finding(const ReportFinding& finding) const;
    [[nodiscard]] Json edge(const identity::Edge& edge) const;
    [[nodiscard]] Json at(base::EventIndex event) const; ///< topic, partition, offset
    [[nodiscard]] Json atOrNull(base::EventIndex event) const { return event.isValid() ? at(event) : Json(); }
    [[nodiscard]] Json ats(const std::vector<base::EventIndex>& events) const;
    /// Adds eventId, eventType, source and timestamp.
    void putEvent(Json& json, base::EventIndex event) const;

    [[nodiscard]] static Json timeOrNull(base::Timestamp time);

private:
    void writeEvent(JsonStream& out, const saga::Story& story, const saga::StoryEvent& event) const;
    [[nodiscard]] Json storyEvent(const saga::Story& story, const saga::StoryEvent& event) const;
    [[nodiscard]] Json why(const std::vector<saga::Why>& why) const;
    [[nodiscard]] Json parts(const std::vector<saga::ScorePart>& parts) const;
    [[nodiscard]] Json candidate(const saga::Candidate& candidate) const;
    [[nodiscard]] Json step(const saga::StoryStep& step) const;
    [[nodiscard]] Json textOrNull(std::string_view text) const;

    const Snapshot& m_snapshot;
    Dress m_dress;
};

} // namespace sagascope::session
