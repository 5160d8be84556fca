// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/sagas/definitions/DefinitionDocument.h"

class QLabel;
class QListWidget;

namespace sagascope::ui {

class CodeEdit;

/// A definition as JSON text, with what is wrong below it; a fault leads to its line. GUI thread; the documents outlive
/// it.
class DefinitionTextPane : public QWidget
{
    Q_OBJECT

public:
    explicit DefinitionTextPane(QWidget* parent = nullptr);

    void setDocument(DefinitionDocument* document); ///< null: nothing is open
    void load();
    /// Tints what stands at this place of the document.
    void showPlace(const std::string& pointer);
    [[nodiscard]] CodeEdit* editor() const { return m_editor; }
    [[nodiscard]] QListWidget* faults() const { return m_faults; }

Q_SIGNALS:
    void placeChosen(const QString& pointer); ///< a fault was clicked

protected:
    void changeEvent(QEvent* event) override;

private:
    void showFaults();
    void goToFault(int row);
    void retranslate();

    DefinitionDocument* m_document = nullptr;
    CodeEdit* m_editor;
    QListWidget* m_faults;
};

} // namespace sagascope::ui
