// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/FormModel.h"

#include <algorithm>
#include <charconv>

#include "core/catalog/SchemaWalk.h"

namespace sagascope::compose {
namespace {

constexpr int kDeepest = 12; ///< of nesting that a form shows; a schema may refer to itself

std::string text(const Json& schema, const char* name)
{
    const auto found = schema.find(name);
    return found != schema.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<double> number(const Json& schema, const char* name)
{
    const auto found = schema.find(name);
    return found != schema.end() && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

/// Builds fields out of a schema whose local references it follows.
class FieldBuilder
{
public:
    explicit FieldBuilder(const Json& root) : m_root(root) {}

    std::vector<FormField> members(const Json& schema, const std::string& pointer, int depth) const
    {
        std::vector<FormField> fields;
        const Json required = schema.value("required", Json::array());
        const auto properties = schema.find("properties");
        if (properties == schema.end() || !properties->is_object())
            return fields;
        for (auto member = properties->begin(); member != properties->end(); ++member) {
            const bool isRequired = std::find(required.begin(), required.end(), Json(member.key())) != required.end();
            fields.push_back(build(member.key(), pointer + catalog::pointerToken(member.key()), *member, depth));
            fields.back().isRequired = isRequired;
        }
        return fields;
    }

private:
    FormField build(const std::string& name, const std::string& pointer, const Json& unresolved, int depth) const
    {
        const Json& schema = resolve(unresolved);
        FormField field;
        field.name = name;
        field.pointer = pointer;
        if (!schema.is_object())
            return field;
        field.description = text(schema, "description");
        field.format = text(schema, "format");
        field.pattern = text(schema, "pattern");
        field.minimum = number(schema, "minimum");
        field.maximum = number(schema, "maximum");
        if (const auto examples = schema.find("examples"); examples != schema.end() && examples->is_array())
            field.examples.assign(examples->begin(), examples->end());
        field.kind = kindOf(schema);
        if (field.kind == FieldKind::Choice)
            for (const Json& choice : schema.at("enum"))
                field.choices.push_back(choice.get<std::string>());
        if (depth >= kDeepest && (field.kind == FieldKind::Object || field.kind == FieldKind::List))
            field.kind = FieldKind::Raw;
        if (field.kind == FieldKind::Object)
            field.fields = members(schema, pointer, depth + 1);
        if (field.kind == FieldKind::List)
            field.element.push_back(build(name, pointer + "/-", schema.at("items"), depth + 1));
        return field;
    }

    const Json& resolve(const Json& schema) const
    {
        const Json* current = &schema;
        for (int i = 0; i < kDeepest && current->is_object() && current->contains("$ref"); ++i) {
            const std::string reference = text(*current, "$ref");
            const Json* target = reference.rfind('#', 0) == 0 ? valueAt(m_root, reference.substr(1)) : nullptr;
            if (!target)
                break;
            current = target;
        }
        return *current;
    }

    static FieldKind kindOf(const Json& schema)
    {
        for (const char* keyword : {"$ref", "anyOf", "oneOf", "allOf", "not", "if"})
            if (schema.contains(keyword))
                return FieldKind::Raw;
        const std::string type = text(schema, "type");
        if (const auto choices = schema.find("enum"); choices != schema.end())
            return isTexts(*choices) ? FieldKind::Choice : FieldKind::Raw;
        if (type == "object")
            return schema.contains("properties") && !schema.contains("additionalProperties") ? FieldKind::Object
                                                                                             : FieldKind::Raw;
        if (type == "array")
            return schema.contains("items") && schema.at("items").is_object() ? FieldKind::List : FieldKind::Raw;
        return scalarKind(type, text(schema, "format"));
    }

    static FieldKind scalarKind(const std::string& type, const std::string& format)
    {
        if (type == "string" && format == "date-time")
            return FieldKind::DateTime;
        if (type == "string" && format == "date")
            return FieldKind::Date;
        if (type == "string")
            return FieldKind::Text;
        if (type == "number")
            return FieldKind::Number;
        if (type == "integer")
            return FieldKind::Integer;
        return type == "boolean" ? FieldKind::Boolean : FieldKind::Raw;
    }

    static bool isTexts(const Json& values)
    {
        return values.is_array() &&
               std::all_of(values.begin(), values.end(), [](const Json& v) { return v.is_string(); });
    }

    const Json& m_root;
};

base::Error unfit(const FormField& field, const char* what)
{
    return {base::ErrorCode::InvalidArgument, field.pointer, what};
}

template <typename Number> std::optional<Number> readNumber(std::string_view text)
{
    Number value{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size())
        return std::nullopt;
    return value;
}

void repoint(FormField& field, const std::string& from, const std::string& to)
{
    field.pointer = to + field.pointer.substr(from.size());
    for (FormField& member : field.fields)
        repoint(member, from, to);
    for (FormField& element : field.element)
        repoint(element, from, to);
}

std::optional<FormField> findIn(const std::vector<FormField>& fields, std::string_view pointer)
{
    for (const FormField& field : fields) {
        if (field.pointer == pointer)
            return field;
        if (pointer.substr(0, field.pointer.size() + 1) != field.pointer + "/")
            continue;
        if (field.kind != FieldKind::List)
            return findIn(field.fields, pointer);
        const std::string_view rest = pointer.substr(field.pointer.size() + 1);
        const auto index = readNumber<std::size_t>(rest.substr(0, rest.find('/')));
        return index ? findIn({field.at(*index)}, pointer) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

FormField FormField::at(std::size_t index) const
{
    FormField copy = element.front();
    const std::string from = copy.pointer;
    repoint(copy, from, pointer + "/" + std::to_string(index));
    return copy;
}

std::string FormField::show(const Json* value) const
{
    if (!value)
        return {};
    const bool isPlain = kind != FieldKind::Raw && value->is_string();
    return isPlain ? value->get<std::string>() : toJsonText(*value);
}

base::Result<Json> FormField::read(std::string_view text) const
{
    if (kind == FieldKind::Integer) {
        const auto value = readNumber<std::int64_t>(text);
        return value ? base::Result<Json>(Json(*value)) : unfit(*this, "must be a whole number");
    }
    if (kind == FieldKind::Number) {
        const auto value = readNumber<double>(text);
        return value ? base::Result<Json>(Json(*value)) : unfit(*this, "must be a number");
    }
    if (kind == FieldKind::Boolean) {
        if (text != "true" && text != "false")
            return unfit(*this, "must be true or false");
        return Json(text == "true");
    }
    if (kind == FieldKind::Object || kind == FieldKind::List || kind == FieldKind::Raw) {
        auto value = fromJsonText(text);
        return value ? base::Result<Json>(std::move(*value)) : unfit(*this, "must be JSON");
    }
    return Json(std::string(text));
}

base::Result<FormModel> FormModel::fromSchema(std::string_view schemaJson)
{
    const auto schema = fromJsonText(schemaJson);
    if (!schema || !schema->is_object() || text(*schema, "type") != "object")
        return base::Error{base::ErrorCode::Malformed, {}, "a form needs the JSON Schema of an object"};
    FormModel form;
    form.m_fields = FieldBuilder(*schema).members(*schema, {}, 0);
    return form;
}

std::optional<FormField> FormModel::field(std::string_view pointer) const
{
    return findIn(m_fields, pointer);
}

} // namespace sagascope::compose
