// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/session/copy/EventExport.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace sagascope::ui {

/// Asks how events are exported: in which form, into which file, and whether secrets are masked. What the answers mean stands
/// beside them. Remembers form and folder; never that nothing was to be masked.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `isUnfinished`: a search is still looking for more.
    ExportDialog(std::size_t events, bool isUnfinished, QWidget* parent = nullptr);

    [[nodiscard]] session::ExportForm form() const;
    [[nodiscard]] QString path() const;
    [[nodiscard]] bool isMasked() const;

private:
    void setupParts(std::size_t events, bool isUnfinished);
    void setupColumn();
    void proposePath();
    void browse();
    void changeForm();
    void explain();
    void remember();

    QLabel* m_intro;
    QRadioButton* m_csv;
    QRadioButton* m_lines;
    QLineEdit* m_path;
    QPushButton* m_browse;
    QLabel* m_replaced;
    QCheckBox* m_masked;
    QLabel* m_masking;
    QPushButton* m_export = nullptr;
};

} // namespace sagascope::ui
