// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Report.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/review/SagaReview.h"
#include "core/saga/CausationFindings.h"
#include "core/saga/Member.h"
#include "core/saga/RepeatIndex.h"
#include "core/session/QueryMatcher.h"
#include "core/session/Session.h"

namespace sagascope::session {
namespace {

using identity::Repeat;

/// A finding before it has a number: what it belongs to, and its rule.
struct Draft
{
    std::size_t saga; ///< position in Report::sagas; their count for an unassigned event
    base::EventIndex unassigned;
    base::Rule rule;

    friend auto operator<=>(const Draft&, const Draft&) = default;
};

struct Body
{
    std::string detail;
    std::vector<base::EventIndex> events;
};

void sortSagas(Report& report)
{
    const auto key = [](const ReportSaga& s) { return std::tie(s.story.startedAt, s.story.key); };
    const auto startsBefore = [&](const ReportSaga& a, const ReportSaga& b) {
        return key(a) == key(b) ? saga::isBefore(a.story.events[0].event, b.story.events[0].event, report.snapshot->events)
                                : key(a) < key(b);
    };
    std::sort(report.sagas.begin(), report.sagas.end(), startsBefore);
}

/// What was found in the saga and at its events, in the report's order.
void addFindings(Report& report, ReportSaga& reported)
{
    const store::EventStore::View& events = report.snapshot->events;
    std::vector<saga::StoryFinding> found = review::findingsOf(reported.story, events);
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return base::ruleName(a.rule) < base::ruleName(b.rule); });
    for (saga::StoryFinding& finding : found) {
        std::sort(finding.events.begin(), finding.events.end(), [&](auto a, auto b) { return saga::isBefore(a, b, events); });
        const std::string id = "f" + std::to_string(report.findings.size() + 1);
        reported.findings.push_back(id);
        report.findings.push_back({id, finding.rule, std::move(finding.detail), reported.story.key, std::move(finding.events)});
    }
}

class Compiler
{
public:
    explicit Compiler(Report& report) : m_report(report), m_snapshot(*report.snapshot) {}

    void run()
    {
        tellSagas();
        sortOut();
        connectSagas();
        collectFindings();
        numberFindings();
    }

private:
    [[nodiscard]] const store::EventStore::View& events() const { return m_snapshot.events; }
    [[nodiscard]] bool isBefore(base::EventIndex a, base::EventIndex b) const { return saga::isBefore(a, b, events()); }

    void tellSagas()
    {
        const saga::SagaTracker::View& sagas = m_snapshot.sagas;
        for (std::uint32_t slot = 0; slot < sagas.slotCount(); ++slot) {
            if (sagas.saga(base::SagaId(slot)).isAlive)
                m_report.sagas.push_back({storyOf(m_snapshot, base::SagaId(slot)), {}});
        }
        sortSagas(m_report);
        m_sagaOf.assign(events().size(), m_report.sagas.size());
        for (std::size_t i = 0; i < m_report.sagas.size(); ++i) {
            for (const saga::StoryEvent& event : m_report.sagas[i].story.events)
                m_sagaOf[event.event.value] = i;
        }
    }

    void sortOut()
    {
        for (std::uint32_t i = 0; i < events().size(); ++i) {
            const base::EventIndex event(i);
            if (m_snapshot.isLater(event)) {
                m_report.later.push_back(event);
            } else if (events().row(event).has(store::EventFlag::Undecodable)) {
                m_report.undecodable.push_back(event);
            } else if (isUnassigned(event)) {
                const saga::RepeatMark mark = m_repeats.markOf(event, events(), m_snapshot.identity);
                m_report.unassigned.push_back({event, mark.repeat, mark.of});
            }
        }
        const auto byCoordinates = [&](base::EventIndex a, base::EventIndex b) {
            const auto key = [&](base::EventIndex event) {
                const store::EventRow& row = events().row(event);
                return std::tuple(events().topicName(row.topic), row.partition, row.offset, event);
            };
            return key(a) < key(b);
        };
        std::sort(m_report.undecodable.begin(), m_report.undecodable.end(), byCoordinates);
        std::sort(m_report.later.begin(), m_report.later.end(), byCoordinates);
        std::sort(m_report.unassigned.begin(), m_report.unassigned.end(),
                  [&](const ReportUnassigned& a, const ReportUnassigned& b) { return isBefore(a.event, b.event); });
    }

    [[nodiscard]] bool isUnassigned(base::EventIndex event) const
    {
        return m_sagaOf[event.value] == m_report.sagas.size();
    }

    void connectSagas()
    {
        for (std::uint32_t i = 0; i < events().size(); ++i) {
            const base::EventIndex effect(i);
            if (m_snapshot.isLater(effect))
                continue;
            const base::EventIndex named = m_snapshot.identity.sameIds().causeOf(effect);
            if (!named.isValid() || isCopy(effect))
                continue;
            const base::EventIndex cause = m_repeats.firstOf(named, events(), m_snapshot.identity);
            const bool isInside = m_sagaOf[cause.value] == m_sagaOf[i] && !isUnassigned(effect);
            if (!isInside && cause != effect)
                m_report.edges.push_back({cause, effect, identity::Evidence::Declared, {}, std::nullopt});
        }
        std::sort(m_report.edges.begin(), m_report.edges.end(), [&](const auto& a, const auto& b) {
            return a.to == b.to ? isBefore(a.from, b.from) : isBefore(a.to, b.to);
        });
    }

