// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QTreeView>

#include "ui/common/JsonDocument.h"
#include "ui/common/SchemaHints.h"

namespace sagascope::ui {

/// A JsonDocument as columns: name and value, and, where there are hints, what the schema says. Secrets are masked until asked
/// otherwise; required members that are missing are rows of their own.
class JsonModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    /// `hints`: none, or one for each item.
    void setDocument(JsonDocument document, std::vector<SchemaHint> hints = {});
    void setMasked(bool isMasked);
    [[nodiscard]] const std::vector<SchemaHint>& hints() const { return m_hints; }
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
    [[nodiscard]] QVariant hintData(std::size_t item, int role) const;
    JsonDocument m_document;
    std::vector<SchemaHint> m_hints;
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

    void setDocument(JsonDocument document, std::vector<SchemaHint> hints = {});
    [[nodiscard]] const JsonModel& jsonModel() const { return *m_model; }
    void setMasked(bool isMasked) { m_model->setMasked(isMasked); }
    [[nodiscard]] bool hasSecrets() const { return m_model->hasSecrets(); }
    /// Whether the menu offers to show the value as a column of the live table.
    void setColumnsOffered(bool areOffered) { m_areColumnsOffered = areOffered; }

Q_SIGNALS:
    void columnWanted(const QString& pointer); ///< RFC 6901, from the document's root

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void shareWidth();
    void copyValue();
    void copyPointer();
    void copyAll();
    void askForColumn();
    JsonModel* m_model;
    bool m_areColumnsOffered = false;
};

} // namespace sagascope::ui
