// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/Catalog.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include <nlohmann/json.hpp>

#include "core/catalog/EmbeddedResources.h"

namespace sagascope::catalog {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "dreamscape.";
constexpr std::string_view kDefinitionSchema = "sagas/saga-definition.schema.json";

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

base::Result<std::string> readFile(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in.good() && !in.eof())
        return base::Error{base::ErrorCode::Unreadable, path.string(), "the file can't be read"};
    return text;
}

base::Result<std::vector<fs::path>> jsonFiles(const fs::path& directory)
{
    std::error_code failure;
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(directory, failure), end; !failure && entry != end; entry.increment(failure))
        if (entry->path().extension() == ".json")
            files.push_back(entry->path());
    if (failure)
        return base::Error{base::ErrorCode::Unreadable, directory.string(), failure.message()};
    std::sort(files.begin(), files.end());
    return files;
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
            auto text = readFile(path);
            if (!text)
                return text.error();
            files.push_back({std::string(folder) + "/" + path.filename().string(), std::move(*text)});
        }
    }
    return build(files);
}

base::Result<std::shared_ptr<const Catalog>> Catalog::build(const std::vector<SourceFile>& files)
{
    std::shared_ptr<Catalog> catalog(new Catalog);
    for (const SourceFile& file : files)
        if (startsWith(file.path, "catalog/"))
            if (auto added = catalog->addTopics(file); !added)
                return added.error();
    if (auto added = catalog->addDefinitions(files); !added)
        return added.error();
    catalog->indexTypes();
    catalog->collectGroups();
    return std::shared_ptr<const Catalog>(std::move(catalog));
}

base::Result<void> Catalog::addTopics(const SourceFile& file)
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
        if (m_byTopic.count(topic->name) != 0)
            return base::Error{base::ErrorCode::Malformed, file.path, "the topic " + topic->name + " is there twice"};
        m_topics.push_back(std::move(*topic));
        m_byTopic.emplace(m_topics.back().name, &m_topics.back());
    }
    return {};
}

base::Result<void> Catalog::addDefinitions(const std::vector<SourceFile>& files)
{
    const auto shape =
        std::find_if(files.begin(), files.end(), [](const SourceFile& f) { return f.path == kDefinitionSchema; });
    if (shape == files.end())
        return base::Error{base::ErrorCode::NotFound, std::string(kDefinitionSchema),
                           "the JSON Schema for saga definitions is missing"};
    const auto schema = PayloadSchema::compile(shape->text, kDefinitionSchema);
    if (!schema)
        return schema.error();
    for (const SourceFile& file : files) {
        if (!startsWith(file.path, "sagas/") || file.path == kDefinitionSchema)
            continue;
        auto parsed = parseSagaDefinition(file.text, file.path, *schema);
        if (!parsed)
            return parsed.error();
        if (definition(parsed->name))
            return base::Error{base::ErrorCode::Malformed, file.path + "#/name",
                               "another definition has the name " + parsed->name};
        m_definitions.push_back(std::move(*parsed));
    }
    return {};
}

void Catalog::indexTypes()
{
    const auto isBetter = [](const DeclaredTopic& a, const DeclaredTopic& b) {
        return a.schema.has_value() != b.schema.has_value() ? a.schema.has_value() : a.isLive() && !b.isLive();
    };
    for (const DeclaredTopic& topic : m_topics)
        for (const std::string& type : topic.eventTypes) {
            const auto [known, isNew] = m_byType.emplace(type, &topic);
            if (!isNew && isBetter(topic, *known->second))
                known->second = &topic;
        }
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

void Catalog::collectGroups()
{
    for (const DeclaredTopic& topic : m_topics)
        for (const DeclaredConsumer& consumer : topic.consumers) {
            if (consumer.group.empty())
                continue;
            auto known = std::find_if(m_groups.begin(), m_groups.end(),
                                      [&](const DeclaredGroup& g) { return g.name == consumer.group; });
            if (known == m_groups.end())
                known = m_groups.insert(m_groups.end(), {consumer.group, consumer.service, false, {}});
            known->isLive = known->isLive || consumer.isLive;
            known->topics.push_back(topic.name);
        }
    std::sort(m_groups.begin(), m_groups.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
}

const DeclaredTopic* Catalog::topic(std::string_view name) const
{
    const auto found = m_byTopic.find(name);
    return found == m_byTopic.end() ? nullptr : found->second;
}

const DeclaredTopic* Catalog::eventType(std::string_view type) const
{
    auto found = m_byType.find(type);
    if (found == m_byType.end() && startsWith(type, kPrefix))
        found = m_byType.find(type.substr(kPrefix.size()));
    return found == m_byType.end() ? nullptr : found->second;
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
    const auto found = std::find_if(m_groups.begin(), m_groups.end(), [&](const auto& g) { return g.name == name; });
    return found == m_groups.end() ? nullptr : &*found;
}

const SagaDefinition* Catalog::definition(std::string_view name) const
{
    const auto found =
        std::find_if(m_definitions.begin(), m_definitions.end(), [&](const auto& d) { return d.name == name; });
    return found == m_definitions.end() ? nullptr : &*found;
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
