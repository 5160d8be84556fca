// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QLayout>
#include <QWidget>

namespace sagascope::ui {

/// Keeps a window tall enough for what its layout shows at its width. Qt's own minimum takes wrapped texts for one line
/// each, so that every further line, and what is shown later, would squeeze the fields. GUI thread; the window owns it.
class HeightKeeper : public QObject
{
public:
    explicit HeightKeeper(QWidget& window) : QObject(&window), m_window(window) { window.installEventFilter(this); }

    void keep()
    {
        QLayout* layout = m_window.layout();
        if (layout == nullptr)
            return;
        layout->activate(); // it may not have heard yet of what was hidden
        m_window.setMinimumHeight(layout->hasHeightForWidth() ? layout->totalHeightForWidth(m_window.width())
                                                              : layout->totalMinimumSize().height());
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const bool isDue = event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize || event->type() == QEvent::Show;
        if (isDue)
            keep();
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget& m_window;
};

} // namespace sagascope::ui
