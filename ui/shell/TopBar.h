// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/state/ViewState.h"

class QLabel;
class QMenu;
class QToolButton;

namespace sagascope::ui {

class ConnectionChip;
class LiveButton;
class SearchField;
class ThroughputBrush;
class TransportButton;

/// Everything above the rooms, in one row: menu, connection, live/pause, play, brush, the window's times, search.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(ViewState& state, QWidget* parent = nullptr);

    void setMenu(QMenu* menu);
    [[nodiscard]] ConnectionChip* connection() const { return m_connection; }
    [[nodiscard]] LiveButton* live() const { return m_live; }
    [[nodiscard]] SearchField* search() const { return m_search; }
    [[nodiscard]] ThroughputBrush* brush() const { return m_brush; }
    /// Plays from the beginning; gone while the time bar offers more.
    [[nodiscard]] TransportButton* play() const { return m_play; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void showWindow();
    [[nodiscard]] bool hasRoomForWindow() const;
    ViewState& m_state;
    QToolButton* m_menu;
    ConnectionChip* m_connection;
    LiveButton* m_live;
    TransportButton* m_play;
    ThroughputBrush* m_brush;
    QLabel* m_window;
    QToolButton* m_zone;
    SearchField* m_search;
};

} // namespace sagascope::ui
