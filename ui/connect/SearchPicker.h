// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>

#include "core/kafka/RecordSearch.h"

class QComboBox;
class QLineEdit;

namespace sagascope::ui {

/// One booking instead of everything: what of the window is kept. GUI thread.
class SearchPicker : public QWidget
{
    Q_OBJECT

public:
    explicit SearchPicker(QWidget* parent = nullptr);

    /// `sought`: keys or texts, commas between.
    void setSearch(kafka::RecordSearch::By by, const std::string& sought);
    [[nodiscard]] kafka::RecordSearch::By by() const;
    [[nodiscard]] std::string sought() const;
    [[nodiscard]] QWidget* soughtInput() const;

Q_SIGNALS:
    void edited();

private:
    void updateFields();

    QComboBox* m_by;
    QLineEdit* m_sought;
};

} // namespace sagascope::ui
