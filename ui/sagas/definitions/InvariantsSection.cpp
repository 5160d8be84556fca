// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/InvariantsSection.h"

#include "ui/common/CodeText.h"
#include "ui/common/RuleText.h"
#include "ui/sagas/definitions/DefinitionEdits.h"
#include "ui/sagas/definitions/DefinitionWords.h"
#include "ui/sagas/definitions/Vocabulary.h"

namespace sagascope::ui {
namespace {

using compose::Json;

QString ruleWord(const std::string& name)
{
    const auto rule = base::ruleFromName(name);
    return rule ? ruleLabel(*rule) : toQString(name);
}

ChoiceField::Choices rules()
{
    ChoiceField::Choices choices;
    for (const char* name : {"paid-after-compensation", "confirmed-before-payment", "compensation-missing", "compensation-order"})
        choices.emplace_back(name, ruleWord(name));
    return choices;
}

QStringList columns()
{
    return {InvariantsSection::tr("Name"), InvariantsSection::tr("Seen"), InvariantsSection::tr("Never seen")};
}

QStringList cells(const Json& element)
{
    const auto list = [&](const char* name) {
        return joined(textsOf(element.is_object() && element.contains(name) ? &element[name] : nullptr));
    };
    return {toQString(memberText(element, "name")), list("present"), list("absent")};
}

Json fresh(const Json&)
{
    return Json::object({{"rule", "paid-after-compensation"}, {"name", "new-invariant"}, {"present", Json::array()}, {"absent", Json::array()}});
}

} // namespace

InvariantsSection::InvariantsSection(const FormContext& context, QWidget* parent) : ListSection(context, "/invariants", {columns, cells, fresh}, parent)
{
    m_name = add(detail(), new TextField(context, "/name"));
    m_name->setEmptyKept();
    m_rule = add(detail(), new ChoiceField(context, "/rule", rules));
    m_present = add(detail(), new NamesField(context, "/present", context.words.steps()));
    m_present->setEmptyKept();
    m_absent = add(detail(), new NamesField(context, "/absent", context.words.steps()));
    m_absent->setEmptyKept();
    InvariantsSection::retranslate();
}

void InvariantsSection::retranslate()
{
    ListSection::retranslate();
    m_name->setTexts(tr("Name"), tr("A saga that breaks it is inconsistent, and the finding carries this name."), true);
    m_rule->setTexts(tr("Finding"), tr("The rule that the finding stands under."), true);
    m_present->setTexts(tr("Broken when all of these were seen"), {}, true);
    m_absent->setTexts(tr("… and none of these"), {}, true);
}

} // namespace sagascope::ui
