// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/DefinitionEdits.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sagascope::ui {
namespace {

using compose::Json;

/// One order for all objects of a definition: no two of them disagree about the members that both have.
constexpr std::array kOrder{
    "rule",     "name",          "eventType", "aliases",   "metadataStep", "service",  "role",     "required",
    "repeatable", "compensates", "awaits",    "timeLimitMs", "supersededBy", "fact",   "style",    "description",
    "keyKinds", "requiresKind",  "requiresAnyKind", "start", "hasEnd",     "joins",    "context",  "inference",
    "steps",    "outcomes",      "sideEffects", "follows", "invariants",   "kind",     "types",    "pointers",
    "user",     "amount",        "currency",  "time",      "nextStep",     "weights",  "windowMs", "clockToleranceMs",
    "threshold", "margin",       "success",   "failing",   "effect",       "causes",   "present",  "absent"};

std::size_t rankOf(std::string_view member)
{
    return std::size_t(std::find(kOrder.begin(), kOrder.end(), member) - kOrder.begin());
}

void insertMember(Json& object, const std::string& name, Json value)
{
    Json ordered = Json::object();
    bool isIn = false;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!isIn && rankOf(member.key()) > rankOf(name)) {
            ordered[name] = std::move(value);
            isIn = true;
        }
        ordered[member.key()] = std::move(*member);
    }
    if (!isIn)
        ordered[name] = std::move(value);
    object = std::move(ordered);
}

void renameIn(Json& value, const std::string& before, const std::string& after)
{
    if (value.is_array()) {
        for (Json& element : value)
            renameIn(element, before, after);
    } else if (value.is_string() && value.get_ref<const std::string&>() == before) {
        value = after;
    }
}

void renameMember(Json& object, const char* name, const std::string& before, const std::string& after)
{
    if (object.is_object() && object.contains(name))
        renameIn(object[name], before, after);
}

template <typename Each> void forEachIn(Json& root, const char* list, Each each)
{
    if (root.contains(list) && root[list].is_array())
        for (Json& element : root[list])
            each(element);
}

} // namespace

void putInOrder(Json& root, std::string_view pointer, Json value)
{
    const std::size_t slash = pointer.rfind('/');
    if (slash == std::string_view::npos) {
        root = std::move(value);
        return;
    }
    const std::string_view around = pointer.substr(0, slash);
    const Json* holder = compose::valueAt(root, around);
    const std::string member(pointer.substr(slash + 1));
    const bool isList = holder != nullptr && holder->is_array();
    if (!isList && (holder == nullptr || !holder->is_object())) {
        putInOrder(root, around, Json::object());
        holder = compose::valueAt(root, around);
    }
    if (isList || holder->contains(member))
        compose::assignAt(root, pointer, std::move(value));
    else
        insertMember(const_cast<Json&>(*holder), member, std::move(value)); // root is ours to change
}

void renameStep(Json& root, std::size_t index, const std::string& name)
{
    const std::vector<std::string> names = stepNames(root);
    if (index >= names.size())
        return;
    const std::string before = names[index];
    putInOrder(root, "/steps/" + std::to_string(index) + "/name", name);
    // Of two steps with one name nobody can say which one is meant.
    if (before.empty() || std::count(names.begin(), names.end(), before) != 1)
        return;
    renameMember(root, "start", before, name);
    forEachIn(root, "steps", [&](Json& step) {
        for (const char* member : {"compensates", "awaits", "supersededBy"})
            renameMember(step, member, before, name);
    });
    if (root.contains("outcomes"))
        for (const char* member : {"success", "failing"})
            renameMember(root["outcomes"], member, before, name);
    forEachIn(root, "invariants", [&](Json& invariant) {
        for (const char* member : {"present", "absent"})
            renameMember(invariant, member, before, name);
    });
}

void moveElement(Json& list, std::size_t from, std::size_t to)
{
    if (!list.is_array() || from >= list.size() || to >= list.size())
        return;
    Json element = std::move(list[from]);
    list.erase(from);
    list.insert(list.begin() + std::ptrdiff_t(to), std::move(element));
}

Json emptyDefinition(const std::string& name)
{
    Json root = Json::object();
    root["name"] = name;
    root["style"] = "choreographed";
    root["description"] = "";
    root["keyKinds"] = Json::array({"booking"});
    root["start"] = nullptr;
    root["hasEnd"] = true;
    root["joins"] = Json::array({Json::object({{"kind", "booking"}, {"pointers", Json::array({"/payload/bookingId"})}})});
    root["steps"] = Json::array();
    root["steps"].push_back(newStep(root));
    root["outcomes"] = Json::object({{"success", Json::array({root["steps"][0]["name"]})}, {"failing", Json::array()}});
    return root;
}

Json newStep(const Json& root)
{
    const Json* named = compose::valueAt(root, "/joins/0/pointers/0");
    Json step = Json::object();
    step["name"] = freeName("step", stepNames(root));
    step["eventType"] = "";
    step["role"] = "step";
    step["fact"] = Json::array({named != nullptr && named->is_string() ? *named : Json("/payload/id")});
    return step;
}

std::string freeName(const std::string& base, const std::vector<std::string>& taken)
{
    std::string name = base;
    for (int number = 2; std::find(taken.begin(), taken.end(), name) != taken.end(); ++number)
        name = base + "-" + std::to_string(number);
    return name;
}

std::vector<std::string> textsOf(const Json* list)
{
    std::vector<std::string> texts;
    if (list != nullptr && list->is_array())
        for (const Json& element : *list)
            texts.push_back(textOf(&element));
    return texts;
}

std::string textOf(const Json* value)
{
    if (value == nullptr || value->is_null())
        return {};
    return value->is_string() ? value->get<std::string>() : compose::toJsonText(*value);
}

std::string memberText(const Json& object, const char* name)
{
    return object.is_object() && object.contains(name) ? textOf(&object[name]) : std::string();
}

std::vector<std::string> stepNames(const Json& root)
{
    std::vector<std::string> names;
    if (root.is_object() && root.contains("steps") && root["steps"].is_array())
        for (const Json& step : root["steps"])
            names.push_back(memberText(step, "name"));
    return names;
}

} // namespace sagascope::ui
