// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QTreeView>

#include "ui/common/JsonDocument.h"

namespace sagascope::ui {

/// A JsonDocument as two columns: name and value. Secrets are masked until asked otherwise.
class JsonModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    void setDocument(JsonDocument document);
    void setMasked(bool isMasked);
    [[nodiscard]] bool isMasked() const { return m_isMasked; }
    [[nodiscard]] bool hasSecrets() const { return m_hasSecrets; }
    [[nodiscard]] const JsonDocument& document() const { return m_document; }
    [[nodiscard]] int itemAt(const QModelIndex& index) const; ///< position in the document; the root when invalid

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    using QObject::parent;

private:
    [[nodiscard]] QString valueText(const JsonItem& item) const;
    JsonDocument m_document;
    bool m_isMasked = true;
    bool m_hasSecrets = false;
};

/// The tree with its copy actions (value, pointer, whole), by menu and by Ctrl+C; Ctrl+Shift+P asks for a column, where they
/// are offered.
class JsonTree : public QTreeView
{
    Q_OBJECT

public:
    explicit JsonTree(QWidget* parent = nullptr);

    void setDocument(JsonDocument document);
    void setMasked(bool isMasked) { m_model->setMasked(isMasked); }
    [[nodiscard]] bool hasSecrets() const { return m_model->hasSecrets(); }
    /// Whether the menu offers to show the value as a column of the live table.
    void setColumnsOffered(bool areOffered) { m_areColumnsOffered = areOffered; }

Q_SIGNALS:
    void columnWanted(const QString& pointer); ///< RFC 6901, from the document's root

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void copyValue();
    void copyPointer();
    void copyAll();
    void askForColumn();
    JsonModel* m_model;
    bool m_areColumnsOffered = false;
};

} // namespace sagascope::ui
