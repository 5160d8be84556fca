// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/OutcomeSection.h"

#include <QLabel>
#include <QVBoxLayout>

#include "ui/sagas/definitions/Vocabulary.h"

namespace sagascope::ui {

OutcomeSection::OutcomeSection(const FormContext& context, QWidget* parent) : FormSection(context, parent), m_remark(addRemark())
{
    FieldGrid* grid = addGrid();
    m_success = add(grid, new NamesField(context, "/outcomes/success", context.words.steps()));
    m_success->setEmptyKept();
    m_failing = add(grid, new NamesField(context, "/outcomes/failing", context.words.steps()));
    m_failing->setEmptyKept();
    m_sideEffects = add(grid, new NamesField(context, "/sideEffects", context.words.eventTypes()));
    column()->addStretch(1);
    OutcomeSection::retranslate();
}

bool OutcomeSection::shows(std::string_view pointer) const
{
    return pointer.substr(0, 9) == "/outcomes" || pointer.substr(0, 12) == "/sideEffects";
}

void OutcomeSection::retranslate()
{
    m_remark->setText(tr("A saga is completed when all steps that complete it were seen, and failed when one that fails it was. "
                         "What failed and was undone is compensated."));
    m_success->setTexts(tr("Completed by all of"), tr("Steps that complete the saga together."), true);
    m_failing->setTexts(tr("Failed by any of"), tr("Steps that make the saga a failure."), true);
    m_sideEffects->setTexts(tr("Also part of the story"), tr("Event types that belong to the saga and are no steps: notifications, updates."));
}

} // namespace sagascope::ui
