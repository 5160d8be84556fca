// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/StepsSection.h"

#include "ui/common/CodeText.h"
#include "ui/sagas/definitions/DefinitionEdits.h"
#include "ui/sagas/definitions/DefinitionWords.h"
#include "ui/sagas/definitions/Vocabulary.h"

namespace sagascope::ui {
namespace {

using compose::Json;

ChoiceField::Choices roles()
{
    return {{"step", schemaWord("step")}, {"failure", schemaWord("failure")}, {"compensation", schemaWord("compensation")}};
}

QStringList columns()
{
    return {StepsSection::tr("Step"), StepsSection::tr("Event type"), StepsSection::tr("Role"), StepsSection::tr("Within")};
}

QStringList cells(const Json& element)
{
    const std::string role = memberText(element, "role");
    QString kind = role == "step" ? QString() : schemaWord(role);
    if (role == "step" && memberText(element, "required") == "true")
        kind = StepsSection::tr("required");
    QString within;
    if (const std::string limit = memberText(element, "timeLimitMs"); !limit.empty() && element["timeLimitMs"].is_number_integer())
        within = spanText(element["timeLimitMs"].get<std::int64_t>());
    return {toQString(memberText(element, "name")), toQString(memberText(element, "eventType")), kind, within};
}

Json fresh(const Json& root)
{
    return newStep(root);
}

} // namespace

StepsSection::StepsSection(const FormContext& context, QWidget* parent) : ListSection(context, "/steps", {columns, cells, fresh}, parent)
{
    const auto steps = [&context] {
        ChoiceField::Choices choices{{{}, tr("none")}};
        for (const QString& name : context.words.stepNames())
            choices.emplace_back(name.toStdString(), name);
        return choices;
    };
    m_name = add(detail(), new TextField(context, "/name"));
    m_name->setWriter([this](const std::string& name) { document()->renameStep(std::size_t(chosen()), name); });
    m_eventType = add(detail(), new TextField(context, "/eventType", context.words.eventTypes()));
    m_eventType->setEmptyKept();
    m_role = add(detail(), new ChoiceField(context, "/role", roles));
    m_service = add(detail(), new TextField(context, "/service", context.words.services()));
    m_isRequired = add(detail(), new FlagField(context, "/required"));
    m_isRepeatable = add(detail(), new FlagField(context, "/repeatable"));
    m_awaits = add(detail(), new ChoiceField(context, "/awaits", steps));
    m_timeLimit = add(detail(), new SpanField(context, "/timeLimitMs"));
    m_compensates = add(detail(), new ChoiceField(context, "/compensates", steps));
    m_metadataStep = add(detail(), new TextField(context, "/metadataStep"));
    m_supersededBy = add(detail(), new NamesField(context, "/supersededBy", context.words.steps()));
    m_fact = add(detail(), new NamesField(context, "/fact", context.words.pointers()));
    m_fact->setEmptyKept();
    m_amount = add(detail(), new NamesField(context, "/amount", context.words.pointers()));
    m_aliases = add(detail(), new NamesField(context, "/aliases", context.words.eventTypes()));
    StepsSection::retranslate();
}

void StepsSection::retranslate()
{
    ListSection::retranslate();
    m_name->setTexts(tr("Name"), tr("What the definition calls the step; wherever it is spoken of, the name changes along."), true);
    m_eventType->setTexts(tr("Event type"), tr("The type of the events that take this step."), true);
    m_role->setTexts(tr("Role"), tr("A step goes forward, a failure is what went wrong, a compensation undoes a step."), true);
    m_service->setTexts(tr("Service"), tr("Who emits it; empty when anybody may."));
    m_isRequired->setTexts(tr("Needed"), tr("A saga that ended without it misses something."));
    m_isRequired->setLabel(tr("required"));
    m_isRepeatable->setTexts(tr("Again"), tr("Seeing it again is no repeat."));
    m_isRepeatable->setLabel(tr("repeatable"));
    m_awaits->setTexts(tr("Expected after"), tr("The step after which this one has to come within the time limit."));
    m_timeLimit->setTexts(tr("Time limit"), tr("How long after that step it may take until the saga stalls: 15 min, 2 h, 90 s."));
    m_compensates->setTexts(tr("Undoes"), tr("The step that this compensation undoes."));
    m_metadataStep->setTexts(tr("Step in metadata"), tr("The value of metadata.step, where a coordinator names its steps."));
    m_supersededBy->setTexts(tr("Healed by"), tr("Steps that make this failure good when they come later."));
    m_fact->setTexts(tr("Same fact when equal"), tr("Fields that make two events the same business fact."), true);
    m_amount->setTexts(tr("Amount"), tr("Where the amount stands; the first of these that is there counts."));
    m_aliases->setTexts(tr("Other event types"), tr("Event types that mean the same step."));
}

} // namespace sagascope::ui
