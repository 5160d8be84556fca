// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/DeclaredTopic.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "core/catalog/SchemaWalk.h"

namespace sagascope::catalog {
namespace {

using json = nlohmann::ordered_json; ///< forms show members in the order of the file

constexpr std::array<std::string_view, 8> kStatusNames{
    "live",          "live-with-foreign-event-type", "call-site-unreachable",
    "commented-out", "defined-never-published",      "docs-only",
    "spec-only",     "handler-without-subscription",
};

constexpr std::array<std::string_view, 13> kKinds{
    "correlation", "saga",   "trace",          "booking", "booking-reference", "payment", "refund",
    "user",        "search", "recommendation", "request", "notification",      "entity",
};

/// Reads members of one object and remembers the first fault, so that reading stays a plain list of members.
class EntryReader
{
public:
    EntryReader(const json& entry, std::string_view file, std::string pointer)
        : m_entry(entry), m_file(file), m_pointer(std::move(pointer))
    {
        if (!entry.is_object())
            fail("", "is no object");
    }

    std::string text(const char* name, bool isRequired = false)
    {
        const json* value = find(name, isRequired);
        if (!value || value->is_null())
            return {};
        if (!value->is_string())
            return fail(name, "must be a text"), std::string();
        return value->get<std::string>();
    }

    std::vector<std::string> texts(const char* name)
    {
        std::vector<std::string> out;
        const json* value = find(name, false);
        if (!value)
            return out;
        if (!value->is_array() ||
            !std::all_of(value->begin(), value->end(), [](const json& v) { return v.is_string(); }))
            return fail(name, "must be a list of texts"), out;
        return value->get<std::vector<std::string>>();
    }

    int number(const char* name, int fallback)
    {
        const json* value = find(name, false);
        if (!value)
            return fallback;
        if (!value->is_number_integer() || value->get<std::int64_t>() < 1 || value->get<std::int64_t>() > 100'000)
            return fail(name, "must be a whole number from 1 to 100000"), fallback;
        return value->get<int>();
    }

    bool flag(const char* name)
    {
        const json* value = find(name, true);
        if (value && !value->is_boolean())
            return fail(name, "must be true or false"), false;
        return value && value->get<bool>();
    }

    template <typename Visit> void each(const char* name, Visit visit)
    {
        const json* value = find(name, false);
        if (!value)
            return;
        if (!value->is_array())
            return fail(name, "must be a list");
        for (std::size_t i = 0; i < value->size() && !m_error; ++i) {
            EntryReader part((*value)[i], m_file, m_pointer + pointerToken(name) + "/" + std::to_string(i));
            if (!part.m_error)
                visit(part);
            m_error = part.m_error;
        }
    }

    const json* find(const char* name, bool isRequired)
    {
        const auto found = m_entry.find(name);
        if (m_entry.is_object() && found != m_entry.end())
            return &*found;
        if (isRequired)
            fail(name, "is missing");
        return nullptr;
    }

    void fail(std::string_view name, std::string_view what)
    {
        if (m_error)
            return;
        const std::string place = m_pointer + (name.empty() ? std::string() : pointerToken(name));
        m_error =
            base::Error{base::ErrorCode::Malformed, m_file + (place.empty() ? "" : "#" + place), std::string(what)};
    }

    [[nodiscard]] const std::optional<base::Error>& error() const { return m_error; }

private:
    const json& m_entry;
    std::string m_file;
    std::string m_pointer;
    std::optional<base::Error> m_error;
};

void readName(EntryReader& in, DeclaredTopic& topic)
{
    topic.name = in.text("topic", true);
    if (topic.name.empty())
        in.fail("topic", "must not be empty");
    topic.eventTypes = in.texts("eventTypes");
    topic.domain = in.text("domain");
    topic.entity = in.text("entity");
    topic.action = in.text("action");
    topic.versions = in.texts("versions");
    topic.partitions = in.number("partitions", topic.partitions);
    topic.description = in.text("description", true);
    topic.secrets = in.texts("secrets");
    const std::string status = in.text("status", true);
    if (const auto known = topicStatusFromName(status))
        topic.status = *known;
    else
        in.fail("status", "is no known status: " + status);
}

void readParties(EntryReader& in, DeclaredTopic& topic)
{
    in.each("producers", [&](EntryReader& part) {
        topic.producers.push_back({part.text("service", true), part.flag("live")});
    });
    in.each("consumers", [&](EntryReader& part) {
        topic.consumers.push_back({part.text("group"), part.text("service", true), part.flag("live")});
    });
    in.each("identifiers", [&](EntryReader& part) {
        DeclaredIdentifier identifier{part.text("kind", true), part.text("pointer", true)};
        if (std::find(kKinds.begin(), kKinds.end(), identifier.kind) == kKinds.end())
            part.fail("kind", "is no kind of identifier: " + identifier.kind);
        if (identifier.pointer.rfind('/', 0) != 0)
            part.fail("pointer", "must begin with a slash");
        topic.identifiers.push_back(std::move(identifier));
    });
}

void readKey(EntryReader& in, DeclaredTopic& topic)
{
    const json* key = in.find("key", false);
    if (!key || key->is_null())
        return;
    if (!key->is_object() || !key->contains("pointer") || !key->at("pointer").is_string())
        return in.fail("key", "must be null or have a pointer");
    topic.defaultKeyPointer = key->at("pointer").get<std::string>();
    if (!key->contains("byEventType"))
        return;
    if (!key->at("byEventType").is_object())
        return in.fail("key", "byEventType must map event types to pointers");
    for (const auto& [type, pointer] : key->at("byEventType").items()) {
        if (!pointer.is_string())
            return in.fail("key", "the pointer for " + type + " must be a text");
        topic.keyPointerByType.emplace(type, pointer.get<std::string>());
    }
}

base::Result<void> readSchema(const json& entry, std::string_view file, DeclaredTopic& topic)
{
    const auto schema = entry.find("schema");
    if (schema == entry.end())
        return {};
    topic.schemaText = schema->dump(2);
    auto compiled = PayloadSchema::compile(topic.schemaText, std::string(file) + "#/schema");
    if (!compiled)
        return compiled.error();
    topic.schema = std::move(*compiled);
    return {};
}

} // namespace

std::string_view topicStatusName(TopicStatus status)
{
    return kStatusNames[static_cast<std::size_t>(status)];
}

std::optional<TopicStatus> topicStatusFromName(std::string_view name)
{
    const auto* found = std::find(kStatusNames.begin(), kStatusNames.end(), name);
    if (found == kStatusNames.end())
        return std::nullopt;
    return static_cast<TopicStatus>(found - kStatusNames.begin());
}

std::string_view DeclaredTopic::keyPointer(std::string_view eventType) const
{
    const auto own = keyPointerByType.find(eventType);
    return own == keyPointerByType.end() ? defaultKeyPointer : own->second;
}

bool DeclaredTopic::isLive() const
{
    return status == TopicStatus::Live || status == TopicStatus::LiveWithForeignEventType;
}

base::Result<DeclaredTopic> parseDeclaredTopic(const json& entry, std::string_view file, std::string_view pointer)
{
    DeclaredTopic topic;
    EntryReader in(entry, file, std::string(pointer));
    if (!in.error()) {
        readName(in, topic);
        readParties(in, topic);
        readKey(in, topic);
    }
    if (in.error())
        return *in.error();
    if (auto read = readSchema(entry, file, topic); !read)
        return read.error();
    return topic;
}

} // namespace sagascope::catalog
