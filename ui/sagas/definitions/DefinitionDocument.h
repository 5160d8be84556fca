// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/catalog/DefinitionCheck.h"
#include "core/compose/JsonText.h"
#include "ui/common/JsonOutline.h"

namespace sagascope::ui {

/// Something that keeps a text from being a definition, and where it stands.
struct DocumentFault
{
    std::string pointer;   ///< RFC 6901; empty for a text that is no JSON
    qsizetype offset = 0;  ///< into the text
    int line = 1;          ///< counted from 1
    int column = 1;        ///< counted from 1
    std::variant<JsonSyntax, catalog::DefinitionFlaw> what;
};

/// A saga definition while it is edited: one text, which the form writes through pointers and the text editor writes as
/// a whole, with one way back for both. Whatever is written is read again at once, so that root(), faults() and
/// definition() always speak of text(). GUI thread only.
class DefinitionDocument : public QObject
{
    Q_OBJECT

public:
    /// `schema` is that of definitions; copies share it.
    DefinitionDocument(catalog::PayloadSchema schema, const compose::Json& root, QObject* parent = nullptr);
    ~DefinitionDocument() override;

    [[nodiscard]] const QString& text() const { return m_text; }
    /// The text as JSON; what it was before while isReadable() is false.
    [[nodiscard]] const compose::Json& root() const { return m_root; }
    [[nodiscard]] const compose::Json* at(std::string_view pointer) const; ///< null when nothing is there
    [[nodiscard]] bool isReadable() const { return m_outline.isValid() && m_root.is_object(); }
    [[nodiscard]] const JsonOutline& outline() const { return m_outline; }
    [[nodiscard]] const std::vector<DocumentFault>& faults() const { return m_faults; }
    /// Nothing while there are faults.
    [[nodiscard]] const std::optional<catalog::SagaDefinition>& definition() const { return m_definition; }
    [[nodiscard]] std::string name() const; ///< as it is written, also in a text with faults

    /// What is typed into one field is taken back in one go; what is chosen, choice by choice.
    enum class Way { Typed, Chosen };
    /// What the form does; each writes the text anew. Nothing happens while the text is no JSON.
    void put(std::string_view pointer, compose::Json value, Way way = Way::Chosen);
    void remove(std::string_view pointer, Way way = Way::Chosen);
    void insert(std::string_view list, std::size_t index, compose::Json element); ///< makes the list where there is none
    void move(std::string_view list, std::size_t from, std::size_t to);
    /// Names the step anew wherever the definition speaks of it.
    void renameStep(std::size_t index, const std::string& name);
    /// Another document in place of this one, as one step.
    void replaceRoot(const compose::Json& root, const QString& what);

    /// What the text editor does.
    void setText(const QString& text);

    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }
    /// It differs from what was saved last.
    [[nodiscard]] bool isModified() const { return m_text != m_saved; }
    void setSaved();                             ///< as it is now
    void setSavedAs(const compose::Json* saved); ///< null: never

Q_SIGNALS:
    void changed();         ///< the text, and with it everything
    void modifiedChanged(); ///< isModified() may have changed

private:
    class Change;
    void write(compose::Json root, const QString& what, const std::string& place = {});
    void show(const QString& text);
    void read();
    void addFault(std::string pointer, qsizetype offset, std::variant<JsonSyntax, catalog::DefinitionFlaw> what);

    catalog::PayloadSchema m_schema;
    QUndoStack m_undo;
    QString m_text;
    QString m_saved; ///< null: never
    compose::Json m_root;
    JsonOutline m_outline;
    std::vector<DocumentFault> m_faults;
    std::optional<catalog::SagaDefinition> m_definition;
};

} // namespace sagascope::ui
