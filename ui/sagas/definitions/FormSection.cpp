// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/FormSection.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/common/CodeText.h"
#include "ui/compose/FieldGrid.h"

namespace sagascope::ui {
namespace {

constexpr int kMargin = 12;

bool isAtOrBelow(std::string_view pointer, std::string_view place)
{
    return !place.empty() && pointer.substr(0, place.size()) == place && (pointer.size() == place.size() || pointer[place.size()] == '/');
}

} // namespace

FormSection::FormSection(const FormContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("scrolled"));
    m_column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    m_column->setSpacing(10);
}

FieldGrid* FormSection::addGrid()
{
    auto* grid = new FieldGrid;
    m_column->addWidget(grid);
    return grid;
}

QLabel* FormSection::addHeading()
{
    auto* heading = new QLabel;
    heading->setObjectName(QStringLiteral("panelTitle"));
    m_column->addWidget(heading);
    return heading;
}

QLabel* FormSection::addRemark()
{
    auto* remark = new QLabel;
    remark->setObjectName(QStringLiteral("muted"));
    remark->setWordWrap(true);
    m_column->addWidget(remark);
    return remark;
}

void FormSection::place(FieldGrid* grid, DefinitionField* field)
{
    grid->add(field, field->isWide());
    m_fields.push_back(field);
    if (QWidget* input = field->focusProxy())
        input->installEventFilter(this);
}

void FormSection::load()
{
    for (DefinitionField* field : m_fields) {
        field->load();
        field->showFaults();
    }
}

void FormSection::reveal(const std::string& pointer)
{
    const DefinitionField* best = nullptr;
    for (const DefinitionField* field : m_fields)
        if (isAtOrBelow(pointer, field->pointer()) && (best == nullptr || field->pointer().size() > best->pointer().size()))
            best = field;
    if (best == nullptr)
        return;
    for (QWidget* around = parentWidget(); around != nullptr; around = around->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(around))
            return area->ensureWidgetVisible(const_cast<DefinitionField*>(best));
}

void FormSection::setEvidence(const std::vector<PartEvidence>& evidence)
{
    m_evidence = evidence;
    showEvidence();
}

void FormSection::showEvidence()
{
    for (DefinitionField* field : m_fields) {
        const auto found = std::find_if(m_evidence.begin(), m_evidence.end(),
                                        [&](const PartEvidence& part) { return part.pointer == field->pointer(); });
        if (found == m_evidence.end())
            field->setEvidence({}, {});
        else
            field->setEvidence(found->hint, found->sentence);
    }
}

int FormSection::faultCount() const
{
    if (document() == nullptr)
        return 0;
    return int(std::count_if(document()->faults().begin(), document()->faults().end(),
                             [this](const DocumentFault& fault) { return shows(fault.pointer); }));
}

bool FormSection::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        for (const DefinitionField* field : m_fields)
            if (field->focusProxy() == watched)
                Q_EMIT placeFocused(toQString(field->pointer()));
    return QWidget::eventFilter(watched, event);
}

void FormSection::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace sagascope::ui
