// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/compose/FieldEditor.h"

class QToolButton;

namespace sagascope::ui {

class FieldGrid;

/// An object with the fields of its members. One that is not required may be absent: then it is a single line with a
/// button that adds it.
class GroupEditor : public FieldEditor
{
    Q_OBJECT

public:
    GroupEditor(const compose::FormField& field, FormDocument& document, QWidget* parent = nullptr);

    void load() override;
    [[nodiscard]] bool isWide() const override { return true; }
    void visit(const Visitor& visitor) override;

private:
    void toggle();
    void showMembers();
    FieldGrid* m_grid;
    QToolButton* m_toggle;
    std::vector<FieldEditor*> m_members; ///< made when the object first has a value
};

} // namespace sagascope::ui
