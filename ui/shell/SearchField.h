// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

#include "ui/common/LatestWins.h"
#include "ui/shell/ExactMatch.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// The one search field (Ctrl+K): filters every room while typing; Enter on an exact id jumps to its saga or event.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(ViewState& state, QWidget* parent = nullptr);

Q_SIGNALS:
    void nothingFound(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void jump();
    ViewState& m_state;
    QTimer m_pause;
    LatestWins<ExactMatch> m_finder;
};

} // namespace sagascope::ui
