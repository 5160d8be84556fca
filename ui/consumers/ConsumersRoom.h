// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/LatestWins.h"
#include "ui/consumers/GroupModels.h"
#include "ui/shell/Room.h"
#include "ui/state/ViewState.h"

class QButtonGroup;
class QListView;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace sagascope::ui {

class EmptyState;
class FanOutPage;
class GroupPage;
class LanesPage;
class Panel;

/// Who reads what, how far behind in messages and in time, and whether that is well. Groups are looked at every few
/// seconds; a look is arranged in a worker, only while somebody looks at the room.
class ConsumersRoom : public Room
{
    Q_OBJECT

public:
    explicit ConsumersRoom(ViewState& state, QWidget* parent = nullptr);
    ~ConsumersRoom() override;

    [[nodiscard]] static QString roomName() { return QStringLiteral("consumers"); }
    [[nodiscard]] static QString roomTitle() { return tr("Consumers"); }
    [[nodiscard]] QString name() const override { return roomName(); }
    [[nodiscard]] QString title() const override { return roomTitle(); }
    void refresh() override;
    [[nodiscard]] bool isSettled() const override { return !m_frames.isBusy(); }

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Page { Group, Lanes, Matrix, FanOut };

    void buildGroups();
    void buildPages();
    void layOut();
    void connectState();
    void addPage(QWidget* page);
    void showPage(int page);
    void chooseGroup(const QString& group);
    [[nodiscard]] ConsumersQuery query() const;
    void showFrame(const ConsumersFramePtr& frame);
    void showGroups();
    void showEmpty();
    void openEvent(base::EventIndex event);
    void retranslate();

    ViewState& m_state;
    QString m_group; ///< chosen; empty: the first
    GroupModel m_groupModel;
    MatrixModel m_matrixModel;
    Panel* m_groupPanel;
    QListView* m_groups;
    Panel* m_panel;
    QButtonGroup* m_choice;
    QStackedWidget* m_pages;
    GroupPage* m_groupPage;
    LanesPage* m_lanes;
    QTableView* m_matrix;
    FanOutPage* m_fanOut;
    QStackedWidget* m_whole;
    EmptyState* m_empty;
    metrics::GroupBoardPtr m_board; ///< on screen, or about to be
    ConsumersQuery m_query;         ///< the same
    LatestWins<ConsumersFramePtr> m_frames;
    bool m_isShowing = false; ///< selections change because rows do
};

} // namespace sagascope::ui
