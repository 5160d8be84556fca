// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saga/Saga.h"
#include "ui/common/LatestWins.h"
#include "ui/sagas/ToldSaga.h"
#include "ui/shell/Room.h"
#include "ui/state/ViewState.h"

class QLabel;
class QSplitter;
class QTextBrowser;

namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::ui {

class ConcernMark;
class DefinitionKeeper;
class DefinitionsPage;
class EventDetails;
class PopulationFeed;
class PopulationPage;
class SagaListPanel;
class SagaPages;
class MessageBar;
class NotBegunYet;
class NoteBook;
class SagaCopies;
class SagaViews;
class StateLabel;
class StepsPanel;
class StepsTab;
class StuckMark;

/// The main room: the list of sagas, and the selected one as swim lanes, steps, findings and events.
class SagasRoom : public Room
{
    Q_OBJECT

public:
    explicit SagasRoom(ViewState& state, std::shared_ptr<const catalog::Catalog> catalog = nullptr,
                       DefinitionKeeper* keeper = nullptr, QWidget* parent = nullptr);
    ~SagasRoom() override;

    [[nodiscard]] QString name() const override { return QStringLiteral("sagas"); }
    [[nodiscard]] QString title() const override { return tr("Sagas"); }
    void refresh() override;
    [[nodiscard]] bool isSettled() const override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;
    [[nodiscard]] bool canLeave() override;
    /// Shows them at their sagas and offers to write them; they outlive us. Once.
    void setNotes(NoteBook& notes);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void setupViews();
    void setupComparison();
    void setupEvidence();
    void setupLayout();
    void arrange();
    void setupPages();
    void connectDefinitions(const PopulationPage* population);
    void connectState();
    void retranslate();
    void tellStory();
    [[nodiscard]] bool isUpToDate() const;
    void show(ToldSagaPtr told);
    void showHead();
    void giveListWidth(int width);
    void showEvidence();

    ViewState& m_state;
    PopulationFeed* m_population;
    SagaPages* m_pages;
    DefinitionsPage* m_definitions;
    ToldSagaPtr m_told; ///< never null
    SagaListPanel* m_list;
    SagaViews* m_views;
    NotBegunYet* m_notBegun;
    StateLabel* m_stateLabel;
    StuckMark* m_stuck;
    ConcernMark* m_concern;
    EventDetails* m_details;
    QTextBrowser* m_evidence;
    StepsPanel* m_steps;
    StepsTab* m_stepsTab;
    MessageBar* m_messages;
    SagaCopies* m_copies;
    QSplitter* m_whole;
    QSplitter* m_below;
    bool m_isArranged = false;
    LatestWins<ToldSagaPtr> m_teller;
};

} // namespace sagascope::ui
