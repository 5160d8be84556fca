// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>
#include <vector>

#include "ui/sagas/definitions/FormSection.h"

class QTabWidget;

namespace sagascope::ui {

/// A definition as inputs, a page for each part. It shows what the document holds and writes every edit into it; while
/// the text is no JSON it only shows. GUI thread; the documents outlive it.
class DefinitionForm : public QWidget
{
    Q_OBJECT

public:
    explicit DefinitionForm(Vocabulary& words, QWidget* parent = nullptr);

    void setDocument(DefinitionDocument* document); ///< null: nothing is open
    void load();
    /// Opens the page with the input for this place.
    void reveal(const std::string& pointer);
    void setEvidence(const std::vector<PartEvidence>& evidence);
    template <typename Section> [[nodiscard]] Section* section() const { return findChild<Section*>(); }

Q_SIGNALS:
    void placeFocused(const QString& pointer);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addSection(FormSection* section);
    void retranslate();
    void showTitles();

    FormContext m_context;
    QTabWidget* m_tabs;
    std::vector<FormSection*> m_sections;
};

} // namespace sagascope::ui
