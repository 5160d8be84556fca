// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <array>
#include <memory>

#include "ui/common/LatestWins.h"
#include "ui/sagas/SagaListModel.h"
#include "ui/state/ViewState.h"

class QMenu;
class QSettings;
class QStackedWidget;
class QToolButton;

namespace sagascope::ui {

class Chip;
class EmptyState;
class Panel;
class SagaListView;

/// All sagas with the chips that filter them by state, and the menu that orders and groups them. Obeys the window's search
/// text and time window, tells the ViewState what was chosen. Filters, orders and groups in a worker, at most five times a
/// second.
class SagaListPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SagaListPanel(ViewState& state, QWidget* parent = nullptr);
    ~SagaListPanel() override;

    void refresh();
    /// Shows something at least as new as what there was when the room was opened; live traffic is always newer.
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] const SagaListModel& model() const { return m_model; }
    /// Where just the open saga and one more are selected: that other one; else invalid.
    [[nodiscard]] base::SagaId selectedBesideOpen() const;
    void setNotes(const NoteBook& notes); ///< outlive us
    void setOrder(const SagaOrder& order);
    [[nodiscard]] const SagaOrder& order() const { return m_order; }
    void save(QSettings& settings) const;
    void restore(const QSettings& settings);
    static constexpr int kCardsWidth = 400;
    static constexpr int kTableWidth = 1050;

Q_SIGNALS:
    void comparisonChosen(sagascope::base::SagaId left, sagascope::base::SagaId right);
    void widthWanted(int width); ///< as a table it takes more, as cards less

Q_SIGNALS:
    void definitionWanted(const QString& name);
    void proposalWanted();

Q_SIGNALS:
    /// Before the list's menu is shown: others add what they do with the sagas that are selected.
    void menuOpened(QMenu* menu, const std::vector<sagascope::base::SagaId>& sagas);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Found
    {
        std::shared_ptr<SagaIndex> index;
        SagaDelta delta;
    };

    void setupChips();
    void setupArrangement();
    void fillArrangement();
    void setTable(bool isTable);
    void fillSorting(QMenu& menu);
    void fillGrouping(QMenu& menu);
    void connectState();
    void retranslate();
    void search();
    void take(Found found);
    void showCounts(const SagaDelta& delta);
    void showSelected();
    void select(base::SagaId saga);
    [[nodiscard]] bool isNumberedAsShown() const;
    [[nodiscard]] SagaFilter filter() const;
    void showEmptiness(const SagaDelta& delta);
    void explain(const SagaDelta& delta);
    void showHint(const SagaDelta& delta, const SagaHint& hint);
    [[nodiscard]] QString partName(const SagaFilter& filter, const SagaHint& hint) const;
    void dropPart(const SagaHint& hint);
    void addTerm(const QString& term);
    void clearFilter();

    ViewState& m_state;
    SagaListModel m_model;
    Panel* m_panel;
    SagaListView* m_list;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    struct Explained
    {
        SagaFilter filter;
        std::vector<SagaHint> hints;
        bool hasSagas = false;
        friend bool operator==(const Explained&, const Explained&) = default;
    };
    std::optional<Explained> m_explained; ///< what the empty list says now
    QWidget* m_chipRow;
    QToolButton* m_arrange;
    SagaOrder m_order;
    std::array<Chip*, saga::kSagaStateCount> m_chips{};
    std::shared_ptr<SagaIndex> m_index;
    QTimer m_pace;
    std::uint64_t m_wantedSequence = 0;
    LatestWins<Found> m_worker;
};

} // namespace sagascope::ui
