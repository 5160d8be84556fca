// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

#include "core/compose/FormModel.h"
#include "ui/compose/FormDocument.h"

namespace sagascope::ui {

class FieldBox;

/// The editor of one field of a form. It writes every edit into the document, also values that the schema forbids:
/// people may break it on purpose, and validation tells. GUI thread; the document outlives it.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    using Visitor = std::function<void(FieldEditor&)>;

    FieldEditor(compose::FormField field, FormDocument& document, QWidget* parent = nullptr);

    /// The right editor for the field's kind.
    [[nodiscard]] static FieldEditor* make(const compose::FormField& field, FormDocument& document);

    [[nodiscard]] const compose::FormField& field() const { return m_field; }
    /// Shows what the document holds.
    virtual void load() = 0;
    /// False while what is typed is no value at all, so that the document still holds the one before.
    [[nodiscard]] virtual bool isReadable() const { return true; }
    [[nodiscard]] virtual bool isWide() const { return false; }
    /// Itself, then the editors inside.
    virtual void visit(const Visitor& visitor) { visitor(*this); }
    void setProblem(const QString& problem);
    [[nodiscard]] QString problem() const;

protected:
    [[nodiscard]] FormDocument& document() const { return m_document; }
    [[nodiscard]] const compose::Json* value() const { return m_document.at(m_field.pointer); }
    [[nodiscard]] FieldBox* box() const { return m_box; }

private:
    compose::FormField m_field;
    FormDocument& m_document;
    FieldBox* m_box;
};

} // namespace sagascope::ui
