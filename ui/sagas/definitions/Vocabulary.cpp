// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/Vocabulary.h"

#include <nlohmann/json.hpp>

#include <set>

#include "ui/common/CodeText.h"
#include "ui/sagas/definitions/DefinitionEdits.h"
#include "ui/sagas/definitions/DefinitionWords.h"

namespace sagascope::ui {
namespace {

using Words = std::set<QString>;

QStringList listOf(const Words& words)
{
    return QStringList(words.begin(), words.end());
}

void setWords(QStringListModel& model, const QStringList& words)
{
    if (model.stringList() != words)
        model.setStringList(words);
}

void collectPointers(const catalog::DeclaredTopic& topic, Words& pointers)
{
    for (const catalog::DeclaredIdentifier& identifier : topic.identifiers)
        pointers.insert(toQString(identifier.pointer));
    if (!topic.schema)
        return;
    const nlohmann::json& schema = topic.schema->document();
    const auto members = schema.find("properties");
    if (members == schema.end())
        return;
    for (auto member = members->begin(); member != members->end(); ++member)
        pointers.insert(toQString(pointerInto("/payload", member.key())));
}

} // namespace

Vocabulary::Vocabulary(QObject* parent) : QObject(parent)
{
    m_kinds.setStringList(toQStrings(identifierKinds()));
}

void Vocabulary::setCatalog(const std::shared_ptr<const catalog::Catalog>& catalog)
{
    if (catalog == m_catalog || !catalog)
        return;
    m_catalog = catalog;
    m_topics = 0;
    Words types;
    Words services;
    Words pointers;
    for (const catalog::DeclaredTopic& topic : catalog->topics()) {
        for (const std::string& type : topic.eventTypes)
            types.insert(toQString(type));
        for (const catalog::DeclaredProducer& producer : topic.producers)
            services.insert(toQString(producer.service));
        for (const catalog::DeclaredConsumer& consumer : topic.consumers)
            services.insert(toQString(consumer.service));
        collectPointers(topic, pointers);
    }
    setWords(m_eventTypes, listOf(types));
    setWords(m_services, listOf(services));
    setWords(m_pointers, listOf(pointers));
}

void Vocabulary::setTraffic(const session::Snapshot& snapshot)
{
    if (snapshot.events.topicCount() == m_topics)
        return;
    m_topics = snapshot.events.topicCount();
    const QStringList known = m_eventTypes.stringList();
    Words types(known.begin(), known.end());
    static const QString prefix = QStringLiteral("dreamscape.");
    for (std::size_t topic = 0; topic < m_topics; ++topic) {
        const QString name = toQString(snapshot.events.topicName(base::TopicId(std::uint16_t(topic))));
        types.insert(name.startsWith(prefix) ? name.mid(prefix.size()) : name);
    }
    setWords(m_eventTypes, listOf(types));
}

void Vocabulary::setDocument(const DefinitionDocument& document)
{
    setWords(m_steps, toQStrings(ui::stepNames(document.root())));
}

} // namespace sagascope::ui
