// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QTableView>

#include <array>

#include "ui/sagas/SagaListModel.h"

class QMenu;

namespace sagascope::ui {

class SagaDelegate;

/// The list on screen: a table when it is wide, cards of two lines when it is narrow. Sagas come and go, and yet nothing that
/// somebody looks at moves: while the pointer is on the list, or the selected line is in view, or the list is scrolled, lines
/// stay where they are. It asks for another order by a signal and changes nothing of it itself.
class SagaListView : public QTableView
{
    Q_OBJECT

public:
    explicit SagaListView(SagaListModel& model, QWidget* parent = nullptr);

    /// Applies the delta and keeps in place what should stay.
    void apply(SagaDelta delta);
    /// Marks it without telling, and scrolls only when it is not in view. One that is only proposed does not hold the list:
    /// what is new stays on top.
    void showSaga(base::SagaId saga, bool isProposed = false);
    [[nodiscard]] bool hasCards() const { return m_hasCards; }
    enum class Form { Fitting, Table }; ///< Fitting: cards where a table has no room
    void setForm(Form form);
    [[nodiscard]] Form form() const { return m_form; }
    static constexpr int kWideEnough = 640; ///< for a table without being asked
    /// Where just this one and one more are selected: that other one; else invalid.
    [[nodiscard]] base::SagaId otherSelected(base::SagaId saga) const;
    void setColumnShown(SagaColumn column, bool isShown);
    [[nodiscard]] bool isColumnShown(SagaColumn column) const { return m_isShown[std::size_t(column)]; }
    /// Widths and choice of columns, as left last time.
    void save(QSettings& settings) const;
    void restore(const QSettings& settings);
    void retranslate();

Q_SIGNALS:
    void sagaChosen(sagascope::base::SagaId saga);
    void orderChosen(sagascope::ui::SagaOrder order);
    /// A term of the query language that the person wants added to the search.
    void termChosen(const QString& term);
    /// To be seen side by side; without a right one, the person chooses that next.
    void comparisonChosen(sagascope::base::SagaId left, sagascope::base::SagaId right);
    void definitionWanted(const QString& name); ///< to look at it
    void proposalWanted();                      ///< of a definition, from the sagas that are listed
    /// Before the menu is shown: others add what they do with the sagas that are selected.
    void menuOpened(QMenu* menu, const std::vector<sagascope::base::SagaId>& sagas);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyboardSearch(const QString& typed) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setupHeader();
    void updateForm();
    void changeForm();
    [[nodiscard]] bool wantsCards() const;
    void shareWidth();
    void showOrder();
    void sortBy(int section);
    void showColumnMenu(const QPoint& at);
    [[nodiscard]] bool mustHold() const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] bool isCurrentInView() const;
    bool foldByKey(int key);
    void toggleGroup(int groupRow);
    void goToRow(int row);
    [[nodiscard]] std::vector<base::SagaId> selectedSagas(base::SagaId pointed) const; ///< that one first
    void copyKey(base::SagaId saga) const;
    void copyIds(base::SagaId saga) const;
    void copyLine(base::SagaId saga) const;
    void fillMenu(QMenu& menu, int row);
    void addCompareActions(QMenu& menu, base::SagaId pointed);
    void addFilterActions(QMenu& menu, base::SagaId saga);
    void addDefinitionActions(QMenu& menu, base::SagaId saga);

    SagaListModel& m_model;
    SagaDelegate* m_delegate;
    base::SagaId m_shown;
    std::array<bool, kSagaColumnCount> m_isShown{};
    std::array<int, kSagaColumnCount> m_widths{};
    QString m_typed; ///< typing ahead
    qint64 m_typedAt = 0;
    Form m_form = Form::Fitting;
    bool m_hasCards = true;
    bool m_isArranging = false;
    bool m_hasChosenWidths = false;
    bool m_isQuiet = false;
    bool m_isProposed = false;
    bool m_isFollowing = true; ///< at the top before the pointer came
};

} // namespace sagascope::ui
