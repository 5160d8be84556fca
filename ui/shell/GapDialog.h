// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QFutureWatcher>

#include "core/kafka/Profile.h"
#include "ui/common/StopToken.h"
#include "ui/shell/GapModel.h"

class QLabel;
class QPushButton;
class QTableView;

namespace sagascope::ui {

/// Lists the offsets that held no record and, when asked, reads them once more as somebody who sees uncommitted records:
/// one gap after the other, until all are known or it is stopped. GUI thread; the reading is done by a
/// worker that nobody waits for.
class GapDialog : public QDialog
{
    Q_OBJECT

public:
    /// `total`: offsets in all gaps, of which `gaps` may hold the first only.
    GapDialog(kafka::Profile profile, Gaps gaps, std::int64_t total, QWidget* parent = nullptr);
    ~GapDialog() override;

private:
    struct Answer
    {
        int row = 0;
        base::Result<kafka::GapContents> contents;
    };

    void look();
    void lookAt(int row);
    void take(Answer answer);
    void showProgress();

    kafka::Profile m_profile;
    GapModel* m_model;
    QTableView* m_table;
    QLabel* m_progress;
    QPushButton* m_look;
    bool m_isLooking = false;
    StopSource m_stop;
    QFutureWatcher<Answer> m_reading;
};

} // namespace sagascope::ui
