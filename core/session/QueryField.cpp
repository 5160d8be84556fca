// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/QueryField.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/base/Rule.h"
#include "core/identity/Evidence.h"
#include "core/saga/Saga.h"
#include "core/session/QueryText.h"

namespace sagascope::session {
namespace {

using Kind = identity::IdentifierKind;

constexpr std::array<std::string_view, kQueryTraitCount> kTraits{
    "duplicate", "redelivery", "same-fact", "collision", "retry", "dead-letter",
    "finding",   "error",      "warning",   "candidates", "ours", "late"};

std::vector<QueryFieldName> makeFields()
{
    std::vector<QueryFieldName> fields{
        {"state", QueryField::State, QueryForm::Word, {}},
        {"definition", QueryField::Definition, QueryForm::Name, {}},
        {"type", QueryField::Type, QueryForm::Name, {}},
        {"has", QueryField::Has, QueryForm::Word, {}},
        {"duration", QueryField::Duration, QueryForm::Duration, {}},
        {"since", QueryField::Since, QueryForm::Time, {}},
        {"evidence", QueryField::Evidence, QueryForm::Word, {}},
        {"rule", QueryField::Rule, QueryForm::Word, {}},
        {"service", QueryField::Source, QueryForm::Name, {}},
        {"topic", QueryField::Topic, QueryForm::Name, {}},
        {"key", QueryField::Key, QueryForm::Id, {}},
        {"id", QueryField::Identifier, QueryForm::Id, {}},
    };
    for (int kind = 0; kind <= int(Kind::Entity); ++kind)
        fields.push_back({identity::kindName(Kind(kind)), QueryField::Identifier, QueryForm::Id, Kind(kind)});
    const std::vector<QueryFieldName> rest{
        {"events", QueryField::Events, QueryForm::Count, {}},     {"findings", QueryField::Findings, QueryForm::Count, {}},
        {"repeats", QueryField::Repeats, QueryForm::Count, {}},   {"style", QueryField::Style, QueryForm::Word, {}},
        {"until", QueryField::Until, QueryForm::Time, {}},        {"at", QueryField::At, QueryForm::Time, {}},
        {"source", QueryField::Source, QueryForm::Name, {}},      {"workflow", QueryField::Definition, QueryForm::Name, {}},
        {"payload", QueryField::Payload, QueryForm::Content, {}}, {"header", QueryField::Header, QueryForm::Content, {}},
        {"text", QueryField::Text, QueryForm::Name, {}},          {"caused-by", QueryField::CausedBy, QueryForm::Query, {}},
        {"in", QueryField::In, QueryForm::Query, {}},
    };
    fields.insert(fields.end(), rest.begin(), rest.end());
    return fields;
}

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

std::span<const QueryFieldName> queryFields()
{
    static const std::vector<QueryFieldName> kFields = makeFields();
    return kFields;
}

const QueryFieldName* queryField(std::string_view name)
{
    const auto fields = queryFields();
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

const QueryFieldName* queryFieldAsWritten(std::string_view name)
{
    return queryField(toLowerAscii(name.substr(0, name.find_first_of("./"))));
}

std::string_view traitName(QueryTrait trait)
{
    return kTraits[static_cast<std::size_t>(trait)];
}

std::vector<std::string_view> queryWords(QueryField field)
{
    std::vector<std::string_view> words;
    switch (field) {
    case QueryField::State:
        for (int i = 0; i < saga::kSagaStateCount; ++i)
            words.push_back(saga::stateName(saga::SagaState(i)));
        break;
    case QueryField::Evidence:
        for (const auto evidence : {identity::Evidence::Declared, identity::Evidence::Aliased, identity::Evidence::Inferred})
            words.push_back(identity::evidenceName(evidence));
        break;
    case QueryField::Style:
        for (const auto style : {saga::SagaStyle::Choreographed, saga::SagaStyle::Orchestrated, saga::SagaStyle::Unknown})
            words.push_back(saga::styleName(style));
        break;
    case QueryField::Has: words.assign(kTraits.begin(), kTraits.end()); break;
    case QueryField::Rule:
        for (const base::Rule rule : base::allRules())
            words.push_back(base::ruleName(rule));
        break;
    default: break;
    }
    return words;
}

std::string_view nearestWord(std::string_view word, std::span<const std::string_view> candidates)
{
    constexpr std::size_t kFarthest = 2;
    const auto begins = std::find_if(candidates.begin(), candidates.end(),
                                     [&](std::string_view candidate) { return candidate.starts_with(word); });
    if (begins != candidates.end())
        return *begins;
    std::string_view nearest;
    std::size_t best = std::min(kFarthest, word.size() / 2) + 1;
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = editDistance(word, candidate);
        if (distance < best) {
            best = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace sagascope::session
