// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/catalog/Catalog.h"
#include "core/saga/Mining.h"
#include "ui/sagas/definitions/DefinitionDocument.h"

namespace sagascope::ui {

/// One definition on the shelf.
struct ShelfEntry
{
    std::string name; ///< under which it is known; empty for one that was never saved
    catalog::DefinitionOrigin origin = catalog::DefinitionOrigin::User;
    std::unique_ptr<DefinitionDocument> document; ///< null until it is opened
    std::shared_ptr<const saga::Proposal> proposal; ///< that it was made from; null for most

    [[nodiscard]] bool isNew() const { return name.empty(); }
    [[nodiscard]] bool isModified() const { return document != nullptr && document->isModified(); }
    [[nodiscard]] std::string shownName() const;
};

/// All definitions that are known and those that are being written, each with its own document, so that going from one
/// to another loses nothing. It knows what the catalog would be with a change, and leaves making it so to others. GUI
/// thread only.
class DefinitionShelf : public QObject
{
    Q_OBJECT

public:
    explicit DefinitionShelf(QObject* parent = nullptr);

    /// The catalog in force. Definitions that are being edited stay, also those that it does not know any more.
    void setCatalog(std::shared_ptr<const catalog::Catalog> catalog);
    [[nodiscard]] const std::shared_ptr<const catalog::Catalog>& catalog() const { return m_catalog; }

    [[nodiscard]] int count() const { return int(m_entries.size()); }
    [[nodiscard]] const ShelfEntry& entry(int index) const { return *m_entries[std::size_t(index)]; }
    [[nodiscard]] int indexOf(const std::string& name) const; ///< -1 when there is none
    [[nodiscard]] int indexOf(const DefinitionDocument* document) const;
    [[nodiscard]] bool hasUnsaved() const;

    /// The document of an entry, made when it is first asked for. Null while there is no catalog.
    DefinitionDocument* open(int index);
    /// Puts a new one on the shelf and says where. Its name is changed when another has it and is no built-in one.
    int add(compose::Json root, std::shared_ptr<const saga::Proposal> proposal = nullptr);
    /// Takes away what was never saved.
    void discard(int index);
    /// What the document was when it was saved last.
    void revert(int index);
    [[nodiscard]] compose::Json savedRoot(int index) const;

    /// A person's definitions if this one were saved; nothing while it has faults.
    [[nodiscard]] std::optional<std::vector<catalog::SagaDefinition>> withSaved(int index) const;
    /// … if this one of a person's were gone.
    [[nodiscard]] std::vector<catalog::SagaDefinition> without(int index) const;
    /// Another definition of a person that has the name which this one has now.
    [[nodiscard]] bool isNameTaken(int index) const;
    /// To be called when it was saved under the name that it has now, before the catalog that knows it so.
    void setSaved(int index);
    /// To be called when a person's definition was removed, before the catalog without it: the built-in one comes back, or
    /// the entry goes.
    void setRemoved(int index);

Q_SIGNALS:
    void aboutToChange(); ///< entries come or go
    void changed();
    void entryChanged(int index); ///< its name or whether it is modified

private:
    void follow(DefinitionDocument* document);
    void bringUpToDate();
    [[nodiscard]] std::unique_ptr<ShelfEntry> take(const std::string& name);

    std::shared_ptr<const catalog::Catalog> m_catalog;
    std::vector<std::unique_ptr<ShelfEntry>> m_entries;
};

} // namespace sagascope::ui
