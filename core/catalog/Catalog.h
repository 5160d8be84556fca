// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
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

/// Who made a saga definition.
enum class DefinitionOrigin : std::uint8_t {
    BuiltIn,      ///< it comes with the program
    User,         ///< a person made it
    UserOverride, ///< a person made it, and it stands in place of a built-in one of the same name
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

    /// The same topics and built-in definitions with just these of a person: one that has the name of a built-in
    /// definition stands in its place, the others come first, by name: of several definitions with a step for one event type,
    /// the first says what its fact is. Of two with one name the later counts.
    [[nodiscard]] std::shared_ptr<const Catalog> with(std::vector<SagaDefinition> user) const;

    /// Null when the topic is not known.
    [[nodiscard]] const DeclaredTopic* topic(std::string_view name) const;
    /// The topic that declares this event type (also given as a full topic name); null when not known.
    [[nodiscard]] const DeclaredTopic* eventType(std::string_view type) const;
    /// What an event of this type on this topic should look like: by type first, then by topic. Null when not known;
    /// an unknown type on a retry or dead-letter queue is not known.
    [[nodiscard]] const DeclaredTopic* find(std::string_view eventType, std::string_view topic) const;
    [[nodiscard]] const std::deque<DeclaredTopic>& topics() const { return m_declared->topics; }

    [[nodiscard]] const std::vector<DeclaredGroup>& groups() const { return m_declared->groups; }
    [[nodiscard]] const DeclaredGroup* group(std::string_view name) const; ///< null when not known

    [[nodiscard]] const std::deque<SagaDefinition>& definitions() const { return m_definitions; }
    [[nodiscard]] const SagaDefinition* definition(std::string_view name) const; ///< null when not known
    /// The built-in definition of that name, also where another stands in its place; null when there is none.
    [[nodiscard]] const SagaDefinition* builtIn(std::string_view name) const;
    [[nodiscard]] DefinitionOrigin originOf(std::string_view name) const; ///< of a definition that is known
    [[nodiscard]] std::vector<SagaDefinition> userDefinitions() const;    ///< that with() was given
    /// The JSON Schema that definitions follow, to hand to parseSagaDefinition(), and its text.
    [[nodiscard]] const PayloadSchema& definitionSchema() const { return *m_declared->definitionSchema; }
    [[nodiscard]] const std::string& definitionSchemaText() const { return m_declared->definitionSchemaText; }
    /// Whether an event of this type is a step of some definition.
    [[nodiscard]] bool isStep(std::string_view eventType) const;
    /// The rule edges' name ("effect<-cause"), or empty when no definition lets `effect` follow `cause`.
    [[nodiscard]] std::string_view followName(std::string_view effect, std::string_view cause) const;

    /// Equal for catalogs that read everything the same way, in this and in any other run of the program.
    [[nodiscard]] std::uint64_t fingerprint() const { return m_fingerprint; }

    Catalog(const Catalog&) = delete;
    Catalog& operator=(const Catalog&) = delete;

private:
    struct SourceFile
    {
        std::string path; ///< "catalog/….json" or "sagas/….json"
        std::string text;
    };
    /// What does not change with the definitions of a person, shared by all catalogs made from one.
    struct Declared
    {
        std::deque<DeclaredTopic> topics; ///< never moves: the indices point into it
        std::vector<DeclaredGroup> groups;
        std::unordered_map<std::string_view, const DeclaredTopic*> byTopic;
        std::unordered_map<std::string_view, const DeclaredTopic*> byType;
        std::vector<SagaDefinition> definitions; ///< built in
        std::optional<PayloadSchema> definitionSchema;
        std::string definitionSchemaText;
        std::uint64_t fingerprint = 0; ///< of the files

        base::Result<void> addTopics(const SourceFile& file);
        base::Result<void> addDefinitions(const std::vector<SourceFile>& files);
        void indexTypes();
        void collectGroups();
    };

    explicit Catalog(std::shared_ptr<const Declared> declared) : m_declared(std::move(declared)) {}
    static base::Result<std::shared_ptr<const Catalog>> build(const std::vector<SourceFile>& files);
    void indexDefinitions();

    std::shared_ptr<const Declared> m_declared;
    std::deque<SagaDefinition> m_definitions; ///< never moves
    std::set<std::string, std::less<>> m_userMade; ///< names
    std::uint64_t m_fingerprint = 0;
    std::unordered_set<std::string_view> m_stepTypes;
    std::unordered_map<std::string_view, std::unordered_map<std::string_view, std::string_view>> m_follows;
};

} // namespace sagascope::catalog
