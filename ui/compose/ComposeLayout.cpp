// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ComposeLayout.h"

#include <QList>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/common/Separator.h"
#include "ui/common/TightLayout.h"

namespace sagascope::ui {
namespace {

QSplitter* splitter(const QString& name, Qt::Orientation orientation, QWidget* first, QWidget* second, const QList<int>& sizes)
{
    auto* made = new QSplitter(orientation);
    made->setObjectName(name);
    made->addWidget(first);
    made->addWidget(second);
    made->setSizes(sizes);
    made->setChildrenCollapsible(false);
    return made;
}

} // namespace

QWidget* composeForm(QWidget* reply, QWidget* fields, QWidget* messages, QWidget* bar)
{
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("composeScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(fields);
    auto* messageMargin = new QVBoxLayout;
    messageMargin->setContentsMargins(8, 0, 8, 0);
    messageMargin->addWidget(messages);
    auto* body = new QWidget;
    auto* column = tightColumn(body);
    column->addWidget(reply);
    column->addWidget(scroll, 1);
    column->addLayout(messageMargin);
    column->addWidget(new Separator);
    column->addWidget(bar);
    return body;
}

QWidget* composeSplitters(QWidget* types, QWidget* form, QWidget* record, QWidget* sent)
{
    auto* above = splitter(QStringLiteral("compose.above"), Qt::Horizontal, form, record, {480, 410});
    above->setStretchFactor(0, 3);
    above->setStretchFactor(1, 2);
    auto* right = splitter(QStringLiteral("compose.right"), Qt::Vertical, above, sent, {590, 130});
    right->setStretchFactor(0, 1);
    right->setStretchFactor(1, 0);
    auto* whole = splitter(QStringLiteral("compose.whole"), Qt::Horizontal, types, right, {212, 920});
    whole->setStretchFactor(0, 0);
    whole->setStretchFactor(1, 1);
    return whole;
}

} // namespace sagascope::ui
