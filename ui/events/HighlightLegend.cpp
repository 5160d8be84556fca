// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/HighlightLegend.h"

#include "ui/common/Chip.h"
#include "ui/common/FlowLayout.h"

namespace sagascope::ui {
namespace {

constexpr qsizetype kLongestQuery = 48; // letters; the whole of it is in the tool tip

} // namespace

HighlightLegend::HighlightLegend(QWidget* parent) : QWidget(parent)
{
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(8, 0, 8, 8);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void HighlightLegend::setRules(const HighlightRules& rules)
{
    for (Chip* chip : findChildren<Chip*>()) {
        layout()->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be the one that is being clicked
    }
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const HighlightRule& rule = rules[i];
        const QString query = rule.query.size() > kLongestQuery ? rule.query.left(kLongestQuery - 1) + QChar(0x2026) : rule.query;
        auto* chip = new Chip(QStringLiteral("%1  %2").arg(i + 1).arg(query), [colour = rule.colour] { return highlightColour(colour); });
        chip->setChecked(rule.isOn);
        chip->setToolTip(tr("Rows with a %1 stand out because they match this: %2").arg(i + 1).arg(rule.query));
        chip->setAccessibleName(tr("Highlight rule %1, %2: %3").arg(QString::number(i + 1), highlightColourName(rule.colour), rule.query));
        layout()->addWidget(chip);
        connect(chip, &Chip::toggled, this, [this, i](bool isOn) { Q_EMIT toggled(int(i), isOn); });
    }
    setVisible(!rules.empty());
    updateGeometry();
}

} // namespace sagascope::ui
