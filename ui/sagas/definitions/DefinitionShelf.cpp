// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/DefinitionShelf.h"

#include <algorithm>
#include <utility>

#include "core/catalog/DefinitionText.h"
#include "ui/sagas/definitions/DefinitionEdits.h"

namespace sagascope::ui {
namespace {

using compose::Json;

Json jsonOf(const catalog::SagaDefinition& definition)
{
    return compose::fromJsonText(catalog::writeSagaDefinition(definition)).value_or(Json::object());
}

/// What the catalog says of it now; a text that means the same stays as it was written.
void bringUpToDate(DefinitionDocument& document, const catalog::SagaDefinition& definition)
{
    if (document.definition() == definition)
        return document.setSaved();
    const Json saved = jsonOf(definition);
    const bool wasModified = document.isModified();
    document.setSavedAs(&saved);
    if (!wasModified)
        document.replaceRoot(saved, {});
}

} // namespace

std::string ShelfEntry::shownName() const
{
    return document != nullptr ? document->name() : name;
}

DefinitionShelf::DefinitionShelf(QObject* parent) : QObject(parent) {}

std::unique_ptr<ShelfEntry> DefinitionShelf::take(const std::string& name)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const auto& entry) { return entry && entry->name == name; });
    return found == m_entries.end() ? std::make_unique<ShelfEntry>() : std::move(*found);
}

void DefinitionShelf::setCatalog(std::shared_ptr<const catalog::Catalog> catalog)
{
    if (!catalog || catalog == m_catalog)
        return;
    Q_EMIT aboutToChange();
    m_catalog = std::move(catalog);
    std::vector<std::unique_ptr<ShelfEntry>> entries;
    for (const catalog::SagaDefinition& definition : m_catalog->definitions()) {
        entries.push_back(take(definition.name));
        entries.back()->name = definition.name;
        entries.back()->origin = m_catalog->originOf(definition.name);
    }
    for (std::unique_ptr<ShelfEntry>& left : m_entries)
        if (left && left->document && (left->isNew() || left->isModified())) {
            left->name.clear(); // the catalog does not know it any more
            entries.push_back(std::move(left));
        }
    m_entries = std::move(entries);
    Q_EMIT changed();
    bringUpToDate();
}

/// Documents tell when they are changed, so they are touched only while the shelf is whole.
void DefinitionShelf::bringUpToDate()
{
    for (const std::unique_ptr<ShelfEntry>& entry : m_entries) {
        if (entry->document && entry->isNew())
            entry->document->setSavedAs(nullptr);
        else if (entry->document)
            ui::bringUpToDate(*entry->document, *m_catalog->definition(entry->name));
    }
}

int DefinitionShelf::indexOf(const std::string& name) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const auto& entry) { return entry->name == name; });
    return name.empty() || found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int DefinitionShelf::indexOf(const DefinitionDocument* document) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const auto& entry) { return entry->document.get() == document; });
    return document == nullptr || found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

bool DefinitionShelf::hasUnsaved() const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [](const auto& entry) { return entry->isModified(); });
}

void DefinitionShelf::follow(DefinitionDocument* document)
{
    connect(document, &DefinitionDocument::modifiedChanged, this, [this, document] {
        if (const int index = indexOf(document); index >= 0)
            Q_EMIT entryChanged(index);
    });
}

Json DefinitionShelf::savedRoot(int index) const
{
    const catalog::SagaDefinition* definition = m_catalog->definition(entry(index).name);
    return definition != nullptr ? jsonOf(*definition) : Json::object();
}

DefinitionDocument* DefinitionShelf::open(int index)
{
    if (index < 0 || index >= count() || !m_catalog)
        return nullptr;
    ShelfEntry& entry = *m_entries[std::size_t(index)];
    if (!entry.document) {
        entry.document = std::make_unique<DefinitionDocument>(m_catalog->definitionSchema(), savedRoot(index));
        follow(entry.document.get());
    }
    return entry.document.get();
}

int DefinitionShelf::add(Json root, std::shared_ptr<const saga::Proposal> proposal)
{
    std::vector<std::string> taken;
    for (const auto& entry : m_entries)
        taken.push_back(entry->shownName());
    root["name"] = freeName(memberText(root, "name").empty() ? "new-definition" : memberText(root, "name"), taken);
    Q_EMIT aboutToChange();
    auto entry = std::make_unique<ShelfEntry>();
    entry->proposal = std::move(proposal);
    entry->document = std::make_unique<DefinitionDocument>(m_catalog->definitionSchema(), root);
    entry->document->setSavedAs(nullptr);
    follow(entry->document.get());
    m_entries.push_back(std::move(entry));
    Q_EMIT changed();
    return count() - 1;
}

void DefinitionShelf::discard(int index)
{
    if (!entry(index).isNew())
        return;
    Q_EMIT aboutToChange();
    m_entries.erase(m_entries.begin() + index);
    Q_EMIT changed();
}

void DefinitionShelf::revert(int index)
{
    if (DefinitionDocument* document = entry(index).isNew() ? nullptr : open(index))
        document->replaceRoot(savedRoot(index), tr("Revert"));
}

std::vector<catalog::SagaDefinition> DefinitionShelf::without(int index) const
{
    std::vector<catalog::SagaDefinition> user = m_catalog->userDefinitions();
    std::erase_if(user, [&](const catalog::SagaDefinition& definition) { return definition.name == entry(index).name; });
    return user;
}

std::optional<std::vector<catalog::SagaDefinition>> DefinitionShelf::withSaved(int index) const
{
    const ShelfEntry& saved = entry(index);
    if (!saved.document || !saved.document->definition())
        return std::nullopt;
    std::vector<catalog::SagaDefinition> user = without(index);
    user.push_back(*saved.document->definition());
    return user;
}

bool DefinitionShelf::isNameTaken(int index) const
{
    const std::string name = entry(index).shownName();
    return name != entry(index).name && m_catalog->definition(name) != nullptr && m_catalog->originOf(name) != catalog::DefinitionOrigin::BuiltIn;
}

void DefinitionShelf::setSaved(int index)
{
    ShelfEntry& saved = *m_entries[std::size_t(index)];
    const std::string name = saved.document->name();
    saved.name = name;
    saved.origin = m_catalog->builtIn(name) != nullptr ? catalog::DefinitionOrigin::UserOverride : catalog::DefinitionOrigin::User;
    saved.document->setSaved();
}

void DefinitionShelf::setRemoved(int index)
{
    ShelfEntry& removed = *m_entries[std::size_t(index)];
    const catalog::SagaDefinition* builtIn = m_catalog->builtIn(removed.name);
    if (builtIn == nullptr) {
        Q_EMIT aboutToChange();
        m_entries.erase(m_entries.begin() + index);
        Q_EMIT changed();
        return;
    }
    removed.origin = catalog::DefinitionOrigin::BuiltIn;
    if (removed.document) {
        const Json root = jsonOf(*builtIn);
        removed.document->replaceRoot(root, tr("Revert"));
        removed.document->setSavedAs(&root);
    }
    Q_EMIT entryChanged(index);
}

} // namespace sagascope::ui
