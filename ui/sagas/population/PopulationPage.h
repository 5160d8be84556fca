// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sagas/SagaPages.h"
#include "ui/sagas/population/PopulationText.h"
#include "ui/state/ViewState.h"

class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace sagascope::ui {

class BaselineTab;
class CoverageTab;
class EmptyState;
class FlowMap;
class PopulationFeed;
class StuckTab;
class VariantsPanel;

/// What the sagas have in common: variants and their members, the map of ways, coverage, stuck sagas, and comparison
/// with another time or capture. Follows live traffic through the feed. GUI thread only.
class PopulationPage : public SagaPage
{
    Q_OBJECT

public:
    PopulationPage(ViewState& state, PopulationFeed& feed, QWidget* parent = nullptr);
    ~PopulationPage() override;

    [[nodiscard]] static QString pageName() { return QStringLiteral("population"); }
    [[nodiscard]] static QString pageTitle() { return tr("Population"); }
    [[nodiscard]] QString name() const override { return pageName(); }
    [[nodiscard]] QString title() const override { return pageTitle(); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] BaselineTab* baseline() const { return m_baseline; }

Q_SIGNALS:
    void proposalWanted(const sagascope::session::SnapshotPtr& snapshot, const std::vector<sagascope::base::SagaId>& sagas);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void setupLayout();
    void connectParts();
    void retranslate();
    void showPopulation();
    void showDefinition();
    void showEmpty(int percent);
    void open(base::SagaId saga);

    ViewState& m_state;
    PopulationFeed& m_feed;
    CountedSagas m_counted;
    VariantsPanel* m_variants;
    FlowMap* m_map;
    CoverageTab* m_coverage;
    StuckTab* m_stuck;
    BaselineTab* m_baseline;
    QTabWidget* m_tabs;
    QSplitter* m_split;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    bool m_isArranged = false;
};

} // namespace sagascope::ui
