// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <memory>

#include "ui/common/LatestWins.h"
#include "ui/sagas/SagaView.h"
#include "ui/state/ViewState.h"
#include "ui/topology/GraphDrawer.h"

class QLabel;
class QStackedWidget;

namespace sagascope::ui {

class EmptyState;
class GraphCanvas;
class GraphLegend;

/// The saga as a graph of causes and effects: several causes, missing ones as ghosts, cycles marked, the path that took
/// longest emphasised with its durations. Built, folded and laid out by a worker; what takes longer than a moment says
/// so and can be stopped. Keys: see GraphCanvas; Left goes to the cause, Right to the effect.
class CausationTab : public SagaView
{
    Q_OBJECT

public:
    explicit CausationTab(ViewState& state, QWidget* parent = nullptr);
    ~CausationTab() override;

    [[nodiscard]] static QString viewName() { return QStringLiteral("causation"); }
    [[nodiscard]] static QString viewTitle() { return tr("Causation"); }
    [[nodiscard]] QString name() const override { return viewName(); }
    [[nodiscard]] QString title() const override { return viewTitle(); }
    void setSaga(ToldSagaPtr told, bool isSame) override;
    [[nodiscard]] bool isSettled() const override { return !m_drawer.isBusy(); }
    [[nodiscard]] QList<QToolButton*> tools() const override { return {m_fit}; }
    [[nodiscard]] PictureSource picture() const override;

    [[nodiscard]] const GraphCanvas& canvas() const { return *m_canvas; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildLayout();
    void retranslate();
    void draw(bool isSame);
    void stop();
    void showDrawing(Drawing drawing, bool isSame);
    void showWaiting();
    void showStopped();
    void showSummary();
    void showLegend();
    void showSelection();
    [[nodiscard]] QString foldText() const;

    ViewState& m_state;
    ToldSagaPtr m_told;
    QStackedWidget* m_stack;
    GraphCanvas* m_canvas;
    GraphLegend* m_legend;
    QLabel* m_summaryText;
    EmptyState* m_message;
    QToolButton* m_fit;
    QToolButton* m_unfold;
    CausationSummary m_summary;
    bool m_isEmpty = true;
    base::SagaId m_drawn;
    std::shared_ptr<LayoutCache> m_cache;
    QTimer m_patience; ///< runs out when a drawing takes long enough to say so
    struct Done
    {
        base::SagaId saga;
        Drawing drawing;
    };
    LatestWins<Done> m_drawer;
};

} // namespace sagascope::ui
