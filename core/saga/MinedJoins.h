// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/saga/Mining.h"

namespace sagascope::saga {

/// Finds the payload fields whose values tie the events of one saga together and tell it from the others. First add(),
/// then fill() once.
class MinedJoins
{
public:
    void add(const MinedSaga& saga);
    /// Joins, kinds of the key, and what speaks for them. The proposal has its steps already.
    void fill(Proposal& proposal, bool isOrchestrated);

private:
    /// A field by its pointer, in all event types that have it.
    struct Field
    {
        std::string pointer;
        std::string declaredKind; ///< of the catalog
        std::set<std::string> types;
        std::map<std::string, std::uint64_t> tiedTypes; ///< sagas in which an event of the type is tied by it
        std::uint64_t sagas = 0;
        std::uint64_t tied = 0; ///< sagas in which its value is on two or more events
        std::unordered_map<std::uint64_t, std::uint32_t> home; ///< by hash of the value: the saga, or kSeveral
        std::uint64_t values = 0;
        std::size_t parent = 0; ///< field with which it shares values: a union-find
    };
    struct Use
    {
        std::size_t event = 0;
        std::size_t field = 0;
    };
    static constexpr std::uint32_t kSeveral = 0xFFFFFFFF;

    std::size_t fieldOf(const MinedField& field);
    std::size_t rootOf(std::size_t field);
    void noteHome(Field& field, std::string_view value);
    void noteTies(const MinedSaga& saga, const std::vector<Use>& uses, std::set<std::size_t>& tied);
    [[nodiscard]] std::vector<std::size_t> goodFields(bool isUserAllowed);
    [[nodiscard]] std::string kindOf(std::size_t field);
    [[nodiscard]] bool clashes(std::size_t field, const std::string& kind, const std::vector<std::size_t>& chosen);
    void addJoin(std::size_t field, const std::string& kind, Proposal& proposal) const;
    static void addDeclared(const char* kind, const char* pointer, Proposal& proposal);
    static void nameKeys(Proposal& proposal);

    std::vector<Field> m_fields;
    std::map<std::string, std::size_t, std::less<>> m_byPointer;
    std::uint32_t m_sagas = 0;
};

} // namespace sagascope::saga
