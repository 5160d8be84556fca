// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

#include "core/base/Time.h"

class QComboBox;
class QDateTimeEdit;

namespace sagascope::ui {

/// Where reading ends, if it does. GUI thread.
class UntilPicker : public QWidget
{
    Q_OBJECT

public:
    explicit UntilPicker(QWidget* parent = nullptr);

    void setUntil(bool isUntilEnd, std::optional<base::Timestamp> until);
    [[nodiscard]] bool isUntilEnd() const;
    [[nodiscard]] std::optional<base::Timestamp> until() const; ///< only with isUntilEnd()
    [[nodiscard]] QWidget* momentInput() const;

Q_SIGNALS:
    void edited();

private:
    void updateFields();

    QComboBox* m_kind;
    QDateTimeEdit* m_moment;
};

} // namespace sagascope::ui
