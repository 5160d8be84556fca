// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/DefinitionField.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

#include <algorithm>

#include "ui/common/ChoiceBox.h"
#include "ui/common/CodeText.h"
#include "ui/common/TightLayout.h"
#include "ui/compose/FieldBox.h"
#include "ui/sagas/definitions/DefinitionEdits.h"
#include "ui/sagas/definitions/DefinitionWords.h"

namespace sagascope::ui {
namespace {

using compose::Json;

constexpr int kProseLines = 3;

/// Completes the word behind the last comma.
class LastWordCompleter : public QCompleter
{
public:
    using QCompleter::QCompleter;

    [[nodiscard]] QString pathFromIndex(const QModelIndex& index) const override
    {
        const QString typed = static_cast<const QLineEdit*>(widget())->text();
        const qsizetype comma = typed.lastIndexOf(u',');
        const QString before = comma < 0 ? QString() : typed.left(comma + 1) + u' ';
        return before + QCompleter::pathFromIndex(index);
    }

    [[nodiscard]] QStringList splitPath(const QString& path) const override
    {
        return {path.mid(path.lastIndexOf(u',') + 1).trimmed()};
    }
};

template <typename Completer> void complete(QLineEdit* line, QAbstractItemModel* words)
{
    if (words == nullptr)
        return;
    auto* completer = new Completer(words, line);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(10);
    completer->popup()->setObjectName(QStringLiteral("popup")); // a surface of its own in the style sheet
    line->setCompleter(completer);
}

void setLine(QLineEdit* line, const QString& text)
{
    if (line->text() == text)
        return;
    const QSignalBlocker blocker(line);
    const int cursor = line->cursorPosition();
    line->setText(text);
    line->setCursorPosition(line->hasFocus() ? std::min(cursor, int(text.size())) : 0);
}

} // namespace

DefinitionField::DefinitionField(const FormContext& context, std::string member, QWidget* parent)
    : QWidget(parent), m_context(context), m_member(std::move(member)), m_box(new FieldBox)
{
    auto* column = tightColumn(this);
    column->addWidget(m_box);
}

void DefinitionField::setTexts(const QString& name, const QString& description, bool isRequired)
{
    m_description = description;
    m_box->setName(name, isRequired);
    m_box->setDescription(description);
}

void DefinitionField::setEvidence(const QString& hint, const QString& sentence)
{
    m_box->setHint(hint.isEmpty() ? m_hint : hint);
    m_box->setDescription(sentence.isEmpty() ? m_description : m_description + QStringLiteral("\n\n") + sentence);
}

void DefinitionField::setHint(const QString& hint)
{
    m_hint = hint;
    m_box->setHint(hint);
}

bool DefinitionField::showFaults()
{
    QString problem = m_ownProblem;
    const std::string here = pointer();
    if (problem.isEmpty() && m_context.document != nullptr)
        for (const DocumentFault& fault : m_context.document->faults()) {
            const bool isHere = fault.pointer == here || (fault.pointer.size() > here.size() && fault.pointer.compare(0, here.size() + 1, here + "/") == 0);
            if (isHere && !here.empty()) {
                problem = faultText(fault);
                break;
            }
        }
    m_box->setProblem(problem);
    return !problem.isEmpty();
}

QString DefinitionField::problem() const
{
    return m_box->problem();
}

const Json* DefinitionField::value() const
{
    return m_context.document == nullptr ? nullptr : m_context.document->at(pointer());
}

void DefinitionField::put(Json value, Way way)
{
    if (m_context.document != nullptr)
        m_context.document->put(pointer(), std::move(value), way);
}

void DefinitionField::remove(Way way)
{
    if (m_context.document != nullptr)
        m_context.document->remove(pointer(), way);
}

TextField::TextField(const FormContext& context, std::string member, QAbstractItemModel* completions)
    : DefinitionField(context, std::move(member)), m_line(new QLineEdit)
{
    complete<QCompleter>(m_line, completions);
    box()->setInput(m_line);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (m_writer)
            return;
        if (text.trimmed().isEmpty() && !m_isEmptyKept)
            remove(Way::Typed);
        else
            put(text.trimmed().toStdString(), Way::Typed);
    });
}

void TextField::setWriter(std::function<void(const std::string&)> writer)
{
    m_writer = std::move(writer);
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        const std::string text = m_line->text().trimmed().toStdString();
        if (text != textOf(value()))
            m_writer(text);
    });
}

void TextField::load()
{
    const QString shown = toQString(textOf(value()));
    if (m_line->text().trimmed() != shown)
        setLine(m_line, shown);
}

