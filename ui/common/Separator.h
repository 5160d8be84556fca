// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace sagascope::ui {

/// A line of one pixel between two parts of a panel.
class Separator : public QFrame
{
public:
    explicit Separator(QWidget* parent = nullptr) : QFrame(parent)
    {
        setObjectName(QStringLiteral("separator"));
        setFixedHeight(1);
    }
};

} // namespace sagascope::ui
