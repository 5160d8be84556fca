// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/FollowsSection.h"

#include "ui/common/CodeText.h"
#include "ui/sagas/definitions/DefinitionEdits.h"
#include "ui/sagas/definitions/DefinitionWords.h"
#include "ui/sagas/definitions/Vocabulary.h"

namespace sagascope::ui {
namespace {

using compose::Json;

QStringList columns()
{
    return {FollowsSection::tr("Event type"), FollowsSection::tr("May follow")};
}

QStringList cells(const Json& element)
{
    const bool hasCauses = element.is_object() && element.contains("causes");
    return {toQString(memberText(element, "effect")), joined(textsOf(hasCauses ? &element["causes"] : nullptr))};
}

Json fresh(const Json&)
{
    return Json::object({{"effect", ""}, {"causes", Json::array()}});
}

} // namespace

FollowsSection::FollowsSection(const FormContext& context, QWidget* parent) : ListSection(context, "/follows", {columns, cells, fresh}, parent)
{
    m_effect = add(detail(), new TextField(context, "/effect", context.words.eventTypes()));
    m_effect->setEmptyKept();
    m_causes = add(detail(), new NamesField(context, "/causes", context.words.eventTypes()));
    m_causes->setEmptyKept();
    FollowsSection::retranslate();
}

void FollowsSection::retranslate()
{
    ListSection::retranslate();
    m_effect->setTexts(tr("Event type"), tr("The effect. Where an identifier is shared and no cause is declared, an edge is drawn from its cause."), true);
    m_causes->setTexts(tr("May follow"), tr("Event types that cause it."), true);
}

} // namespace sagascope::ui
