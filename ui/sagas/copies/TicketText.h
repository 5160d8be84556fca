// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/session/Report.h"
#include "ui/sagas/copies/PicturePaper.h"

namespace sagascope::ui {

/// A saga in words for a ticket, in Markdown that reads as plain text too: what became of it, what is wrong and what to
/// do, its steps with their times and gaps, its last events with their coordinates. Times are UTC, since readers are
/// anywhere; secrets are masked. Refers to the report; any thread.
class TicketText
{
    Q_DECLARE_TR_FUNCTIONS(TicketText)

public:
    explicit TicketText(const session::Report& report) : m_report(report), m_snapshot(*report.snapshot) {}

    [[nodiscard]] QString of(const session::ReportSaga& saga) const;
    /// The same in two lines, above a picture.
    [[nodiscard]] PictureHead head(const saga::Story& story) const;

    static constexpr std::size_t kMostEvents = 20;
    static constexpr std::size_t kMostPlaces = 5; ///< coordinates of a finding
    static constexpr std::size_t kMostIds = 12;

private:
    [[nodiscard]] QString facts(const saga::Story& story) const;
    [[nodiscard]] QString range(const saga::Story& story) const;
    [[nodiscard]] QString identifiers(const saga::Story& story) const;
    [[nodiscard]] QString findings(const session::ReportSaga& saga) const;
    [[nodiscard]] QString finding(const session::ReportFinding& finding) const;
    [[nodiscard]] QString steps(const saga::Story& story) const;
    [[nodiscard]] QString events(const saga::Story& story) const;
    [[nodiscard]] QString place(base::EventIndex event) const;
    [[nodiscard]] QString sinceStart(const saga::Story& story, base::EventIndex event) const;
    [[nodiscard]] base::Timestamp timeOf(base::EventIndex event) const { return m_snapshot.events.row(event).time(); }

    const session::Report& m_report;
    const session::Snapshot& m_snapshot;
};

} // namespace sagascope::ui
