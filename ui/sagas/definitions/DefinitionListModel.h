// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include "ui/sagas/definitions/DefinitionShelf.h"

namespace sagascope::ui {

/// The shelf as a list: names, whose they are, and which have unsaved changes.
class DefinitionListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { OriginRole = Qt::UserRole, IsModifiedRole };

    explicit DefinitionListModel(const DefinitionShelf& shelf, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    const DefinitionShelf& m_shelf;
};

/// `built-in`, `yours`, `yours, in place of the built-in one`, `new`.
[[nodiscard]] QString originText(const ShelfEntry& entry);

} // namespace sagascope::ui
