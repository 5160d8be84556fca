// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compose/FieldEditor.h"

class QComboBox;
class QLineEdit;

namespace sagascope::ui {

/// A text, number, boolean, choice, date or date-time. An empty input takes the member away; a number that is none is
/// kept as a text, so that the record shows what was typed and validation names it.
class ScalarEditor : public FieldEditor
{
    Q_OBJECT

public:
    ScalarEditor(const compose::FormField& field, FormDocument& document, QWidget* parent = nullptr);

    void load() override;
    [[nodiscard]] QString text() const;

private:
    void setupChoices();
    void setupLine();
    void setupButtons();
    void write(const QString& text);
    void replace(const QString& text); ///< as a person would, undo included
    QLineEdit* m_line = nullptr;
    QComboBox* m_choices = nullptr; ///< null where there is nothing to choose from
};

} // namespace sagascope::ui
