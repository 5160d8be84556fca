// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/kafka/Consumer.h"

class QComboBox;
class QDateTimeEdit;
class QSpinBox;

namespace sagascope::ui {

/// Where reading begins: a choice, and beside it what the choice asks for. GUI thread.
class StartPicker : public QWidget
{
    Q_OBJECT

public:
    explicit StartPicker(QWidget* parent = nullptr);

    void setStart(const kafka::StartPoint& start);
    [[nodiscard]] kafka::StartPoint start() const;

Q_SIGNALS:
    void edited();

private:
    void updateFields();

    QComboBox* m_kind;
    QDateTimeEdit* m_time;
    QSpinBox* m_count;
};

} // namespace sagascope::ui
