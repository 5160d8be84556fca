// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/JoinsSection.h"

#include "ui/sagas/definitions/DefinitionEdits.h"
#include "ui/sagas/definitions/DefinitionWords.h"
#include "ui/sagas/definitions/Vocabulary.h"

namespace sagascope::ui {
namespace {

using compose::Json;

ChoiceField::Choices kinds()
{
    ChoiceField::Choices choices;
    for (const std::string& kind : identifierKinds())
        choices.emplace_back(kind, kindWord(kind));
    return choices;
}

QStringList columns()
{
    return {JoinsSection::tr("Names a"), JoinsSection::tr("Field"), JoinsSection::tr("Of")};
}

QStringList cells(const Json& element)
{
    const auto list = [&](const char* name) {
        return textsOf(element.is_object() && element.contains(name) ? &element[name] : nullptr);
    };
    const std::vector<std::string> types = list("types");
    const QString of = types.empty() ? JoinsSection::tr("all types") : types.size() == 1 ? joined(types) : JoinsSection::tr("%n type(s)", nullptr, int(types.size()));
    return {kindWord(memberText(element, "kind")), joined(list("pointers")), of};
}

Json fresh(const Json&)
{
    return Json::object({{"kind", "booking"}, {"pointers", Json::array({"/payload/bookingId"})}});
}

} // namespace

JoinsSection::JoinsSection(const FormContext& context, QWidget* parent) : ListSection(context, "/joins", {columns, cells, fresh}, parent)
{
    m_kind = add(detail(), new ChoiceField(context, "/kind", kinds));
    m_pointers = add(detail(), new NamesField(context, "/pointers", context.words.pointers()));
    m_pointers->setEmptyKept();
    m_types = add(detail(), new NamesField(context, "/types", context.words.eventTypes()));
    JoinsSection::retranslate();
}

void JoinsSection::retranslate()
{
    ListSection::retranslate();
    m_kind->setTexts(tr("Names a"), tr("What the value of the field identifies."), true);
    m_pointers->setTexts(tr("Field"), tr("Where the identifier stands, from the envelope: /payload/bookingId. Several make one value together."), true);
    m_types->setTexts(tr("In these event types"), tr("Event types that have the field; all of the definition when empty."));
}

} // namespace sagascope::ui
