// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/compose/FieldEditor.h"

class QToolButton;

namespace sagascope::ui {

class FieldGrid;

/// A list with one editor per element, and buttons that add and remove elements.
class ListEditor : public FieldEditor
{
    Q_OBJECT

public:
    ListEditor(const compose::FormField& field, FormDocument& document, QWidget* parent = nullptr);

    void load() override;
    [[nodiscard]] bool isWide() const override { return true; }
    void visit(const Visitor& visitor) override;
    [[nodiscard]] int elementCount() const { return int(m_elements.size()); }

private:
    void add();
    void removeElement(std::size_t index);
    void rebuild();
    [[nodiscard]] QWidget* row(std::size_t index);
    [[nodiscard]] std::size_t sizeInDocument() const;
    FieldGrid* m_grid;
    QToolButton* m_add;
    std::vector<FieldEditor*> m_elements;
};

} // namespace sagascope::ui
