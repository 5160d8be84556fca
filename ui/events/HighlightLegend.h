// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/events/HighlightRule.h"

namespace sagascope::ui {

/// What the colours and digits of highlighted rows mean: a chip for each rule, which switches it on and off. Hides itself
/// while there is no rule.
class HighlightLegend : public QWidget
{
    Q_OBJECT

public:
    explicit HighlightLegend(QWidget* parent = nullptr);

    void setRules(const HighlightRules& rules);

Q_SIGNALS:
    void toggled(int rule, bool isOn);
};

} // namespace sagascope::ui
