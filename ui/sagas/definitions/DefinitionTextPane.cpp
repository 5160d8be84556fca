// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/DefinitionTextPane.h"

#include <QEvent>
#include <QListWidget>

#include <algorithm>

#include "ui/common/CodeEdit.h"
#include "ui/common/CodeText.h"
#include "ui/common/JsonHighlighter.h"
#include "ui/common/TightLayout.h"
#include "ui/sagas/definitions/DefinitionWords.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kMostFaultRows = 4; ///< shown at a time

} // namespace

DefinitionTextPane::DefinitionTextPane(QWidget* parent)
    : QWidget(parent), m_editor(new CodeEdit), m_faults(new QListWidget)
{
    new JsonHighlighter(m_editor->document());
    auto* column = tightColumn(this);
    column->addWidget(m_editor, 1);
    column->addWidget(m_faults);
    m_faults->setTextElideMode(Qt::ElideRight);
    m_faults->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusProxy(m_editor);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        if (m_document != nullptr)
            m_document->setText(m_editor->toPlainText());
    });
    connect(m_faults, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { goToFault(m_faults->row(item)); });
    connect(m_faults, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { goToFault(m_faults->row(item)); });
    retranslate();
}

void DefinitionTextPane::setDocument(DefinitionDocument* document)
{
    m_document = document;
    m_editor->showPart(-1, -1);
    load();
    m_editor->goTo(0);
}

void DefinitionTextPane::load()
{
    m_editor->setReadOnly(m_document == nullptr);
    m_editor->showText(m_document == nullptr ? QString() : m_document->text());
    showFaults();
}

void DefinitionTextPane::showPlace(const std::string& pointer)
{
    const JsonOutline::Place* place = m_document == nullptr ? nullptr : m_document->outline().nearest(pointer);
    if (place == nullptr || place->pointer.empty())
        m_editor->showPart(-1, -1);
    else
        m_editor->showPart(int(place->start), int(place->end));
}

void DefinitionTextPane::showFaults()
{
    std::vector<CodeEdit::Mark> marks;
    m_faults->clear();
    if (m_document != nullptr)
        for (const DocumentFault& fault : m_document->faults()) {
            marks.push_back({int(fault.offset), faultSentence(fault)});
            auto* item = new QListWidgetItem(QStringLiteral("%1: %2").arg(fault.line).arg(faultSentence(fault)), m_faults);
            item->setToolTip(tr("Line %1 · %2").arg(fault.line).arg(faultSentence(fault)));
            item->setForeground(Theme::current().palette().danger);
        }
    m_faults->setVisible(m_faults->count() > 0);
    if (m_faults->count() > 0)
        m_faults->setFixedHeight(std::min(m_faults->count(), kMostFaultRows) * m_faults->sizeHintForRow(0) + 8);
    m_editor->setMarks(std::move(marks));
}

void DefinitionTextPane::goToFault(int row)
{
    if (m_document == nullptr || row < 0 || std::size_t(row) >= m_document->faults().size())
        return;
    const DocumentFault fault = m_document->faults()[std::size_t(row)];
    m_editor->goTo(int(fault.offset));
    m_editor->setFocus();
    Q_EMIT placeChosen(toQString(fault.pointer));
}

void DefinitionTextPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DefinitionTextPane::retranslate()
{
    m_editor->setAccessibleName(tr("Definition as JSON"));
    m_faults->setAccessibleName(tr("What is wrong"));
    showFaults();
}

} // namespace sagascope::ui
