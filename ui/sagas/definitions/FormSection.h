// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>
#include <string_view>
#include <vector>

#include "ui/sagas/definitions/DefinitionField.h"

class QLabel;
class QVBoxLayout;

namespace sagascope::ui {

class FieldGrid;

/// What a proposal says of one place: how much of the traffic speaks for it.
struct PartEvidence
{
    std::string pointer;
    QString hint;     ///< `97 % of 312`
    QString sentence; ///< the same for a tooltip
};

/// A part of the form on a page of its own. GUI thread; the context outlives it.
class FormSection : public QWidget
{
    Q_OBJECT

public:
    explicit FormSection(const FormContext& context, QWidget* parent = nullptr);

    [[nodiscard]] virtual QString title() const = 0;
    /// Whether this place of a definition is shown here.
    [[nodiscard]] virtual bool shows(std::string_view pointer) const = 0;
    virtual void retranslate() = 0;
    virtual void load();
    /// Brings the input for a place into view and gives it the focus.
    virtual void reveal(const std::string& pointer);
    virtual void setEvidence(const std::vector<PartEvidence>& evidence);
    [[nodiscard]] int faultCount() const;

Q_SIGNALS:
    void placeFocused(const QString& pointer); ///< the input that a person went to

protected:
    [[nodiscard]] const FormContext& context() const { return m_context; }
    [[nodiscard]] DefinitionDocument* document() const { return m_context.document; }
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }
    FieldGrid* addGrid();
    QLabel* addHeading();
    QLabel* addRemark(); ///< muted, over as many lines as it needs
    /// Takes part in load(), reveal() and evidence; the grid owns it.
    template <typename Field> Field* add(FieldGrid* grid, Field* field)
    {
        place(grid, field);
        return field;
    }
    [[nodiscard]] const std::vector<DefinitionField*>& fields() const { return m_fields; }
    [[nodiscard]] const std::vector<PartEvidence>& evidence() const { return m_evidence; }
    void showEvidence();
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void place(FieldGrid* grid, DefinitionField* field);

    const FormContext& m_context;
    QVBoxLayout* m_column;
    std::vector<DefinitionField*> m_fields;
    std::vector<PartEvidence> m_evidence;
};

} // namespace sagascope::ui
