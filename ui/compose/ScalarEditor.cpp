// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ScalarEditor.h"

#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include "ui/common/ChoiceBox.h"
#include "ui/common/CodeText.h"
#include "ui/compose/FieldBox.h"

namespace sagascope::ui {
namespace {

using compose::FieldKind;

std::vector<std::string> choicesOf(const compose::FormField& field)
{
    return field.kind == FieldKind::Boolean ? std::vector<std::string>{"true", "false"} : field.choices;
}

} // namespace

ScalarEditor::ScalarEditor(const compose::FormField& field, FormDocument& document, QWidget* parent)
    : FieldEditor(field, document, parent)
{
    if (field.kind == FieldKind::Boolean || field.kind == FieldKind::Choice)
        setupChoices();
    else
        setupLine();
    setupButtons();
    setFocusProxy(box()->input());
    load();
}

void ScalarEditor::setupChoices()
{
    m_choices = new ChoiceBox;
    m_choices->setEditable(true); // any other text may be published on purpose
    m_choices->setInsertPolicy(QComboBox::NoInsert);
    m_choices->setFocusPolicy(Qt::StrongFocus);
    m_choices->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choices->setMinimumContentsLength(6);
    for (const std::string& choice : choicesOf(field()))
        m_choices->addItem(toQString(choice));
    m_line = m_choices->lineEdit();
    connect(m_choices, &QComboBox::currentTextChanged, this, &ScalarEditor::write);
    box()->setInput(m_choices);
}

void ScalarEditor::setupLine()
{
    m_line = new QLineEdit;
    m_line->setProperty("mono", true);
    if (!field().examples.empty())
        m_line->setPlaceholderText(toQString(field().show(&field().examples.front())));
    connect(m_line, &QLineEdit::textChanged, this, &ScalarEditor::write);
    box()->setInput(m_line);
}

void ScalarEditor::setupButtons()
{
    compose::SampleValues& samples = document().samples();
    const auto stamp = [this, &samples] { replace(toQString(samples.now())); };
    const auto day = [this, &samples] { replace(toQString(samples.now()).left(10)); };
    const auto id = [this, &samples] { replace(toQString(samples.uuid())); };
    QToolButton* button = nullptr;
    if (field().kind == FieldKind::DateTime)
        button = box()->addButton(tr("now"), stamp);
    else if (field().kind == FieldKind::Date)
        button = box()->addButton(tr("today"), day);
    else if (field().format == "uuid")
        button = box()->addButton(tr("new"), id);
    if (button != nullptr)
        button->setAccessibleName(QStringLiteral("%1: %2").arg(toQString(field().name), button->text()));
}

void ScalarEditor::load()
{
    const QString shown = toQString(field().show(value()));
    if (shown == text())
        return;
    const QSignalBlocker lineBlocker(m_line);
    if (m_choices != nullptr) {
        const QSignalBlocker blocker(m_choices);
        m_choices->setCurrentIndex(m_choices->findText(shown, Qt::MatchFixedString | Qt::MatchCaseSensitive));
        m_choices->setEditText(shown);
        return;
    }
    m_line->setText(shown);
    m_line->setCursorPosition(0);
}

QString ScalarEditor::text() const
{
    return m_choices != nullptr ? m_choices->currentText() : m_line->text();
}

void ScalarEditor::replace(const QString& text)
{
    m_line->selectAll();
    m_line->insert(text);
}

void ScalarEditor::write(const QString& text)
{
    if (text.isEmpty()) {
        document().remove(field().pointer);
        return;
    }
    const std::string typed = text.toStdString();
    auto read = field().read(typed);
    document().put(field().pointer, read ? std::move(read).value() : compose::Json(typed));
}

} // namespace sagascope::ui
