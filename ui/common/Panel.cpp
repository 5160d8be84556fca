// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/common/ElidedLabel.h"
#include "ui/common/Separator.h"
#include "ui/common/TightLayout.h"

namespace sagascope::ui {

Panel::Panel(const QString& title, QWidget* parent) : QFrame(parent), m_header(new QWidget(this))
{
    setObjectName(QStringLiteral("panel"));
    m_header->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_header->setObjectName(QStringLiteral("panelHeader"));
    m_headerRow = new QHBoxLayout;
    m_headerRow->setContentsMargins(12, 6, 8, 6);
    m_headerRow->setSpacing(8);
    m_headerRow->addStrut(25); // no minimum of the header's own: a body in want of room would squeeze its buttons to it
    m_title = new ElidedLabel(title);
    m_title->setObjectName(QStringLiteral("panelTitle"));
    // The subtitle gives way first, the title only when there is no room at all.
    m_title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_subtitle = new ElidedLabel;
    m_subtitle->setObjectName(QStringLiteral("panelSubtitle"));
    m_besideTitle = new QHBoxLayout;
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(4);
    m_headerRow->addWidget(m_title);
    m_headerRow->addLayout(m_besideTitle);
    m_headerRow->addWidget(m_subtitle, 1);
    m_headerRow->addLayout(m_actions);

    auto* headerColumn = m_headerColumn = tightColumn(m_header);
    headerColumn->addLayout(m_headerRow);
    headerColumn->addWidget(new Separator);

    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);
    m_column->addWidget(m_header);
    updateHeader();
}

void Panel::setTitle(const QString& title)
{
    m_title->setFullText(title);
    updateHeader();
}

void Panel::setSubtitle(const QString& subtitle)
{
    m_subtitle->setFullText(subtitle);
    updateHeader();
}

void Panel::setBody(QWidget* body)
{
    delete m_body;
    m_body = body;
    m_column->addWidget(body, 1);
}

QVBoxLayout* Panel::columnBody()
{
    auto* body = new QWidget;
    setBody(body);
    return tightColumn(body);
}

void Panel::addAction(QWidget* action)
{
    m_actions->addWidget(action);
    m_hasActions = true;
    updateHeader();
}

void Panel::setSecondRow(QWidget* row)
{
    m_headerColumn->insertWidget(1, row);
}

void Panel::keepTitle()
{
    m_title->setKeepsWhole(true);
}

void Panel::addBesideTitle(QWidget* widget)
{
    m_besideTitle->addWidget(widget);
    m_hasActions = true;
    updateHeader();
}

void Panel::updateHeader()
{
    m_header->setVisible(m_hasActions || !m_title->fullText().isEmpty() || !m_subtitle->fullText().isEmpty());
}

} // namespace sagascope::ui
