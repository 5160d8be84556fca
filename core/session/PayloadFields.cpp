// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/PayloadFields.h"

#include <nlohmann/json.hpp>

#include "core/catalog/Catalog.h"
#include "core/session/QueryPath.h"

namespace sagascope::session {
namespace {

constexpr std::size_t kDeepest = 16;

void collect(const nlohmann::json& schema, std::vector<std::string>& steps, std::set<std::string>& fields)
{
    if (!schema.is_object() || steps.size() >= kDeepest)
        return;
    if (const auto items = schema.find("items"); items != schema.end())
        collect(*items, steps, fields);
    const auto properties = schema.find("properties");
    if (properties == schema.end() || !properties->is_object())
        return;
    for (const auto& [name, property] : properties->items()) {
        steps.push_back(name);
        fields.insert(pathText(steps));
        collect(property, steps, fields);
        steps.pop_back();
    }
}

} // namespace

std::set<std::string> payloadFields(const catalog::Catalog& catalog)
{
    std::set<std::string> fields;
    std::vector<std::string> steps;
    for (const catalog::DeclaredTopic& topic : catalog.topics())
        if (topic.schema)
            collect(topic.schema->document(), steps, fields);
    return fields;
}

} // namespace sagascope::session
