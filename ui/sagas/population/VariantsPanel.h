// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/Panel.h"
#include "ui/sagas/population/PopulationText.h"
#include "ui/state/ViewState.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace sagascope::ui {

class FactTable;

/// The ways that the sagas of one definition take, most frequent first, and the sagas of the chosen way. GUI thread.
class VariantsPanel : public Panel
{
    Q_OBJECT

public:
    explicit VariantsPanel(ViewState& state, QWidget* parent = nullptr);

    /// Offers the definitions that the catalog has or the sagas follow; the chosen one stays.
    void offer(const CountedSagas& counted);
    void setCounted(const CountedSagas& counted);
    [[nodiscard]] QString definition() const; ///< that is chosen

Q_SIGNALS:
    void definitionChosen();
    void opened(sagascope::base::SagaId saga);
    /// A definition, made from the sagas of the chosen variant in that snapshot.
    void proposalWanted(const sagascope::session::SnapshotPtr& snapshot, const std::vector<sagascope::base::SagaId>& sagas);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupTables();
    void propose();
    [[nodiscard]] const saga::Variant* chosenVariant() const; ///< null when none is
    void retranslate();
    void showVariants();
    void showMembers();
    [[nodiscard]] FactRow rowOf(const saga::Variant& variant, const saga::DefinitionPopulation& definition) const;
    [[nodiscard]] FactRow memberRow(base::SagaId saga) const;

    ViewState& m_state;
    CountedSagas m_counted;
    QComboBox* m_definitions;
    FactTable* m_variants;
    QLabel* m_membersTitle;
    QToolButton* m_propose;
    FactTable* m_members;
};

} // namespace sagascope::ui
