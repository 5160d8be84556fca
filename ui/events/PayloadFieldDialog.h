// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <string>
#include <vector>

#include "core/session/Snapshot.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace sagascope::ui {

/// Asks for a field of the payload, by the path notation of the query language or as a JSON pointer. Fields that the catalog
/// knows are offered.
class PayloadFieldDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PayloadFieldDialog(const session::Snapshot& snapshot, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<std::string> path() const; ///< empty while the text names none

private:
    void setupField(const session::Snapshot& snapshot);
    void explain();

    QLineEdit* m_field;
    QLabel* m_taken;
    QPushButton* m_show;
};

} // namespace sagascope::ui
