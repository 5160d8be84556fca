// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sagas/definitions/ListSection.h"

namespace sagascope::ui {

/// The fields whose equal values make events one saga.
class JoinsSection : public ListSection
{
    Q_OBJECT

public:
    explicit JoinsSection(const FormContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Joins"); }
    void retranslate() override;

private:
    ChoiceField* m_kind;
    NamesField* m_pointers;
    NamesField* m_types;
};

} // namespace sagascope::ui
