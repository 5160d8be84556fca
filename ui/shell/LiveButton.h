// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// Live or paused, and how many events a second come in; it speaks of reading, and says so while the rooms show an
/// earlier moment. A click (or Ctrl+Space) switches.
class LiveButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LiveButton(ViewState& state, QWidget* parent = nullptr);

    void setPaused(bool paused);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    [[nodiscard]] QString word() const;
    ViewState& m_state;
    QString m_rate;
    bool m_isPaused = false;
    bool m_isFinished = false;
};

} // namespace sagascope::ui
