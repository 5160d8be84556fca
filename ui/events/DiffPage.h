// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>

#include "core/session/PreviousEvent.h"
#include "ui/common/EventDiff.h"
#include "ui/common/LatestWins.h"
#include "ui/state/ViewState.h"

class QComboBox;
class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace sagascope::ui {

class DiffModel;
class EmptyState;
class KeyValueList;

/// How the selected event differs from another one: the one before it in the life of the same entity, or one that was
/// marked. Follows the selection and what is read while visible; looks in a worker. Secrets stay masked. GUI thread.
class DiffPage : public QWidget
{
    Q_OBJECT

public:
    enum class Against { Previous, PreviousOfType, Marked };

    explicit DiffPage(ViewState& state, QWidget* parent = nullptr);
    ~DiffPage() override;

    /// Remembers an event to compare others with; the page compares with it from now on.
    void mark(base::EventIndex event);
    [[nodiscard]] base::EventIndex marked() const { return m_marked; }
    void setAgainst(Against against);
    void focusTable();
    [[nodiscard]] bool isSettled() const { return !m_finder.isBusy(); }

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Question
    {
        base::EventIndex event;
        base::EventIndex marked;
        Against against = Against::Previous;
        friend bool operator==(const Question&, const Question&) = default;
    };
    struct Found
    {
        session::SnapshotPtr snapshot;
        Question question;
        session::EntityPast past;
        std::optional<session::PreviousEvent> previous; ///< that is compared with
        base::EventIndex other;
        EventDiff diff;
    };
    void setupTable();
    void find(bool isNewer);
    [[nodiscard]] static Found answer(session::SnapshotPtr snapshot, const Question& question, const StopToken& stop);
    void take(Found found);
    void showFound();
    void showNone();
    [[nodiscard]] QString summary() const;
    void showValues();
    void copyRows() const;
    void retranslate();

    ViewState& m_state;
    QComboBox* m_against;
    QToolButton* m_mark;
    QLabel* m_summary;
    QToolButton* m_go;
    DiffModel* m_model;
    QTableView* m_table;
    KeyValueList* m_values;
    QWidget* m_differences;
    EmptyState* m_none;
    QStackedWidget* m_stack;
    base::EventIndex m_marked;
    Question m_asked;
    std::uint64_t m_askedOf = 0; ///< the snapshot's sequence
    QElapsedTimer m_sinceAsked;
    Found m_found;
    LatestWins<Found> m_finder;
};

} // namespace sagascope::ui
