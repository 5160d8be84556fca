// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/Panel.h"

class QTextBrowser;
class QToolButton;

namespace sagascope::ui {

/// The help page of the room in front, from `resources/help/<language>/<room>.md`. F1 opens and closes it; it is read only while it is seen.
class HelpPanel : public Panel
{
    Q_OBJECT

public:
    explicit HelpPanel(QWidget* parent = nullptr);

    void setRoom(const QString& roomName);
    /// Tab leads here after everything else in the window, also after what was made later than the panel.
    void standLast();
    /// The page's text in the language, English where there is no other; empty for an unknown room.
    [[nodiscard]] static QString page(const QString& roomName, const QString& language);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void reload();
    QTextBrowser* m_text;
    QToolButton* m_close;
    QString m_room;
};

} // namespace sagascope::ui
