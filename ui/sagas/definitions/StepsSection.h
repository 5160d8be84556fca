// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sagas/definitions/ListSection.h"

namespace sagascope::ui {

/// The steps: what happens, who does it, what it waits for and what undoes it.
class StepsSection : public ListSection
{
    Q_OBJECT

public:
    explicit StepsSection(const FormContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Steps"); }
    void retranslate() override;

private:
    TextField* m_name;
    TextField* m_eventType;
    ChoiceField* m_role;
    TextField* m_service;
    FlagField* m_isRequired;
    FlagField* m_isRepeatable;
    ChoiceField* m_awaits;
    SpanField* m_timeLimit;
    ChoiceField* m_compensates;
    TextField* m_metadataStep;
    NamesField* m_supersededBy;
    NamesField* m_aliases;
    NamesField* m_fact;
    NamesField* m_amount;
};

} // namespace sagascope::ui
