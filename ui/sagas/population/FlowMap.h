// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

#include "ui/common/LatestWins.h"
#include "ui/sagas/population/FlowGraph.h"
#include "ui/sagas/population/PopulationText.h"
#include "ui/topology/GraphDrawer.h"

class QLabel;
class QStackedWidget;

namespace sagascope::ui {

class EmptyState;
class GraphCanvas;

/// The directly-follows graph of a definition's sagas, laid out in a worker. GUI thread only.
class FlowMap : public QWidget
{
    Q_OBJECT

public:
    explicit FlowMap(QWidget* parent = nullptr);
    ~FlowMap() override;

    void setCounted(const CountedSagas& counted);
    [[nodiscard]] bool isSettled() const { return !m_drawer.isBusy(); }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Drawn
    {
        Drawing drawing;
        std::vector<QString> notes;
        std::size_t leftOut = 0;
    };

    void retranslate();
    void draw();
    void take(Drawn drawn);
    void showNote();
    [[nodiscard]] bool isWider() const;

    CountedSagas m_counted;
    GraphCanvas* m_canvas;
    QLabel* m_note;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    QString m_shown; ///< the definition on screen
    std::vector<QString> m_notes;
    std::size_t m_leftOut = 0;
    bool m_isStale = false;
    bool m_isWide = true; ///< as it was drawn
    std::shared_ptr<LayoutCache> m_cache;
    LatestWins<Drawn> m_drawer;
};

} // namespace sagascope::ui
