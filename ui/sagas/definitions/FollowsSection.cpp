// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/FollowsSection.h"

#include "ui/common/CodeText.h"
#include "ui/sagas/definitions/DefinitionEdits.h"
#include "ui/sagas/definitions/DefinitionWords.h"
#include "ui/sagas/definitions/Vocabulary.h"

namespace sagascope::ui {

using compose::Json;

FollowsSection::FollowsSection(const FormContext& context, QWidget* parent) : ListSection(context, "/follows", parent)
{
    m_effect = add(detail(), new TextField(context, "/effect", context.words.eventTypes()));
    m_effect->setEmptyKept();
    m_causes = add(detail(), new NamesField(context, "/causes", context.words.eventTypes()));
    m_causes->setEmptyKept();
    FollowsSection::retranslate();
}

QStringList FollowsSection::columnTitles() const
{
    return {tr("Event type"), tr("May follow")};
}

QStringList FollowsSection::cells(const Json& element) const
{
    const bool hasCauses = element.is_object() && element.contains("causes");
    return {toQString(memberText(element, "effect")), joined(textsOf(hasCauses ? &element["causes"] : nullptr))};
}

Json FollowsSection::fresh() const
{
    return Json::object({{"effect", ""}, {"causes", Json::array()}});
}

void FollowsSection::retranslate()
{
    ListSection::retranslate();
    m_effect->setTexts(tr("Event type"), tr("The effect. Where an identifier is shared and no cause is declared, an edge is drawn from its cause."), true);
    m_causes->setTexts(tr("May follow"), tr("Event types that cause it."), true);
}

} // namespace sagascope::ui
