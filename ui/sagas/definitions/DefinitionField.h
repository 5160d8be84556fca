// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>
#include <string>
#include <utility>

#include "ui/sagas/definitions/DefinitionDocument.h"

class QAbstractItemModel;
class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace sagascope::ui {

class ChoiceBox;
class FieldBox;
class Vocabulary;

/// What the parts of the form share. The document changes when another definition is opened; it may be null.
struct FormContext
{
    DefinitionDocument* document = nullptr;
    Vocabulary& words;
};

/// One input of the form: it shows the value at its place in the document and writes what is put in. Its place is a
/// pointer below a prefix, which moves when another element of a list is chosen. GUI thread; the context outlives it.
class DefinitionField : public QWidget
{
    Q_OBJECT

public:
    DefinitionField(const FormContext& context, std::string member, QWidget* parent = nullptr);

    void setPrefix(const std::string& prefix) { m_prefix = prefix; }
    [[nodiscard]] std::string pointer() const { return m_prefix + m_member; }
    virtual void setTexts(const QString& name, const QString& description = {}, bool isRequired = false);
    void setEvidence(const QString& hint, const QString& sentence); ///< what a proposal rests on; both may be empty
    /// Shows what the document holds.
    virtual void load() = 0;
    /// Shows the first of the document's faults at its place; false when there is none.
    bool showFaults();
    [[nodiscard]] QString problem() const;
    [[nodiscard]] virtual bool isWide() const { return false; }

protected:
    [[nodiscard]] const FormContext& context() const { return m_context; }
    [[nodiscard]] const compose::Json* value() const;
    using Way = DefinitionDocument::Way;
    void put(compose::Json value, Way way);
    void remove(Way way);
    [[nodiscard]] FieldBox* box() const { return m_box; }
    void setHint(const QString& hint); ///< beside the name, where no evidence stands
    void setOwnProblem(const QString& problem) { m_ownProblem = problem; } ///< what is typed is no value

private:
    const FormContext& m_context;
    std::string m_prefix;
    std::string m_member;
    QString m_description;
    QString m_hint;
    QString m_ownProblem;
    FieldBox* m_box;
};

/// A text on one line; an empty one takes the member away, or is null where the schema wants the member.
class TextField : public DefinitionField
{
    Q_OBJECT

public:
    TextField(const FormContext& context, std::string member, QAbstractItemModel* completions = nullptr);

    void load() override;
    void setEmptyKept() { m_isEmptyKept = true; } ///< an empty text is written as one
    /// Calls this when editing is done instead of writing while it is typed.
    void setWriter(std::function<void(const std::string&)> writer);
    [[nodiscard]] QLineEdit* line() const { return m_line; }

private:
    QLineEdit* m_line;
    bool m_isEmptyKept = false;
    std::function<void(const std::string&)> m_writer;
};

/// A text of some lines.
class ProseField : public DefinitionField
{
    Q_OBJECT

public:
    ProseField(const FormContext& context, std::string member);

    void load() override;
    [[nodiscard]] bool isWide() const override { return true; }

private:
    QPlainTextEdit* m_text;
};

/// A list of words with commas between them, each completed as it is typed. An empty one takes the member away.
class NamesField : public DefinitionField
{
    Q_OBJECT

public:
    NamesField(const FormContext& context, std::string member, QAbstractItemModel* completions);

    void load() override;
    void setEmptyKept() { m_isEmptyKept = true; }
    [[nodiscard]] bool isWide() const override { return true; }
    [[nodiscard]] QLineEdit* line() const { return m_line; }

private:
    [[nodiscard]] compose::Json typed() const;
    QLineEdit* m_line;
    bool m_isEmptyKept = false;
};

/// One of some words, or nothing.
class ChoiceField : public DefinitionField
{
    Q_OBJECT

public:
    using Choices = std::vector<std::pair<std::string, QString>>; ///< value and label; an empty value is "nothing"
    ChoiceField(const FormContext& context, std::string member, std::function<Choices()> choices);

    void load() override;
    void setEmptyNull() { m_isEmptyNull = true; } ///< nothing is written as null instead of leaving the member out
    [[nodiscard]] ChoiceBox* choices() const { return m_box; }

private:
    ChoiceBox* m_box;
    std::function<Choices()> m_choices;
    bool m_isEmptyNull = false;
};

/// Yes or no. A no that is the default is left out.
class FlagField : public DefinitionField
{
    Q_OBJECT

public:
    FlagField(const FormContext& context, std::string member, bool isAlwaysWritten = false);

    void load() override;
    void setLabel(const QString& label);

private:
    QCheckBox* m_check;
    bool m_isAlwaysWritten;
};

/// A span of time in the units that people use, kept in milliseconds.
class SpanField : public DefinitionField
{
    Q_OBJECT

public:
    SpanField(const FormContext& context, std::string member);

    void load() override;
    [[nodiscard]] QLineEdit* line() const { return m_line; }

private:
    QLineEdit* m_line;
};

} // namespace sagascope::ui
