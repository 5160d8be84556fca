// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/capture/CaptureAnnex.h"

class QCheckBox;
class QPlainTextEdit;

namespace sagascope::ui {

/// Asks for the text of one note. GUI thread.
class NoteDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NoteDialog(capture::Note note, QWidget* parent = nullptr);
    /// The note as it stands in the dialog.
    [[nodiscard]] capture::Note note() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    capture::Note m_note;
    QPlainTextEdit* m_text;
    QCheckBox* m_bookmark;
};

} // namespace sagascope::ui
