// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/GeneralSection.h"

#include <QVBoxLayout>

#include <algorithm>
#include <array>

#include "ui/common/CodeText.h"
#include "ui/sagas/definitions/DefinitionEdits.h"
#include "ui/sagas/definitions/DefinitionWords.h"
#include "ui/sagas/definitions/Vocabulary.h"

namespace sagascope::ui {
namespace {

ChoiceField::Choices styles()
{
    return {{"choreographed", schemaWord("choreographed")}, {"orchestrated", schemaWord("orchestrated")}};
}

ChoiceField::Choices kindsOrNone()
{
    ChoiceField::Choices kinds{{{}, GeneralSection::tr("none")}};
    for (const std::string& kind : identifierKinds())
        kinds.emplace_back(kind, kindWord(kind));
    return kinds;
}

} // namespace

GeneralSection::GeneralSection(const FormContext& context, QWidget* parent) : FormSection(context, parent)
{
    FieldGrid* grid = addGrid();
    m_name = add(grid, new TextField(context, "/name"));
    m_name->setEmptyKept();
    m_style = add(grid, new ChoiceField(context, "/style", styles));
    m_description = add(grid, new ProseField(context, "/description"));
    m_start = add(grid, new ChoiceField(context, "/start", [&context] {
                      ChoiceField::Choices steps{{{}, tr("any step")}};
                      for (const QString& name : context.words.stepNames())
                          steps.emplace_back(name.toStdString(), name);
                      return steps;
                  }));
    m_start->setEmptyNull();
    m_hasEnd = add(grid, new FlagField(context, "/hasEnd", true));
    m_keyKinds = add(grid, new NamesField(context, "/keyKinds", context.words.kinds()));
    m_keyKinds->setEmptyKept();
    m_requiresKind = add(grid, new ChoiceField(context, "/requiresKind", kindsOrNone));
    m_requiresAnyKind = add(grid, new NamesField(context, "/requiresAnyKind", context.words.kinds()));
    column()->addStretch(1);
    GeneralSection::retranslate();
}

bool GeneralSection::shows(std::string_view pointer) const
{
    static constexpr std::array<std::string_view, 8> members{"name", "style", "description", "keyKinds",
                                                             "requiresKind", "requiresAnyKind", "start", "hasEnd"};
    if (pointer.empty())
        return true; // of the whole
    const std::string_view first = pointer.substr(1, pointer.find('/', 1) - 1);
    return std::find(members.begin(), members.end(), first) != members.end();
}

void GeneralSection::retranslate()
{
    m_name->setTexts(tr("Name"), tr("Small letters, digits and hyphens. A definition with the name of a built-in one takes its place."), true);
    m_style->setTexts(tr("Style"), tr("Choreographed: services react to one another. Orchestrated: one coordinator emits every step."), true);
    m_description->setTexts(tr("Description"), tr("One sentence that says what these sagas are."), true);
    m_start->setTexts(tr("Begins with"), tr("The step that comes first. A saga without it has lost its start."));
    m_hasEnd->setTexts(tr("End"), tr("Without an end a saga neither completes nor stalls."));
    m_hasEnd->setLabel(tr("these sagas end"));
    m_keyKinds->setTexts(tr("Called by"), tr("Kinds of identifiers that name a saga, the preferred one first."), true);
    m_requiresKind->setTexts(tr("Must carry"), tr("Without an identifier of this kind a group of events is no such saga."));
    m_requiresAnyKind->setTexts(tr("Must carry one of"), tr("Without an identifier of one of these kinds a group of events is no such saga."));
}

} // namespace sagascope::ui
