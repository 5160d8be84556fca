// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

#include "core/session/copy/CaptureCopy.h"
#include "ui/common/LatestWins.h"

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sagascope::ui {

class HelpPanel;
class RedactionForm;

/// Asks where everything that was read is saved, and what is taken out of it first; says how many records that changes before
/// anybody decides. GUI thread; counting goes on in a worker, and nobody waits for it.
class SaveCaptureDialog : public QDialog
{
    Q_OBJECT

public:
    /// `notes`: how many go along.
    SaveCaptureDialog(session::SnapshotPtr snapshot, std::size_t notes, QWidget* parent = nullptr);

    [[nodiscard]] QString path() const; ///< with its suffix
    void setPath(const QString& path);
    [[nodiscard]] RedactionForm& redaction() { return *m_redaction; }
    /// Everything but the notes.
    [[nodiscard]] session::CaptureOrder order() const;
    [[nodiscard]] bool isSettled() const { return !m_pause.isActive() && !m_counter.isBusy(); }
    void accept() override;

private:
    struct Count
    {
        std::optional<session::RedactionCounts> counts; ///< nothing: it could not be told
    };

    QWidget* pathRow();
    QDialogButtonBox* buttonRow();
    void buildLayout(std::size_t notes);
    void toggleHelp();
    void choosePath();
    void judgePath();
    void judge();
    void count();
    void showProgress();
    void showCount(const Count& count);

    session::SnapshotPtr m_snapshot;
    QLineEdit* m_path;
    QLabel* m_place; ///< what is to be said about it
    RedactionForm* m_redaction;
    QLabel* m_count;
    QPushButton* m_save = nullptr;
    HelpPanel* m_help;
    QTimer m_pause; ///< until a person has stopped choosing
    QTimer m_progress;
    std::shared_ptr<std::atomic<std::uint64_t>> m_done;
    bool m_isPathGood = false;
    bool m_replaces = false; ///< and the person was told so
    LatestWins<Count> m_counter;
};

} // namespace sagascope::ui
