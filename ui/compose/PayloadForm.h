// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>
#include <vector>

#include "core/catalog/SchemaViolation.h"
#include "core/compose/FormModel.h"
#include "ui/compose/FieldEditor.h"

namespace sagascope::ui {

class FieldGrid;
class RawEditor;

/// The payload as fields, or as JSON text where there is no schema or a person wants it. GUI thread; the document
/// outlives it.
class PayloadForm : public QWidget
{
    Q_OBJECT

public:
    explicit PayloadForm(FormDocument& document, QWidget* parent = nullptr);

    /// Makes the editors; an empty schema leaves JSON text only. Shows the document's value.
    void setSchema(const std::string& schemaText);
    [[nodiscard]] bool hasFields() const { return !m_editors.empty(); }
    void setJsonShown(bool isJson);
    [[nodiscard]] bool isJsonShown() const { return m_isJson; }
    void load();

    /// Pointers start at the envelope. Each is shown at its field, or at the nearest one around it.
    void setProblems(const std::vector<catalog::SchemaViolation>& violations);
    [[nodiscard]] bool isReadable() const;
    [[nodiscard]] FieldEditor* editor(const std::string& pointer) const; ///< null when none has it
    void focusFirst();

private:
    [[nodiscard]] FieldEditor* nearest(std::string pointer) const;
    void visitAll(const FieldEditor::Visitor& visitor) const;
    FormDocument& m_document;
    FieldGrid* m_grid;
    RawEditor* m_json;
    std::vector<FieldEditor*> m_editors;
    bool m_isJson = false;
};

} // namespace sagascope::ui
