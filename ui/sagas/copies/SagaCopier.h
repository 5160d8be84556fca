// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <deque>

#include "ui/common/LatestWins.h"
#include "ui/sagas/copies/CopyJob.h"

class QWidget;

namespace sagascope::ui {

class MessageBar;

/// What a person wants copied: sagas as of one snapshot, and the view that shows the first of them.
struct CopySubject
{
    session::SnapshotPtr snapshot;
    std::vector<base::SagaId> sagas;
    QString view;          ///< name of the view; empty when none shows them
    PictureSource picture; ///< empty when there is none

    [[nodiscard]] bool canBe(CopyKind kind) const;
};

/// Copies sagas to the clipboard and into files, one after the other, in a worker; says what became of it in the message
/// bar, where a long one can be stopped. GUI thread; both must outlive it.
class SagaCopier : public QObject
{
    Q_OBJECT

public:
    SagaCopier(MessageBar& messages, QWidget* window);

    void toClipboard(CopyKind kind, const CopySubject& subject);
    /// Asks where to, proposing a name in the folder used last; before that among the documents, or at home without such a folder.
    void saveAs(const CopySubject& subject);
    void save(CopyKind kind, const CopySubject& subject, const QString& path);
    [[nodiscard]] bool isBusy() const { return m_worker.isBusy() || !m_waiting.empty(); }
    /// The file that saveAs() proposes, with its folder.
    [[nodiscard]] static QString proposal(const CopySubject& subject, CopyKind kind);

Q_SIGNALS:
    void finished(const sagascope::ui::CopyOutcome& outcome);

private:
    void add(CopyOrder order);
    void next();
    void showProgress();
    void take(CopyOutcome outcome);
    void tell(const CopyOutcome& outcome);
    void tellTrouble(const CopyOutcome& outcome);

    MessageBar& m_messages;
    QWidget* m_window;
    std::deque<CopyOrder> m_waiting;
    QString m_current; ///< what is written now, for a person
    std::shared_ptr<std::atomic<std::size_t>> m_done;
    StopSource m_stop;
    QTimer m_patience; ///< runs out when a copy takes long enough to say so
    QTimer m_farewell; ///< takes away what needs no answer
    bool m_isTold = false;
    LatestWins<CopyOutcome> m_worker;
};

} // namespace sagascope::ui
