// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sagas/definitions/DefinitionField.h"

class QDoubleSpinBox;
class QSlider;

namespace sagascope::ui {

/// A number between two limits, as a slider with its value beside it.
class ShareField : public DefinitionField
{
    Q_OBJECT

public:
    ShareField(const FormContext& context, std::string member, double least, double most);

    void setTexts(const QString& name, const QString& description = {}, bool isRequired = false) override;
    void load() override;
    [[nodiscard]] bool isWide() const override { return true; }
    [[nodiscard]] QDoubleSpinBox* number() const { return m_number; }
    [[nodiscard]] double shown() const;

private:
    QSlider* m_slider;
    QDoubleSpinBox* m_number;
};

} // namespace sagascope::ui
