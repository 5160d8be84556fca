// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include "ui/sagas/SagaPicture.h"
#include "ui/sagas/ToldSaga.h"

class QToolButton;

namespace sagascope::ui {

/// One way of looking at the selected saga: timeline, sequence, causation, steps. Only the view on screen is told of
/// changes; it shows and sets the selection of ViewState, so that switching views keeps it. GUI thread only: what takes
/// longer than a few milliseconds goes to a worker of the view's own (see LatestWins).
class SagaView : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString name() const = 0;  ///< stable and untranslated: settings and picture files use it
    [[nodiscard]] virtual QString title() const = 0; ///< translated, one word
    /// `isSame`: the same saga with more in it, so zoom and position stay.
    virtual void setSaga(ToldSagaPtr told, bool isSame) = 0;
    /// Nothing is being prepared any more: what is on screen is what was last set.
    [[nodiscard]] virtual bool isSettled() const { return true; }
    /// Buttons that the panel shows while this view is on screen; owned by the view.
    [[nodiscard]] virtual QList<QToolButton*> tools() const { return {}; }

    /// The whole saga as one picture, as it is shown now; empty when this view has none to make.
    [[nodiscard]] virtual PictureSource picture() const { return {}; }
};

} // namespace sagascope::ui