ProseField::ProseField(const FormContext& context, std::string member)
    : DefinitionField(context, std::move(member)), m_text(new QPlainTextEdit)
{
    m_text->setTabChangesFocus(true);
    m_text->setUndoRedoEnabled(false); // the document's own way back holds for everything
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * kProseLines + 18);
    box()->setInput(m_text);
    setFocusProxy(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { put(m_text->toPlainText().toStdString(), Way::Typed); });
}

void ProseField::load()
{
    const QString shown = toQString(textOf(value()));
    if (m_text->toPlainText() == shown)
        return;
    const QSignalBlocker blocker(m_text);
    m_text->setPlainText(shown);
}

NamesField::NamesField(const FormContext& context, std::string member, QAbstractItemModel* completions)
    : DefinitionField(context, std::move(member)), m_line(new QLineEdit)
{
    complete<LastWordCompleter>(m_line, completions);
    box()->setInput(m_line);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        Json names = typed();
        if (names.empty() && !m_isEmptyKept)
            remove(Way::Typed);
        else
            put(std::move(names), Way::Typed);
    });
}

Json NamesField::typed() const
{
    Json names = Json::array();
    for (const QString& word : m_line->text().split(u',')) {
        if (const QString name = word.trimmed(); !name.isEmpty())
            names.push_back(name.toStdString());
    }
    return names;
}

void NamesField::load()
{
    const Json* list = value();
    // While it is typed a comma may stand at the end: what it means is what the document holds.
    if ((list != nullptr && *list == typed()) || (list == nullptr && typed().empty()))
        return;
    setLine(m_line, list != nullptr && !list->is_array() ? toQString(textOf(list)) : joined(textsOf(list)));
}

ChoiceField::ChoiceField(const FormContext& context, std::string member, std::function<Choices()> choices)
    : DefinitionField(context, std::move(member)), m_box(new ChoiceBox), m_choices(std::move(choices))
{
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(6);
    box()->setInput(m_box);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        const std::string chosen = m_box->itemData(index).toString().toStdString();
        if (!chosen.empty())
            put(chosen, Way::Chosen);
        else if (m_isEmptyNull)
            put(nullptr, Way::Chosen);
        else
            remove(Way::Chosen);
    });
}

void ChoiceField::load()
{
    const std::string now = textOf(value());
    Choices choices = m_choices();
    if (std::none_of(choices.begin(), choices.end(), [&](const auto& choice) { return choice.first == now; }))
        choices.emplace_back(now, toQString(now)); // what the text says, even where it is wrong
    m_box->clear();
    for (const auto& [value, label] : choices)
        m_box->addItem(label, toQString(value));
    m_box->setCurrentIndex(m_box->findData(toQString(now)));
}

FlagField::FlagField(const FormContext& context, std::string member, bool isAlwaysWritten)
    : DefinitionField(context, std::move(member)), m_check(new QCheckBox), m_isAlwaysWritten(isAlwaysWritten)
{
    box()->setInput(m_check);
    setFocusProxy(m_check);
    connect(m_check, &QCheckBox::clicked, this, [this](bool isOn) {
        if (isOn || m_isAlwaysWritten)
            put(isOn, Way::Chosen);
        else
            remove(Way::Chosen);
    });
}

void FlagField::load()
{
    const Json* flag = value();
    m_check->setChecked(flag != nullptr && flag->is_boolean() && flag->get<bool>());
}

void FlagField::setLabel(const QString& label)
{
    m_check->setText(label);
}

SpanField::SpanField(const FormContext& context, std::string member)
    : DefinitionField(context, std::move(member)), m_line(new QLineEdit)
{
    m_line->setPlaceholderText(QStringLiteral("15 min"));
    box()->setInput(m_line);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString& text) {
        const auto span = readSpan(text);
        setOwnProblem(span || text.trimmed().isEmpty() ? QString() : tr("is no time: 15 min, 2 h, 90 s"));
        if (span)
            put(*span, Way::Typed);
        else if (text.trimmed().isEmpty())
            remove(Way::Typed);
        showFaults();
    });
}

void SpanField::load()
{
    const Json* span = value();
    const bool isNumber = span != nullptr && span->is_number_integer();
    const auto shown = readSpan(m_line->text());
    if (isNumber && shown && *shown == span->get<std::int64_t>())
        return;
    if (m_line->hasFocus() && !shown && !m_line->text().trimmed().isEmpty())
        return; // half typed
    setOwnProblem({});
    setLine(m_line, isNumber ? spanText(span->get<std::int64_t>()) : toQString(textOf(span)));
}

} // namespace sagascope::ui
