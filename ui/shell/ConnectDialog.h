// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/shell/SessionHost.h"

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace sagascope::ui {

/// Asks which cluster to read and from where. It never tells: what is wrong with the input stands beside it.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectDialog(QWidget* parent = nullptr);

    [[nodiscard]] KafkaRequest request() const;

private:
    enum Start { Beginning, End, FromTime, LastRecords };

    void setupFields();
    void setupLayout();
    void restore();
    void save() const;
    void updateStart();
    void check();

    QLineEdit* m_bootstrap;
    QLineEdit* m_pattern;
    QCheckBox* m_readOnly;
    QComboBox* m_start;
    QDateTimeEdit* m_time;
    QSpinBox* m_count;
    QLabel* m_problem;
    QDialogButtonBox* m_buttons;
};

} // namespace sagascope::ui
