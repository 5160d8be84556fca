// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/sagas/ToldSaga.h"
#include "ui/sagas/copies/SagaCopier.h"

class QMenu;
class QToolButton;

namespace sagascope::ui {

class SagaViews;

/// Where a person finds the copies: a button in the panel of the selected saga, entries in the list's menu, and
/// Ctrl+Shift+C and Ctrl+Shift+S in the whole room. GUI thread; views and messages must outlive it.
class SagaCopies : public QObject
{
    Q_OBJECT

public:
    SagaCopies(SagaViews& views, MessageBar& messages, QWidget* room);

    /// The saga that the panel shows.
    void setSaga(ToldSagaPtr told);
    /// Adds what can be done with these sagas of the snapshot.
    void fill(QMenu& menu, const session::SnapshotPtr& snapshot, const std::vector<base::SagaId>& sagas);
    void retranslate();
    [[nodiscard]] SagaCopier& copier() { return *m_copier; }

private:
    [[nodiscard]] CopySubject shown() const; ///< the panel's saga in the view on screen
    void fill(QMenu& menu, const CopySubject& subject);
    void showIcon();

    SagaViews& m_views;
    SagaCopier* m_copier;
    QToolButton* m_button;
    QMenu* m_menu;
    ToldSagaPtr m_told;
};

} // namespace sagascope::ui
