// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringListModel>

#include <memory>

#include "core/catalog/Catalog.h"
#include "core/session/Snapshot.h"
#include "ui/sagas/definitions/DefinitionDocument.h"

namespace sagascope::ui {

/// The words that the form completes: what the catalog knows, what the traffic shows, and what the definition itself
/// names. GUI thread only.
class Vocabulary : public QObject
{
    Q_OBJECT

public:
    explicit Vocabulary(QObject* parent = nullptr);

    void setCatalog(const std::shared_ptr<const catalog::Catalog>& catalog);
    void setTraffic(const session::Snapshot& snapshot); ///< cheap: it looks at topics, not at events
    void setDocument(const DefinitionDocument& document);

    [[nodiscard]] QAbstractItemModel* eventTypes() { return &m_eventTypes; }
    [[nodiscard]] QAbstractItemModel* services() { return &m_services; }
    [[nodiscard]] QAbstractItemModel* pointers() { return &m_pointers; }
    [[nodiscard]] QAbstractItemModel* steps() { return &m_steps; }
    [[nodiscard]] QAbstractItemModel* kinds() { return &m_kinds; }
    [[nodiscard]] QStringList stepNames() const { return m_steps.stringList(); }

private:
    std::shared_ptr<const catalog::Catalog> m_catalog;
    std::size_t m_topics = 0;
    QStringListModel m_eventTypes;
    QStringListModel m_services;
    QStringListModel m_pointers;
    QStringListModel m_steps;
    QStringListModel m_kinds;
};

} // namespace sagascope::ui
