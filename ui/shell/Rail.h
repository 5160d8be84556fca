// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QWidget>

#include <vector>

class QButtonGroup;
class QVBoxLayout;

namespace sagascope::ui {

class Rooms;

/// One entry of the rail: a dot, lit for the room in front, and the room's title.
class RailButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit RailButton(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
};

/// The rooms at the left edge, with Ctrl+1, Ctrl+2, … for each; Up and Down move between them.
class Rail : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(const Rooms& rooms, QWidget* parent = nullptr); ///< the rooms outlive it

    void setCurrent(int room);

Q_SIGNALS:
    void roomChosen(int room);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void addButton(int room);

    const Rooms& m_rooms;
    std::vector<RailButton*> m_buttons;
    QButtonGroup* m_group;
    QVBoxLayout* m_column;
};

} // namespace sagascope::ui
