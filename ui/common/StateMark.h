// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QWidget>

#include "core/saga/Saga.h"

class QPainter;

namespace sagascope::ui {

/// Each state has a shape of its own, so that nobody needs the colour: running ring, completed disc, compensated
/// arrow back, refunded diamond, failed cross, stalled two bars, dead-lettered square, inconsistent triangle.
void paintStateMark(QPainter& painter, const QPointF& centre, double size, saga::SagaState state);
/// Done disc, missing ring, failed cross, undone arrow back, not needed dash.
void paintStepMark(QPainter& painter, const QPointF& centre, double size, saga::StepStatus status);

/// The mark with its word.
class StateLabel : public QWidget
{
    Q_OBJECT

public:
    explicit StateLabel(QWidget* parent = nullptr);
    void setState(saga::SagaState state);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    saga::SagaState m_state = saga::SagaState::Running;
};

} // namespace sagascope::ui
