// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sagas/definitions/FormSection.h"

namespace sagascope::ui {

/// What a definition is called, what its sagas are called, and how they begin.
class GeneralSection : public FormSection
{
    Q_OBJECT

public:
    explicit GeneralSection(const FormContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("General"); }
    [[nodiscard]] bool shows(std::string_view pointer) const override;
    void retranslate() override;

private:
    TextField* m_name;
    ChoiceField* m_style;
    ProseField* m_description;
    NamesField* m_keyKinds;
    ChoiceField* m_requiresKind;
    NamesField* m_requiresAnyKind;
    ChoiceField* m_start;
    FlagField* m_hasEnd;
};

} // namespace sagascope::ui
