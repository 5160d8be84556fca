// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/RawEditor.h"

#include <QPlainTextEdit>
#include <QSignalBlocker>

#include <algorithm>

#include "ui/common/CodeText.h"
#include "ui/compose/ComposeText.h"
#include "ui/compose/FieldBox.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kFewestLines = 2;
constexpr int kMostLines = 8;

} // namespace

RawEditor::RawEditor(const compose::FormField& field, FormDocument& document, QWidget* parent)
    : FieldEditor(field, document, parent), m_text(new QPlainTextEdit)
{
    m_text->setProperty("mono", true);
    m_text->setFont(Theme::current().monospace());
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    if (!field.examples.empty())
        m_text->setPlaceholderText(toQString(compose::toJsonText(field.examples.front())));
    box()->setInput(m_text);
    setFocusProxy(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, &RawEditor::write);
    load();
}

void RawEditor::setLines(int lines)
{
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * lines + 18);
}

void RawEditor::load()
{
    const QString shown = value() != nullptr ? indentedJson(*value()) : QString();
    m_isReadable = true;
    if (shown != m_text->toPlainText()) {
        const QSignalBlocker blocker(m_text);
        m_text->setPlainText(shown);
    }
    setLines(std::clamp(int(shown.count(QLatin1Char('\n'))) + 1, kFewestLines, kMostLines));
}

void RawEditor::write()
{
    const std::string typed = m_text->toPlainText().trimmed().toStdString();
    auto read = compose::fromJsonText(typed);
    m_isReadable = typed.empty() || read.has_value();
    setProblem(m_isReadable ? QString() : tr("is no JSON yet"));
    if (typed.empty())
        document().remove(field().pointer);
    else if (read)
        document().put(field().pointer, std::move(*read));
    else
        Q_EMIT document().edited();
}

} // namespace sagascope::ui
