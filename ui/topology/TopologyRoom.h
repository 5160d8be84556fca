// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

#include "ui/common/LatestWins.h"
#include "ui/shell/Room.h"
#include "ui/state/ViewState.h"
#include "ui/topology/GraphDrawer.h"

class QSplitter;
class QStackedWidget;
class QToolButton;

namespace sagascope::ui {

class Chip;
class EmptyState;
class EventDetails;
class GraphCanvas;
class GraphLegend;
class Panel;
class TopologyFacts;

/// Two graphs: the service map of all traffic, and causes and effects of the selected saga. Drawings are made in a
/// worker; the service map at most twice a second.
class TopologyRoom : public Room
{
    Q_OBJECT

public:
    enum class View { Services, Saga };

    explicit TopologyRoom(ViewState& state, QWidget* parent = nullptr);
    ~TopologyRoom() override;

    [[nodiscard]] static QString roomName() { return QStringLiteral("topology"); }
    [[nodiscard]] static QString roomTitle() { return tr("Topology"); }
    [[nodiscard]] QString name() const override { return roomName(); }
    [[nodiscard]] QString title() const override { return roomTitle(); }
    void refresh() override;
    void cameFromElsewhere() override;
    [[nodiscard]] bool isSettled() const override;

    void setView(View view);
    [[nodiscard]] View view() const { return m_view; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    void buildActions();
    void placeSide();
    void connectState();
    void connectCanvas();
    void retranslate();
    void redraw(bool isOther);
    void showDrawing(Drawing drawing);
    void showPage();
    void showFacts();
    void selectFromState();
    void selectFromCanvas();
    void showTopic(const QString& topic);
    [[nodiscard]] QString sagaVersion() const;

    ViewState& m_state;
    View m_view = View::Services;
    Panel* m_panel;
    QToolButton* m_services;
    QToolButton* m_saga;
    Chip* m_neverSeen;
    QToolButton* m_fit;
    QStackedWidget* m_stack;
    GraphCanvas* m_canvas;
    GraphLegend* m_legend;
    EmptyState* m_empty;
    QSplitter* m_split;
    TopologyFacts* m_facts;
    EventDetails* m_details;
    QString m_shownSubject;
    QString m_drawnSaga; ///< what the saga view shows or is about to: see sagaVersion()
    std::optional<base::Error> m_failure;
    QTimer m_pause;         ///< between two drawings of the service map
    bool m_isShown = false; ///< a drawing made since the room was opened is on screen
    bool m_isStale = false; ///< a snapshot came during the pause
    std::shared_ptr<LayoutCache> m_cache;
    LatestWins<Drawing> m_drawer;
};

} // namespace sagascope::ui
