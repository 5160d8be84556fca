// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/events/HighlightRule.h"

class QCheckBox;
class QToolButton;

namespace sagascope::ui {

class ChoiceBox;
class QueryEdit;

/// One highlight rule to edit: whether it counts, its colour, its query, one up, and away.
class HighlightLine : public QWidget
{
    Q_OBJECT

public:
    explicit HighlightLine(const HighlightRule& rule, QWidget* parent = nullptr);

    [[nodiscard]] HighlightRule rule() const;
    void setNumber(int number); ///< from 1
    [[nodiscard]] QString problem() const; ///< empty when the text is a query
    void focusQuery();

Q_SIGNALS:
    void changed();
    void removed();
    void raised();

private:
    QCheckBox* m_isOn;
    ChoiceBox* m_colour;
    QueryEdit* m_query;
    QToolButton* m_up;
    QToolButton* m_remove;
};

} // namespace sagascope::ui
