// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>

#include "core/session/RelatedEvents.h"
#include "ui/common/LatestWins.h"
#include "ui/state/ViewState.h"

class QLabel;
class QStackedWidget;
class QTableView;

namespace sagascope::ui {

class EmptyState;
class RelatedModel;

/// What has to do with the selected event: cause, effects, repeats, the rest of its saga, the same entity. A double click or
/// Enter goes there. Follows the selection and what is read while visible; looks in a worker. GUI thread.
class RelatedPage : public QWidget
{
    Q_OBJECT

public:
    explicit RelatedPage(ViewState& state, QWidget* parent = nullptr);
    ~RelatedPage() override;

    [[nodiscard]] bool isSettled() const { return !m_finder.isBusy(); }

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Found
    {
        session::SnapshotPtr snapshot;
        base::EventIndex event;
        session::RelatedEvents related;
    };

    void find(bool isNewer);
    void take(Found found);
    void retranslate();
    void showCounts();
    void activate(const QModelIndex& index);

    ViewState& m_state;
    RelatedModel* m_model;
    QLabel* m_counts;
    QTableView* m_table;
    QStackedWidget* m_stack;
    EmptyState* m_none;
    base::EventIndex m_asked;
    std::uint64_t m_askedOf = 0; ///< the snapshot's sequence
    QElapsedTimer m_sinceAsked;
    LatestWins<Found> m_finder;
};

} // namespace sagascope::ui
