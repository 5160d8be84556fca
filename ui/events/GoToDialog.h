// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace sagascope::ui {

/// Asks which event to go to: a link, coordinates, an id or a time. Below the field stands what the text is taken for.
/// A link or coordinates on the clipboard are there already when it opens.
class GoToDialog : public QDialog
{
    Q_OBJECT

public:
    explicit GoToDialog(QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString& text);

private:
    void takeClipboard();
    void explain();

    QLineEdit* m_field;
    QLabel* m_taken;
    QPushButton* m_go;
};

} // namespace sagascope::ui
