// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/kafka/Consumer.h"

class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QSpinBox;

namespace sagascope::ui {

/// Where reading begins: a choice, and beside it what the choice asks for. GUI thread.
class StartPicker : public QWidget
{
    Q_OBJECT

public:
    explicit StartPicker(QWidget* parent = nullptr);

    /// `offsets` is what was typed for StartPoint::Kind::Offsets; it need not make sense yet.
    void setStart(const kafka::StartPoint& start, const std::string& offsets);
    [[nodiscard]] kafka::StartPoint start() const; ///< without the offsets, which stand in offsets()
    [[nodiscard]] std::string offsets() const;
    [[nodiscard]] QWidget* offsetsInput() const;

Q_SIGNALS:
    void edited();

private:
    void updateFields();

    QComboBox* m_kind;
    QDateTimeEdit* m_time;
    QSpinBox* m_count;
    QLineEdit* m_offsets;
};

} // namespace sagascope::ui
