// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Baseline.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <tuple>

namespace sagascope::saga {
namespace {

using Shifts = std::map<std::string, Shift>;

Measure measure(const Distribution& distribution)
{
    return {distribution.count(), distribution.median(), distribution.p95()};
}

void addSide(DefinitionBaseline& definition, Shifts& variants, Shifts& transitions, const DefinitionPopulation& side,
             bool isAfter)
{
    (isAfter ? definition.after : definition.before) = side.sagas;
    (isAfter ? definition.statesAfter : definition.statesBefore) = side.byState;
    for (const Variant& variant : side.variants) {
        Shift& shift = variants[side.nameOf(variant)];
        (isAfter ? shift.after : shift.before) = variant.members.size();
        (isAfter ? shift.waitAfter : shift.waitBefore) = measure(variant.durations);
    }
    for (const Transition& transition : side.transitions) {
        Shift& shift = transitions[side.steps[transition.from].name + " > " + side.steps[transition.to].name];
        (isAfter ? shift.after : shift.before) = transition.sagas;
        (isAfter ? shift.waitAfter : shift.waitBefore) = measure(transition.waits);
    }
}

std::vector<Shift> sorted(Shifts shifts)
{
    std::vector<Shift> list;
    for (auto& [name, shift] : shifts) {
        shift.name = name;
        list.push_back(std::move(shift));
    }
    std::sort(list.begin(), list.end(), [](const Shift& a, const Shift& b) {
        const auto key = [](const Shift& s) { return std::pair(s.change() == Change::Kept, ~(s.before + s.after)); };
        return std::tuple(key(a), std::string_view(a.name)) < std::tuple(key(b), std::string_view(b.name));
    });
    return list;
}

DefinitionBaseline compareDefinition(const std::string& name, const Population& before, const Population& after)
{
    DefinitionBaseline definition;
    definition.name = name;
    Shifts variants;
    Shifts transitions;
    if (const DefinitionPopulation* side = before.find(name))
        addSide(definition, variants, transitions, *side, false);
    if (const DefinitionPopulation* side = after.find(name))
        addSide(definition, variants, transitions, *side, true);
    definition.variants = sorted(std::move(variants));
    definition.transitions = sorted(std::move(transitions));
    return definition;
}

std::string milliseconds(base::Duration duration)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3f", double(duration.count()) / 1e6);
    return text.data();
}

std::string shiftText(const std::string& definition, std::string_view kind, const Shift& shift)
{
    std::string line = (definition.empty() ? "-" : definition) + "\t" + std::string(kind) + "\t" + shift.name + "\t"
        + std::string(changeName(shift.change())) + "\t" + std::to_string(shift.before) + "\t" + std::to_string(shift.after)
        + "\t" + std::to_string(shift.waitBefore.samples) + "\t" + std::to_string(shift.waitAfter.samples);
    for (const base::Duration quantile :
         {shift.waitBefore.median, shift.waitAfter.median, shift.waitBefore.p95, shift.waitAfter.p95})
        line += "\t" + (shift.isComparable() ? milliseconds(quantile) : std::string());
    return line + "\n";
}

} // namespace

std::string_view changeName(Change change)
{
    constexpr std::array<std::string_view, 3> kNames{"kept", "added", "removed"};
    return kNames[static_cast<std::size_t>(change)];
}

std::vector<DefinitionBaseline> compareBaseline(const Population& before, const Population& after)
{
    std::map<std::pair<bool, std::string>, int> names;
    for (const Population* side : {&before, &after}) {
        for (const DefinitionPopulation& definition : side->definitions())
            names.emplace(std::pair(!definition.definition, definition.definition ? definition.definition->name : std::string()), 0);
    }
    std::vector<DefinitionBaseline> baseline;
    for (const auto& [name, unused] : names)
        baseline.push_back(compareDefinition(name.second, before, after));
    return baseline;
}

std::string baselineText(const std::vector<DefinitionBaseline>& baseline)
{
    std::string text = "definition\tkind\tname\tchange\tsagas before\tsagas after\tsamples before\tsamples after\t"
                       "p50 before (ms)\tp50 after (ms)\tp95 before (ms)\tp95 after (ms)\n";
    for (const DefinitionBaseline& definition : baseline) {
        for (std::size_t i = 0; i < kSagaStateCount; ++i) {
            Shift outcome;
            outcome.name = stateName(static_cast<SagaState>(i));
            outcome.before = definition.statesBefore[i];
            outcome.after = definition.statesAfter[i];
            if (outcome.before + outcome.after > 0)
                text += shiftText(definition.name, "outcome", outcome);
        }
        for (const Shift& shift : definition.variants)
            text += shiftText(definition.name, "variant", shift);
        for (const Shift& shift : definition.transitions)
            text += shiftText(definition.name, "transition", shift);
    }
    return text;
}

} // namespace sagascope::saga
