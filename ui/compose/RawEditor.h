// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compose/FieldEditor.h"

class QPlainTextEdit;

namespace sagascope::ui {

/// A value as JSON text: for what a form cannot show, and for whole payloads. Text that is no JSON is told and not
/// written.
class RawEditor : public FieldEditor
{
    Q_OBJECT

public:
    RawEditor(const compose::FormField& field, FormDocument& document, QWidget* parent = nullptr);

    void load() override;
    [[nodiscard]] bool isReadable() const override { return m_isReadable; }
    [[nodiscard]] bool isWide() const override { return true; }
    [[nodiscard]] QPlainTextEdit* input() const { return m_text; }
    void setLines(int lines); ///< height

private:
    void write();
    QPlainTextEdit* m_text;
    bool m_isReadable = true;
};

} // namespace sagascope::ui
