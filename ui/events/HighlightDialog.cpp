// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/HighlightDialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/common/HeightKeeper.h"
#include "ui/events/HighlightLine.h"

namespace sagascope::ui {

HighlightDialog::HighlightDialog(const HighlightRules& rules, QWidget* parent)
    : QDialog(parent), m_column(new QVBoxLayout), m_problem(new QLabel), m_add(new QPushButton(tr("Add a rule"))),
      m_height(new HeightKeeper(*this))
{
    setWindowTitle(tr("Highlight events"));
    setMinimumWidth(680);
    auto* intro = new QLabel(tr("Events that match a query of the search language stand out in the table, also those that come later."));
    intro->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("danger"));
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_problem->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    m_accept->setText(tr("Apply"));
    m_accept->setObjectName(QStringLiteral("primary"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_add->setAutoDefault(false);
    m_column->setSpacing(6);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(16, 16, 16, 16);
    whole->setSpacing(10);
    whole->addWidget(intro);
    whole->addLayout(m_column);
    whole->addWidget(m_add, 0, Qt::AlignLeft);
    whole->addWidget(m_problem);
    whole->addStretch();
    whole->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, [this] { addRule({{}, freeColour(), true}); });
    for (const HighlightRule& rule : rules)
        addRule(rule);
    if (rules.empty())
        addRule({});
}

void HighlightDialog::addRule(const HighlightRule& rule)
{
    auto* line = new HighlightLine(rule);
    m_lines.push_back(line);
    m_column->addWidget(line);
    connect(line, &HighlightLine::changed, this, &HighlightDialog::judge);
    connect(line, &HighlightLine::removed, this, [this, line] { removeLine(line); });
    connect(line, &HighlightLine::raised, this, [this, line] { raiseLine(line); });
    renumber();
    line->focusQuery();
}

void HighlightDialog::removeLine(HighlightLine* line)
{
    std::erase(m_lines, line);
    line->hide();
    line->deleteLater(); // its button is still being clicked
    renumber();
    m_height->keep(); // else it would stay as tall as it had to be
    resize(width(), minimumHeight());
}

void HighlightDialog::raiseLine(HighlightLine* line)
{
    const auto at = std::find(m_lines.begin(), m_lines.end(), line);
    if (at == m_lines.begin())
        return;
    std::iter_swap(at - 1, at);
    m_column->removeWidget(line);
    m_column->insertWidget(int(at - m_lines.begin()) - 1, line);
    renumber();
}

void HighlightDialog::renumber()
{
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        m_lines[i]->setNumber(int(i) + 1);
    m_add->setEnabled(int(m_lines.size()) < kMostHighlightRules);
    m_add->setToolTip(m_add->isEnabled() ? QString() : tr("There are at most %1 rules").arg(kMostHighlightRules));
    judge();
}

QString HighlightDialog::problem() const
{
    for (const HighlightLine* line : m_lines)
        if (const QString text = line->problem(); !text.isEmpty())
            return text;
    return {};
}

void HighlightDialog::judge()
{
    m_problem->setText(problem());
    m_problem->setAccessibleName(m_problem->text());
    m_accept->setEnabled(m_problem->text().isEmpty());
}

HighlightRules HighlightDialog::rules() const
{
    HighlightRules rules;
    for (const HighlightLine* line : m_lines)
        if (!line->rule().query.isEmpty())
            rules.push_back(line->rule());
    return rules;
}

/// The first that no line has, so that rules look different from one another by themselves.
int HighlightDialog::freeColour() const
{
    for (int colour = 0; colour < kHighlightColours; ++colour)
        if (std::none_of(m_lines.begin(), m_lines.end(), [&](const HighlightLine* line) { return line->rule().colour == colour; }))
            return colour;
    return 0;
}

} // namespace sagascope::ui
