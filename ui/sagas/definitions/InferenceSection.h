// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "ui/sagas/definitions/FormSection.h"

class QCheckBox;
class QPushButton;

namespace sagascope::ui {

class ShareField;

/// When groups without a common identifier are taken for one saga: what is compared, and how much each part counts.
class InferenceSection : public FormSection
{
    Q_OBJECT

public:
    explicit InferenceSection(const FormContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Inference"); }
    [[nodiscard]] bool shows(std::string_view pointer) const override;
    void retranslate() override;
    void load() override;

private:
    void setupWeights(FieldGrid* grid);
    void toggle(bool isOn);
    void evenOut();
    void showSum();

    QLabel* m_remark;
    QCheckBox* m_isOn;
    TextField* m_user;
    NamesField* m_amount;
    TextField* m_currency;
    QWidget* m_body;
    std::array<ShareField*, 5> m_weights{};
    QLabel* m_sum;
    QPushButton* m_evenOut;
    ShareField* m_threshold;
    ShareField* m_margin;
    SpanField* m_window;
    SpanField* m_tolerance;
};

} // namespace sagascope::ui
