// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sagas/definitions/FormSection.h"

namespace sagascope::ui {

/// How a saga may end, what else belongs to its story, and where its user and amount stand.
class OutcomeSection : public FormSection
{
    Q_OBJECT

public:
    explicit OutcomeSection(const FormContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Outcome"); }
    [[nodiscard]] bool shows(std::string_view pointer) const override;
    void retranslate() override;

private:
    QLabel* m_remark;
    NamesField* m_success;
    NamesField* m_failing;
    NamesField* m_sideEffects;
};

} // namespace sagascope::ui
