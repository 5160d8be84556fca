// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

#include "ui/sagas/SagaListModel.h"

namespace sagascope::ui {

/// The list on screen. New sagas come in at the top, and yet nothing that somebody looks at moves: while the pointer is
/// on the list, or the selected line is in view, or the list is scrolled, lines stay where they are.
class SagaListView : public QListView
{
    Q_OBJECT

public:
    explicit SagaListView(SagaListModel& model, QWidget* parent = nullptr);

    /// Applies the delta and keeps in place what should stay.
    void apply(SagaDelta delta);
    void showSaga(base::SagaId saga); ///< marks it without telling, and scrolls only when it is not in view

Q_SIGNALS:
    void sagaChosen(sagascope::base::SagaId saga);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    [[nodiscard]] bool mustHold() const;
    void copyKey() const;
    SagaListModel& m_model;
    base::SagaId m_shown;
    bool m_isQuiet = false;
    bool m_isFollowing = true; ///< at the top before the pointer came
};

} // namespace sagascope::ui
