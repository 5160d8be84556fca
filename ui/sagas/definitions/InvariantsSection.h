// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sagas/definitions/ListSection.h"

namespace sagascope::ui {

/// What must not be true at the same time.
class InvariantsSection : public ListSection
{
    Q_OBJECT

public:
    explicit InvariantsSection(const FormContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Invariants"); }
    void retranslate() override;

private:
    TextField* m_name;
    ChoiceField* m_rule;
    NamesField* m_present;
    NamesField* m_absent;
};

} // namespace sagascope::ui
