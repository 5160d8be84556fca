// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/DefinitionForm.h"

#include <QEvent>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>

#include "ui/common/TightLayout.h"
#include "ui/sagas/definitions/FollowsSection.h"
#include "ui/sagas/definitions/GeneralSection.h"
#include "ui/sagas/definitions/InferenceSection.h"
#include "ui/sagas/definitions/InvariantsSection.h"
#include "ui/sagas/definitions/JoinsSection.h"
#include "ui/sagas/definitions/OutcomeSection.h"
#include "ui/sagas/definitions/StepsSection.h"
#include "ui/sagas/definitions/Vocabulary.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

DefinitionForm::DefinitionForm(Vocabulary& words, QWidget* parent)
    : QWidget(parent), m_context{nullptr, words}, m_tabs(new QTabWidget)
{
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->tabBar()->setElideMode(Qt::ElideNone);
    auto* column = tightColumn(this);
    column->addWidget(m_tabs);
    setFocusProxy(m_tabs);
    addSection(new GeneralSection(m_context));
    addSection(new StepsSection(m_context));
    addSection(new JoinsSection(m_context));
    addSection(new OutcomeSection(m_context));
    addSection(new InvariantsSection(m_context));
    addSection(new FollowsSection(m_context));
    addSection(new InferenceSection(m_context));
    retranslate();
}

void DefinitionForm::addSection(FormSection* section)
{
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(section);
    m_sections.push_back(section);
    m_tabs->addTab(area, QString());
    connect(section, &FormSection::placeFocused, this, &DefinitionForm::placeFocused);
}

void DefinitionForm::setDocument(DefinitionDocument* document)
{
    m_context.document = document;
    if (auto* steps = section<StepsSection>())
        steps->choose(0);
    load();
}

void DefinitionForm::load()
{
    const bool isOpen = m_context.document != nullptr;
    setEnabled(isOpen && m_context.document->isReadable());
    if (isOpen)
        m_context.words.setDocument(*m_context.document);
    for (FormSection* section : m_sections)
        section->load();
    showTitles();
}

void DefinitionForm::reveal(const std::string& pointer)
{
    for (std::size_t i = 0; i < m_sections.size(); ++i)
        if (m_sections[i]->shows(pointer)) {
            m_tabs->setCurrentIndex(int(i));
            m_sections[i]->reveal(pointer);
            return;
        }
}

void DefinitionForm::setEvidence(const std::vector<PartEvidence>& evidence)
{
    for (FormSection* section : m_sections)
        section->setEvidence(evidence);
}

void DefinitionForm::showTitles()
{
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        const int faults = m_sections[i]->faultCount();
        m_tabs->setTabText(int(i), faults > 0 ? m_sections[i]->title() + QStringLiteral(" ✗") : m_sections[i]->title());
        m_tabs->setTabToolTip(int(i), faults > 0 ? tr("%n fault(s) here", nullptr, faults) : QString());
        m_tabs->tabBar()->setTabTextColor(int(i), faults > 0 ? Theme::current().palette().danger : QColor());
    }
}

void DefinitionForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DefinitionForm::retranslate()
{
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the definition"));
    load();
}

} // namespace sagascope::ui
