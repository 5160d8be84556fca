// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/QueryCompletion.h"

#include <algorithm>
#include <set>

#include "core/catalog/Catalog.h"
#include "core/session/PayloadFields.h"
#include "core/session/QueryScanner.h"

namespace sagascope::session {
namespace {

using Kind = QuerySuggestion::Kind;

constexpr std::uint32_t kMostIds = 400'000;
constexpr std::uint32_t kMostEvents = 50'000;
constexpr std::size_t kShortestId = 2; ///< letters of a word without a field before ids are looked for

bool beginsIgnoringCase(std::string_view text, std::string_view lowerPrefix)
{
    return text.size() >= lowerPrefix.size() && toLowerAscii(text.substr(0, lowerPrefix.size())) == lowerPrefix;
}

class Completer
{
public:
    Completer(const Snapshot& snapshot, std::string_view text, std::size_t cursor, std::size_t most)
        : m_snapshot(snapshot), m_text(text), m_cursor(cursor), m_most(most)
    {
    }

    QueryCompletion run()
    {
        m_result.span = {m_cursor, 0};
        const std::vector<QueryToken> tokens = scanQuery(m_text);
        const auto under = std::find_if(tokens.begin(), tokens.end(), [&](const QueryToken& token) {
            const bool isWord = token.kind != QueryToken::Kind::Open && token.kind != QueryToken::Kind::Close &&
                                !(token.kind == QueryToken::Kind::Not && token.span.length == 1);
            return isWord && m_cursor > token.span.position && m_cursor <= token.span.position + token.span.length;
        });
        if (under == tokens.end())
            completeField({});
        else
            completeWord(*under);
        return std::move(m_result);
    }

private:
    void completeWord(const QueryToken& word)
    {
        const bool isInValue = !word.field.empty() && m_cursor >= word.valueSpan.position;
        m_result.span = isInValue ? word.valueSpan : word.span;
        const std::size_t end = std::min(m_cursor, m_text.size());
        std::string_view typed = m_text.substr(m_result.span.position, end - m_result.span.position);
        if (typed.starts_with('"'))
            typed.remove_prefix(1);
        const std::string prefix = toLowerAscii(typed);
        const QueryFieldName* field = queryField(word.field);
        if (isInValue && field != nullptr)
            completeValue(*field, prefix);
        else
            completeField(prefix);
    }

    void completeField(const std::string& prefix)
    {
        for (const QueryFieldName& field : queryFields())
            if (field.name.starts_with(prefix))
                add(Kind::Field, std::string(field.name) + std::string(afterName(field.form)), field.field);
        if (prefix.starts_with("payload."))
            addPayloadFields(prefix.substr(std::string_view("payload").size()));
        if (prefix.size() >= kShortestId)
            addIds(prefix, {}, true);
    }

    static std::string_view afterName(QueryForm form)
    {
        return form == QueryForm::Content ? "." : form == QueryForm::Query ? ":(" : ":";
    }

    void addPayloadFields(const std::string& lowerPath)
    {
        if (!m_snapshot.catalog)
            return;
        for (const std::string& path : payloadFields(*m_snapshot.catalog))
            if (beginsIgnoringCase(path, lowerPath))
                add(Kind::Field, "payload" + path + ":", QueryField::Payload);
    }

    void completeValue(const QueryFieldName& field, const std::string& prefix)
    {
        m_field = field.field;
        switch (field.form) {
        case QueryForm::Word: return addWords(field.field, prefix);
        case QueryForm::Count: return addExamples({">0", ">10", ">100", "0"}, prefix);
        case QueryForm::Duration: return addExamples({">1s", ">5s", ">1m", ">1h", "<1s"}, prefix);
        case QueryForm::Time: return addExamples({"1m", "10m", "1h", "1d"}, prefix);
        case QueryForm::Content: return addExamples({">0", ">100", "*"}, prefix);
        case QueryForm::Id:
        case QueryForm::Name:
        case QueryForm::Query: break;
        }
        if (field.kind == identity::IdentifierKind::User)
            addUsers(prefix);
        switch (field.field) {
        case QueryField::Key: return addKeys(prefix);
        case QueryField::Identifier: return addIds(prefix, field.kind, false);
        case QueryField::Definition: return addDefinitions(prefix);
        case QueryField::Type: return addTypes(prefix);
        case QueryField::Topic: return addTopics(prefix);
        case QueryField::Text:
        case QueryField::CausedBy:
        case QueryField::In: return;
        default: return addServices(prefix);
        }
    }

    void addExamples(std::initializer_list<std::string_view> examples, const std::string& prefix)
    {
        for (const std::string_view example : examples)
            if (example.starts_with(prefix))
                add(Kind::Comparison, std::string(example), m_field);
    }

    void addWords(QueryField field, const std::string& prefix)
    {
        addMatching(Kind::Word, queryWords(field), prefix);
    }

    void addDefinitions(const std::string& prefix)
    {
        std::vector<std::string_view> names;
        if (m_snapshot.catalog)
            for (const catalog::SagaDefinition& definition : m_snapshot.catalog->definitions())
                names.push_back(definition.name);
        addMatching(Kind::Definition, names, prefix);
    }

