// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>
#include <QWidget>

#include "ui/common/JsonDocument.h"
#include "ui/common/SchemaHints.h"

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;

namespace sagascope::ui {

class JsonTree;

/// A payload as a tree or as indented text, with what the schema of its type says beside each member. Secrets are masked until
/// asked otherwise. GUI thread.
class PayloadView : public QWidget
{
    Q_OBJECT

public:
    explicit PayloadView(QWidget* parent = nullptr);

    /// `hints`: none where no schema is known, else one for each item.
    void setDocument(JsonDocument document, std::vector<SchemaHint> hints);
    void setMasked(bool isMasked);
    [[nodiscard]] bool hasSecrets() const;
    void setColumnsOffered(bool areOffered); ///< see JsonTree

Q_SIGNALS:
    void columnWanted(const QString& pointer);

protected:
    void changeEvent(QEvent* event) override;

private:
    void choose(QWidget* page);
    void showText();
    void retranslate();

    QToolButton* m_asTree;
    QToolButton* m_asText;
    QLabel* m_counts;
    JsonTree* m_tree;
    QPlainTextEdit* m_text;
    QStackedWidget* m_stack;
};

/// The document as indented JSON with the hints behind an arrow at the ends of the lines; missing members are lines with nothing but
/// their names. GUI thread (translates).
[[nodiscard]] QString annotatedText(const JsonDocument& document, const std::vector<SchemaHint>& hints, bool isMasked);

} // namespace sagascope::ui
