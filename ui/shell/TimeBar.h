// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/state/Playback.h"
#include "ui/state/ViewState.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace sagascope::ui {

class TransportButton;

/// Stands above the rooms while they show an earlier moment, and says so: which moment, how to play on, and the way back
/// to live. Hidden while live.
class TimeBar : public QWidget
{
    Q_OBJECT

public:
    TimeBar(ViewState& state, Playback& playback, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setupLayout();
    void connectButtons();
    void refresh();
    void showPlayback();
    void showPlace();
    void retranslate();
    ViewState& m_state;
    Playback& m_playback;
    QLabel* m_caption;
    QLabel* m_moment;
    QLabel* m_day;
    TransportButton* m_start;
    TransportButton* m_back;
    TransportButton* m_play;
    TransportButton* m_forward;
    TransportButton* m_end;
    QComboBox* m_speed;
    QCheckBox* m_skip;
    QLabel* m_place;
    QPushButton* m_live;
};

} // namespace sagascope::ui