    void addTypes(const std::string& prefix)
    {
        std::set<std::string_view> names = seen([](const store::EventRow& row) { return row.type; });
        if (m_snapshot.catalog)
            for (const catalog::DeclaredTopic& topic : m_snapshot.catalog->topics())
                names.insert(topic.eventTypes.begin(), topic.eventTypes.end());
        addMatching(Kind::Type, names, prefix);
    }

    void addServices(const std::string& prefix)
    {
        addMatching(Kind::Service, seen([](const store::EventRow& row) { return row.source; }), prefix);
    }

    void addTopics(const std::string& prefix)
    {
        std::set<std::string_view> names;
        for (std::size_t i = 0; i < m_snapshot.events.topicCount(); ++i)
            names.insert(m_snapshot.events.topicName(base::TopicId(static_cast<std::uint16_t>(i))));
        addMatching(Kind::Topic, names, prefix);
    }

    /// Those that begin so, then those that hold it somewhere.
    template <typename Names> void addMatching(Kind kind, const Names& names, const std::string& prefix)
    {
        for (const std::string_view name : names)
            if (beginsIgnoringCase(name, prefix))
                add(kind, quotedForQuery(name), m_field);
        for (const std::string_view name : names)
            if (!beginsIgnoringCase(name, prefix) && containsIgnoringCase(name, prefix))
                add(kind, quotedForQuery(name), m_field);
    }

    template <typename TextOf> std::set<std::string_view> seen(TextOf textOf) const
    {
        std::set<base::TextId> ids;
        const std::size_t count = m_snapshot.events.size();
        for (std::size_t i = count - std::min<std::size_t>(count, kMostEvents); i < count; ++i)
            ids.insert(textOf(m_snapshot.events.row(base::EventIndex(static_cast<std::uint32_t>(i)))));
        std::set<std::string_view> names;
        for (const base::TextId id : ids)
            if (id.isValid())
                names.insert(m_snapshot.events.text(id));
        return names;
    }

    void addKeys(const std::string& prefix)
    {
        const std::size_t count = m_snapshot.sagas.slotCount();
        for (std::size_t i = 0; i < std::min<std::size_t>(count, kMostIds) && !isFull(); ++i) {
            const auto& saga = m_snapshot.sagas.saga(base::SagaId(static_cast<std::uint32_t>(count - 1 - i)));
            if (saga.isAlive && beginsIgnoringCase(saga.key, prefix))
                add(Kind::Id, quotedForQuery(saga.key), QueryField::Key);
        }
    }

    /// Whom recent steps name; those are no identifiers.
    void addUsers(const std::string& prefix)
    {
        const auto& identity = m_snapshot.identity;
        const std::size_t count = m_snapshot.events.size();
        for (std::size_t i = 0; i < std::min<std::size_t>(count, kMostEvents) && !isFull(); ++i) {
            const base::TextId user = identity.facts(base::EventIndex(static_cast<std::uint32_t>(count - 1 - i))).user;
            if (user.isValid() && beginsIgnoringCase(identity.text(user), prefix))
                add(Kind::Id, quotedForQuery(identity.text(user)), QueryField::Identifier);
        }
    }

    /// Newest first. `withField`: the word has no field yet, so the suggestion brings it.
    void addIds(const std::string& prefix, std::optional<identity::IdentifierKind> kind, bool withField)
    {
        const std::size_t count = m_snapshot.identity.identifierCount();
        for (std::size_t i = 0; i < std::min<std::size_t>(count, kMostIds) && !isFull(); ++i) {
            const base::IdentifierId id(static_cast<std::uint32_t>(count - 1 - i));
            const identity::IdentifierKind family = m_snapshot.identity.familyOf(id);
            if (kind && identity::familyOf(*kind) != family)
                continue;
            const std::string_view value = m_snapshot.identity.value(id);
            if (!beginsIgnoringCase(value, prefix))
                continue;
            const std::string field = withField ? std::string(identity::kindName(family)) + ":" : std::string();
            add(Kind::Id, field + quotedForQuery(value), QueryField::Identifier);
        }
    }

    [[nodiscard]] bool isFull() const { return m_result.suggestions.size() >= m_most; }

    void add(Kind kind, std::string text, QueryField field)
    {
        QuerySuggestion suggestion{kind, std::move(text), field};
        auto& all = m_result.suggestions;
        if (!isFull() && std::find(all.begin(), all.end(), suggestion) == all.end())
            all.push_back(std::move(suggestion));
    }

    const Snapshot& m_snapshot;
    std::string_view m_text;
    std::size_t m_cursor;
    std::size_t m_most;
    QueryField m_field = QueryField::Anything;
    QueryCompletion m_result;
};

} // namespace

QueryCompletion completeQuery(const Snapshot& snapshot, std::string_view text, std::size_t cursor, std::size_t most)
{
    return Completer(snapshot, text, std::min(cursor, text.size()), most).run();
}

} // namespace sagascope::session
