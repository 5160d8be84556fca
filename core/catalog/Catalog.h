// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/Result.h"
#include "core/catalog/DeclaredTopic.h"
#include "core/catalog/SagaDefinition.h"

namespace sagascope::catalog {

/// A consumer group that the catalog declares, with the topics it reads.
struct DeclaredGroup
{
    std::string name;
    std::string service;
    bool isLive = false; ///< at least one of its subscriptions is
    std::vector<std::string> topics;
};

/// The event types, topics and saga definitions that are known. Immutable after loading and shared by everybody:
/// any thread may read; what it hands out lives as long as it does.
class Catalog
{
public:
    /// What is built into the program.
    static base::Result<std::shared_ptr<const Catalog>> load();
    /// `<directory>/catalog/*.json` and `<directory>/sagas/*.json`, the latter with its own JSON Schema beside it.
    static base::Result<std::shared_ptr<const Catalog>> load(const std::filesystem::path& directory);

    /// Null when the topic is not known.
    [[nodiscard]] const DeclaredTopic* topic(std::string_view name) const;
    /// The topic that declares this event type (also given as a full topic name); null when not known.
    [[nodiscard]] const DeclaredTopic* eventType(std::string_view type) const;
    /// What an event of this type on this topic should look like: by type first, then by topic. Null when not known;
    /// an unknown type on a retry or dead-letter queue is not known.
    [[nodiscard]] const DeclaredTopic* find(std::string_view eventType, std::string_view topic) const;
    [[nodiscard]] const std::deque<DeclaredTopic>& topics() const { return m_topics; }

    [[nodiscard]] const std::vector<DeclaredGroup>& groups() const { return m_groups; }
    [[nodiscard]] const DeclaredGroup* group(std::string_view name) const; ///< null when not known

    [[nodiscard]] const std::deque<SagaDefinition>& definitions() const { return m_definitions; }
    [[nodiscard]] const SagaDefinition* definition(std::string_view name) const; ///< null when not known
    /// Whether an event of this type is a step of some definition.
    [[nodiscard]] bool isStep(std::string_view eventType) const;
    /// The rule edges' name ("effect<-cause"), or empty when no definition lets `effect` follow `cause`.
    [[nodiscard]] std::string_view followName(std::string_view effect, std::string_view cause) const;

    Catalog(const Catalog&) = delete;
    Catalog& operator=(const Catalog&) = delete;

private:
    struct SourceFile
    {
        std::string path; ///< "catalog/….json" or "sagas/….json"
        std::string text;
    };
    Catalog() = default;
    static base::Result<std::shared_ptr<const Catalog>> build(const std::vector<SourceFile>& files);
    base::Result<void> addTopics(const SourceFile& file);
    base::Result<void> addDefinitions(const std::vector<SourceFile>& files);
    void indexTypes();
    void collectGroups();

    std::deque<DeclaredTopic> m_topics; ///< never moves: the indices point into it
    std::deque<SagaDefinition> m_definitions;
    std::vector<DeclaredGroup> m_groups;
    std::unordered_map<std::string_view, const DeclaredTopic*> m_byTopic;
    std::unordered_map<std::string_view, const DeclaredTopic*> m_byType;
    std::unordered_set<std::string_view> m_stepTypes;
    std::unordered_map<std::string_view, std::unordered_map<std::string_view, std::string_view>> m_follows;
};

} // namespace sagascope::catalog
