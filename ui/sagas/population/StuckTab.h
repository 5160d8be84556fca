// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>
#include <vector>

#include "core/saga/Stuck.h"
#include "ui/sagas/population/PopulationText.h"

class QLabel;
class QToolButton;

namespace sagascope::ui {

class FactTable;

/// Sagas of a definition that wait longer than nearly all others did, with what they await from whom. GUI thread only.
class StuckTab : public QWidget
{
    Q_OBJECT

public:
    using Stuck = std::shared_ptr<const std::vector<saga::StuckSaga>>; ///< never null

    explicit StuckTab(QWidget* parent = nullptr);

    void setStuck(const CountedSagas& counted, Stuck stuck);
    [[nodiscard]] std::size_t count() const { return m_count; } ///< of the definition

Q_SIGNALS:
    void opened(sagascope::base::SagaId saga);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showStuck();
    [[nodiscard]] FactRow rowOf(const saga::StuckSaga& stuck, const saga::DefinitionPopulation& definition) const;

    CountedSagas m_counted;
    Stuck m_stuck;
    std::size_t m_count = 0;
    QLabel* m_sentence;
    QToolButton* m_copy;
    FactTable* m_table;
};

} // namespace sagascope::ui