    [[nodiscard]] bool isCopy(base::EventIndex event)
    {
        const Repeat repeat = m_repeats.markOf(event, events(), m_snapshot.identity).repeat;
        return repeat == Repeat::Redelivery || repeat == Repeat::Attempt;
    }

    void collectFindings()
    {
        for (std::size_t i = 0; i < m_report.sagas.size(); ++i) {
            for (const saga::StoryFinding& finding : m_report.sagas[i].story.findings) {
                for (const base::EventIndex event : finding.events)
                    add({i, {}, finding.rule}, event, finding.detail);
            }
        }
        for (std::uint32_t i = 0; i < events().size(); ++i)
            collectOwn(base::EventIndex(i));
        for (const ReportUnassigned& unassigned : m_report.unassigned)
            findUnassigned(unassigned);
    }

    void collectOwn(base::EventIndex event)
    {
        const store::EventRow& row = events().row(event);
        if (!row.has(store::EventFlag::HasHits) || row.has(store::EventFlag::Undecodable) || m_snapshot.isLater(event))
            return;
        for (const store::StoredHit& hit : events().hitsOf(event))
            add(draftFor(event, hit.rule), event, events().text(hit.detail));
    }

    void findUnassigned(const ReportUnassigned& unassigned)
    {
        const base::EventIndex event = unassigned.event;
        if (unassigned.repeat == Repeat::Redelivery)
            add(draftFor(event, base::Rule::DuplicateRedelivery), event, {});
        if (unassigned.repeat == Repeat::IdCollision)
            add(draftFor(event, base::Rule::EventidCollision), event, {});
        const store::EventRow& row = events().row(event);
        const bool namesCause = !row.causationId.isNull() && row.causationId != row.eventId && !isCopy(event);
        const base::EventIndex cause = m_snapshot.identity.sameIds().causeOf(event);
        if (namesCause && !cause.isValid())
            add(draftFor(event, base::Rule::CausationDangling), event, {});
        if (namesCause && cause.isValid() && saga::isPromptReply(event, cause, events())) {
            const Draft draft = draftFor(event, base::Rule::RequestReply);
            add(draft, cause, {});
            add(draft, event, {});
        }
    }

    [[nodiscard]] Draft draftFor(base::EventIndex event, base::Rule rule) const
    {
        return {m_sagaOf[event.value], isUnassigned(event) ? event : base::EventIndex(), rule};
    }

    void add(const Draft& draft, base::EventIndex event, std::string_view detail)
    {
        Body& body = m_drafts[draft];
        if (std::find(body.events.begin(), body.events.end(), event) == body.events.end())
            body.events.push_back(event);
        const bool isSmaller = body.detail.empty() || (!detail.empty() && detail < body.detail);
        if (isSmaller) // of several details the smallest, so that arrival does not choose
            body.detail = detail;
    }

    void numberFindings()
    {
        std::vector<std::pair<Draft, Body>> sorted(m_drafts.begin(), m_drafts.end());
        std::sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
            if (a.first.saga != b.first.saga)
                return a.first.saga < b.first.saga;
            if (a.first.unassigned != b.first.unassigned)
                return isBefore(a.first.unassigned, b.first.unassigned);
            return base::ruleName(a.first.rule) < base::ruleName(b.first.rule);
        });
        for (auto& [draft, body] : sorted) {
            std::sort(body.events.begin(), body.events.end(), [&](auto a, auto b) { return isBefore(a, b); });
            ReportFinding finding;
            finding.id = "f" + std::to_string(m_report.findings.size() + 1);
            finding.rule = draft.rule;
            finding.detail = std::move(body.detail);
            finding.events = std::move(body.events);
            if (draft.saga < m_report.sagas.size()) {
                finding.saga = m_report.sagas[draft.saga].story.key;
                m_report.sagas[draft.saga].findings.push_back(finding.id);
            }
            m_report.findings.push_back(std::move(finding));
        }
    }

    Report& m_report;
    const Snapshot& m_snapshot;
    saga::RepeatIndex m_repeats;
    std::vector<std::size_t> m_sagaOf; ///< by event: position in Report::sagas
    std::map<Draft, Body> m_drafts;
};

} // namespace

std::string valueText(const saga::ScorePart& part)
{
    return part.feature == saga::Feature::Time ? part.value + " s" : part.value;
}

void keepSagas(Report& report, const Query& query)
{
    QueryMatcher matcher(query);
    const Snapshot& snapshot = *report.snapshot;
    std::erase_if(report.sagas, [&](const ReportSaga& saga) {
        const base::SagaId id = snapshot.sagas.sagaOf(saga.story.events.front().event);
        return !id.isValid() || !matcher.matches(snapshot, id);
    });
}

Report makeReport(SnapshotPtr snapshot)
{
    Report report;
    report.snapshot = std::move(snapshot);
    Compiler(report).run();
    return report;
}

Report makeReport(SnapshotPtr snapshot, const std::vector<base::SagaId>& only)
{
    Report report;
    report.snapshot = std::move(snapshot);
    const saga::SagaTracker::View& sagas = report.snapshot->sagas;
    for (const base::SagaId saga : only) {
        if (saga.isValid() && saga.value < sagas.slotCount() && sagas.saga(saga).isAlive)
            report.sagas.push_back({storyOf(*report.snapshot, saga), {}});
    }
    sortSagas(report);
    for (ReportSaga& saga : report.sagas)
        addFindings(report, saga);
    return report;
}

} // namespace sagascope::session
