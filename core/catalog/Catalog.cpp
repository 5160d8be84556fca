// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/Catalog.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "core/base/Hash.h"
#include "core/catalog/DefinitionText.h"
#include "core/catalog/EmbeddedResources.h"
#include "core/catalog/JsonFiles.h"

namespace sagascope::catalog {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "dreamscape.";
constexpr std::string_view kDefinitionSchema = "sagas/saga-definition.schema.json";

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

template <typename List> auto findNamed(const List& list, std::string_view name) -> decltype(&list.front())
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& item) { return item.name == name; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

base::Result<std::shared_ptr<const Catalog>> Catalog::load()
{
    std::vector<SourceFile> files;
    for (const EmbeddedFile& file : embeddedFiles())
        files.push_back({std::string(file.path), std::string(file.text)});
    return build(files);
}

base::Result<std::shared_ptr<const Catalog>> Catalog::load(const fs::path& directory)
{
    std::vector<SourceFile> files;
    for (const char* folder : {"catalog", "sagas"}) {
        const auto paths = jsonFiles(directory / folder);
        if (!paths)
            return paths.error();
        for (const fs::path& path : *paths) {
            auto text = readTextFile(path);
            if (!text)
                return text.error();
            files.push_back({std::string(folder) + "/" + path.filename().string(), std::move(*text)});
        }
    }
    return build(files);
}

base::Result<std::shared_ptr<const Catalog>> Catalog::build(const std::vector<SourceFile>& files)
{
    auto declared = std::make_shared<Declared>();
    for (const SourceFile& file : files)
        declared->fingerprint = base::hash64(file.text, base::hash64(file.path, declared->fingerprint));
    for (const SourceFile& file : files)
        if (startsWith(file.path, "catalog/"))
            if (auto added = declared->addTopics(file); !added)
                return added.error();
    if (auto added = declared->addDefinitions(files); !added)
        return added.error();
    declared->indexTypes();
    declared->collectGroups();
    return Catalog(std::move(declared)).with({});
}

std::shared_ptr<const Catalog> Catalog::with(std::vector<SagaDefinition> user) const
{
    std::map<std::string, SagaDefinition> byName;
    for (SagaDefinition& definition : user)
        byName.insert_or_assign(definition.name, std::move(definition));
    std::shared_ptr<Catalog> catalog(new Catalog(m_declared));
    catalog->m_fingerprint = m_declared->fingerprint;
    for (const auto& [name, definition] : byName) {
        catalog->m_fingerprint = base::hash64(writeSagaDefinition(definition), catalog->m_fingerprint);
        if (!builtIn(name))
            catalog->m_definitions.push_back(definition);
        catalog->m_userMade.insert(name);
    }
    for (const SagaDefinition& definition : m_declared->definitions) {
        const auto replacement = byName.find(definition.name);
        catalog->m_definitions.push_back(replacement == byName.end() ? definition : replacement->second);
    }
    catalog->indexDefinitions();
    return catalog;
}

base::Result<void> Catalog::Declared::addTopics(const SourceFile& file)
{
    const auto document = nlohmann::ordered_json::parse(file.text, nullptr, false);
    if (document.is_discarded())
        return base::Error{base::ErrorCode::Malformed, file.path, "the file is no JSON"};
    const bool isList = document.is_array();
    for (std::size_t i = 0; i < (isList ? document.size() : 1); ++i) {
        const std::string pointer = isList ? "/" + std::to_string(i) : std::string();
        auto topic = parseDeclaredTopic(isList ? document[i] : document, file.path, pointer);
        if (!topic)
            return topic.error();
        if (byTopic.count(topic->name) != 0)
            return base::Error{base::ErrorCode::Malformed, file.path, "the topic " + topic->name + " is there twice"};
        topics.push_back(std::move(*topic));
        byTopic.emplace(topics.back().name, &topics.back());
    }
    return {};
}

base::Result<void> Catalog::Declared::addDefinitions(const std::vector<SourceFile>& files)
{
    const auto shape =
        std::find_if(files.begin(), files.end(), [](const SourceFile& f) { return f.path == kDefinitionSchema; });
    if (shape == files.end())
        return base::Error{base::ErrorCode::NotFound, std::string(kDefinitionSchema),
                           "the JSON Schema for saga definitions is missing"};
    auto schema = PayloadSchema::compile(shape->text, kDefinitionSchema);
    if (!schema)
        return schema.error();
    definitionSchema = *std::move(schema);
    definitionSchemaText = shape->text;
    for (const SourceFile& file : files) {
        if (!startsWith(file.path, "sagas/") || file.path == kDefinitionSchema)
            continue;
        auto parsed = parseSagaDefinition(file.text, file.path, *definitionSchema);
        if (!parsed)
            return parsed.error();
        if (findNamed(definitions, parsed->name))
            return base::Error{base::ErrorCode::Malformed, file.path + "#/name",
                               "another definition has the name " + parsed->name};
        definitions.push_back(std::move(*parsed));
    }
    return {};
}

void Catalog::Declared::indexTypes()
{
    const auto isBetter = [](const DeclaredTopic& a, const DeclaredTopic& b) {
        return a.schema.has_value() != b.schema.has_value() ? a.schema.has_value() : a.isLive() && !b.isLive();
    };
    for (const DeclaredTopic& topic : topics)
        for (const std::string& type : topic.eventTypes) {
            const auto [known, isNew] = byType.emplace(type, &topic);
            if (!isNew && isBetter(topic, *known->second))
                known->second = &topic;
        }
}

void Catalog::indexDefinitions()
{
    for (const SagaDefinition& definition : m_definitions) {
        for (const StepDefinition& step : definition.steps) {
            m_stepTypes.insert(step.eventType);
            m_stepTypes.insert(step.aliases.begin(), step.aliases.end());
        }
        for (const FollowRule& rule : definition.follows)
            for (std::size_t i = 0; i < rule.causes.size(); ++i)
                m_follows[rule.effect].emplace(rule.causes[i], rule.names[i]);
    }
}

void Catalog::Declared::collectGroups()
{
    for (const DeclaredTopic& topic : topics)
        for (const DeclaredConsumer& consumer : topic.consumers) {
            if (consumer.group.empty())
                continue;
            auto known = std::find_if(groups.begin(), groups.end(),
                                      [&](const DeclaredGroup& g) { return g.name == consumer.group; });
            if (known == groups.end())
                known = groups.insert(groups.end(), {consumer.group, consumer.service, false, {}});
            known->isLive = known->isLive || consumer.isLive;
            known->topics.push_back(topic.name);
        }
    std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
}

const DeclaredTopic* Catalog::topic(std::string_view name) const
{
    const auto found = m_declared->byTopic.find(name);
    return found == m_declared->byTopic.end() ? nullptr : found->second;
}

const DeclaredTopic* Catalog::eventType(std::string_view type) const
{
    auto found = m_declared->byType.find(type);
    if (found == m_declared->byType.end() && startsWith(type, kPrefix))
        found = m_declared->byType.find(type.substr(kPrefix.size()));
    return found == m_declared->byType.end() ? nullptr : found->second;
}

const DeclaredTopic* Catalog::find(std::string_view type, std::string_view topicName) const
{
    if (const DeclaredTopic* byType = eventType(type))
        return byType;
    const DeclaredTopic* byTopic = topic(topicName);
    return byTopic && !byTopic->isQueue() ? byTopic : nullptr;
}

const DeclaredGroup* Catalog::group(std::string_view name) const
{
    return findNamed(m_declared->groups, name);
}

const SagaDefinition* Catalog::definition(std::string_view name) const
{
    return findNamed(m_definitions, name);
}

const SagaDefinition* Catalog::builtIn(std::string_view name) const
{
    return findNamed(m_declared->definitions, name);
}

DefinitionOrigin Catalog::originOf(std::string_view name) const
{
    if (!m_userMade.contains(name))
        return DefinitionOrigin::BuiltIn;
    return builtIn(name) ? DefinitionOrigin::UserOverride : DefinitionOrigin::User;
}

std::vector<SagaDefinition> Catalog::userDefinitions() const
{
    std::vector<SagaDefinition> user;
    for (const SagaDefinition& definition : m_definitions)
        if (m_userMade.contains(definition.name))
            user.push_back(definition);
    return user;
}

bool Catalog::isStep(std::string_view type) const
{
    return m_stepTypes.count(type) != 0;
}

std::string_view Catalog::followName(std::string_view effect, std::string_view cause) const
{
    const auto rules = m_follows.find(effect);
    if (rules == m_follows.end())
        return {};
    const auto rule = rules->second.find(cause);
    return rule == rules->second.end() ? std::string_view() : rule->second;
}

} // namespace sagascope::catalog
