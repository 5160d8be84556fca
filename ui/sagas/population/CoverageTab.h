// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/saga/Coverage.h"
#include "ui/common/LatestWins.h"
#include "ui/sagas/population/PopulationText.h"

class QLabel;
class QToolButton;

namespace sagascope::ui {

class FactTable;

/// Which steps, branches, compensations and outcomes of a definition the traffic has exercised, and which never.
/// Opening a line shows an example. GUI thread only; counted in a worker.
class CoverageTab : public QWidget
{
    Q_OBJECT

public:
    explicit CoverageTab(QWidget* parent = nullptr);
    ~CoverageTab() override;

    void setCounted(const CountedSagas& counted);
    [[nodiscard]] bool isSettled() const { return !m_counter.isBusy(); }

Q_SIGNALS:
    void opened(sagascope::base::SagaId saga);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void retranslate();
    void count();
    void showCoverage();
    void copy() const;

    CountedSagas m_counted;
    CountedSagas m_shown; ///< that m_coverage was made from
    saga::Coverage m_coverage;
    QLabel* m_sentence;
    QToolButton* m_copy;
    FactTable* m_table;
    bool m_isStale = false;
    LatestWins<std::pair<CountedSagas, saga::Coverage>> m_counter;
};

} // namespace sagascope::ui
