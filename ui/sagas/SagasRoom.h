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
class SagaView;
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

    [[nodiscard]] static QString roomName() { return QStringLiteral("sagas"); }
    [[nodiscard]] static QString roomTitle() { return tr("Sagas"); }
    [[nodiscard]] QString name() const override { return roomName(); }
    [[nodiscard]] QString title() const override { return roomTitle(); }
    void refresh() override;
    [[nodiscard]] bool isSettled() const override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;
    [[nodiscard]] bool canLeave() override;
    void setNotes(NoteBook& notes) override; ///< shown at their sagas and offered to be written

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void setupViews();
    void setupComparison();
    [[nodiscard]] SagaView* makeSteps();
    [[nodiscard]] SagaView* makeComparison();
    void setupEvidence();
    void setupLayout();
    void arrange();
    void setupPages();
    [[nodiscard]] PopulationPage* makePopulation();
    [[nodiscard]] DefinitionsPage* makeDefinitions();
    [[nodiscard]] DefinitionsPage& showDefinitions();
    void openDefinition(const QString& name);
    void propose(const session::SnapshotPtr& snapshot, std::vector<base::SagaId> sagas);
    void proposeListed();
    void connectState();
    void retranslate();
    void tellStory();
    [[nodiscard]] bool isUpToDate() const;
    void show(ToldSagaPtr told);
    void showHead();
    void giveListWidth(int width);
    void showEvidence();

    ViewState& m_state;
    std::shared_ptr<const catalog::Catalog> m_catalog; ///< for the definitions; may be null
    DefinitionKeeper* m_keeper;
    PopulationFeed* m_population;
    SagaPages* m_pages;
    DefinitionsPage* m_definitions = nullptr; ///< not before somebody looks at it
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
    MessageBar* m_messages;
    SagaCopies* m_copies;
    QSplitter* m_whole;
    QSplitter* m_below;
    bool m_isArranged = false;
    bool m_isRestored = false; ///< pages that are made from now on are as they were left, too
    LatestWins<ToldSagaPtr> m_teller;
};

} // namespace sagascope::ui
