// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <vector>

#include "ui/events/HighlightRule.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sagascope::ui {

class HeightKeeper;
class HighlightLine;

/// The highlight rules as lines to edit. What keeps a query from being one is underlined in it and explained below; rules
/// are taken over only when all of them are queries. Lines without a query are left out.
class HighlightDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HighlightDialog(const HighlightRules& rules, QWidget* parent = nullptr);

    [[nodiscard]] HighlightRules rules() const;
    void addRule(const HighlightRule& rule);
    [[nodiscard]] QString problem() const; ///< what is wrong with the first line that is no query

private:
    void removeLine(HighlightLine* line);
    void raiseLine(HighlightLine* line);
    void renumber();
    void judge();
    [[nodiscard]] int freeColour() const;

    std::vector<HighlightLine*> m_lines;
    QVBoxLayout* m_column;
    QLabel* m_problem;
    QPushButton* m_add;
    QPushButton* m_accept = nullptr;
    HeightKeeper* m_height;
};

} // namespace sagascope::ui
