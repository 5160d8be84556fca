// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <memory>
#include <vector>

#include "core/catalog/Catalog.h"

namespace sagascope::ui {

/// The event types that the catalog knows, under their domains, reduced to those that contain the filter's words.
/// A filter that is no known type is offered as a type of its own, as the last row. GUI thread.
class EventTypeModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { TypeRole = Qt::UserRole, DomainRole, StatusRole, IsHeadingRole, IsLiveRole, IsUnknownRole };

    using QAbstractListModel::QAbstractListModel;

    void setCatalog(std::shared_ptr<const catalog::Catalog> catalog);
    void setFilter(const QString& filter);
    [[nodiscard]] int typeCount() const { return m_typeCount; }
    [[nodiscard]] QModelIndex indexOf(const QString& eventType) const; ///< invalid when it is not shown
    [[nodiscard]] QModelIndex firstType() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row
    {
        QString domain;
        QString type; ///< empty: the heading of its domain
        QString status;
        QString description;
        bool isLive = false;
        bool isUnknown = false;
    };
    void collect();
    void rebuild();
    std::shared_ptr<const catalog::Catalog> m_catalog;
    QString m_filter;
    std::vector<Row> m_all; ///< types only, sorted
    std::vector<Row> m_rows;
    int m_typeCount = 0;
};

} // namespace sagascope::ui
