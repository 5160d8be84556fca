// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/SchemaWalk.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace sagascope::catalog {
namespace {

using nlohmann::json;

constexpr int kMostReferences = 16; ///< a chain of references that is longer goes in a circle

const json* member(const json& schema, const char* name)
{
    if (!schema.is_object())
        return nullptr;
    const auto found = schema.find(name);
    return found == schema.end() ? nullptr : &*found;
}

bool isNumber(std::string_view token)
{
    return !token.empty() && std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
}

const json* elementSchema(const json& schema, std::string_view token)
{
    const json* items = member(schema, "items");
    if (!items || !isNumber(token))
        return nullptr;
    if (!items->is_array())
        return items;
    const std::size_t index = token.size() < 9 ? std::stoul(std::string(token)) : items->size();
    return index < items->size() ? &(*items)[index] : member(schema, "additionalItems");
}

class Walker
{
public:
    Walker(const json& root, const SchemaVisitor& visitor) : m_root(root), m_visitor(visitor) {}

    void step(const std::string& pointer, const json& unresolved, const json& value)
    {
        const json* schema = resolve(m_root, unresolved);
        if (!schema || !schema->is_object())
            return;
        if (m_visitor.visit)
            m_visitor.visit(pointer, *schema, value);
        if (value.is_object())
            stepIntoObject(pointer, *schema, value);
        else if (value.is_array())
            stepIntoArray(pointer, *schema, value);
    }

private:
    void stepIntoObject(const std::string& pointer, const json& schema, const json& value)
    {
        const bool declares = member(schema, "properties") && !member(schema, "additionalProperties");
        for (const auto& [name, child] : value.items()) {
            if (const json* part = describe(m_root, schema, name))
                step(pointer + pointerToken(name), *part, child);
            else if (declares && m_visitor.undeclared)
                m_visitor.undeclared(pointer + pointerToken(name));
        }
    }

    void stepIntoArray(const std::string& pointer, const json& schema, const json& value)
    {
        for (std::size_t i = 0; i < value.size(); ++i) {
            const std::string token = std::to_string(i);
            if (const json* part = elementSchema(schema, token))
                step(pointer + "/" + token, *part, value[i]);
        }
    }

    const json& m_root;
    const SchemaVisitor& m_visitor;
};

} // namespace

std::string pointerToken(std::string_view name)
{
    std::string token = "/";
    for (const char c : name) {
        if (c == '~')
            token += "~0";
        else if (c == '/')
            token += "~1";
        else
            token += c;
    }
    return token;
}

const json* resolve(const json& root, const json& schema)
{
    const json* current = &schema;
    for (int i = 0; i < kMostReferences; ++i) {
        const json* reference = member(*current, "$ref");
        if (!reference)
            return current;
        if (!reference->is_string() || reference->get_ref<const std::string&>().rfind('#', 0) != 0)
            return nullptr;
        try {
            const json::json_pointer target(reference->get_ref<const std::string&>().substr(1));
            if (!root.contains(target))
                return nullptr;
            current = &root.at(target);
        } catch (const json::exception&) {
            return nullptr;
        }
    }
    return nullptr;
}

const json* describe(const json& root, const json& unresolved, std::string_view token)
{
    const json* schema = resolve(root, unresolved);
    if (!schema)
        return nullptr;
    if (const json* properties = member(*schema, "properties")) {
        const auto found = properties->find(std::string(token));
        if (found != properties->end())
            return &*found;
    }
    if (const json* others = member(*schema, "additionalProperties"))
        return others;
    return elementSchema(*schema, token);
}

const json* describeAt(const json& root, std::string_view pointer)
{
    const json* schema = &root;
    try {
        json::json_pointer rest{std::string(pointer)};
        std::vector<std::string> tokens;
        for (; !rest.empty(); rest.pop_back())
            tokens.push_back(rest.back());
        for (auto token = tokens.rbegin(); schema && token != tokens.rend(); ++token)
            schema = describe(root, *schema, *token);
    } catch (const json::exception&) {
        return nullptr;
    }
    return schema ? resolve(root, *schema) : nullptr;
}

void walk(const json& root, const json& value, const SchemaVisitor& visitor)
{
    Walker(root, visitor).step({}, root, value);
}

} // namespace sagascope::catalog
