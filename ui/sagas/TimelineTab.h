// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/LatestWins.h"
#include "ui/sagas/SagaView.h"
#include "ui/sagas/TimelineInput.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

class TimelineView;

/// The saga as swim lanes by service. What is drawn is prepared by a worker.
class TimelineTab : public SagaView
{
    Q_OBJECT

public:
    explicit TimelineTab(ViewState& state, QWidget* parent = nullptr);

    [[nodiscard]] QString name() const override { return QStringLiteral("timeline"); }
    [[nodiscard]] QString title() const override { return tr("Timeline"); }
    void setSaga(ToldSagaPtr told, bool isSame) override;
    [[nodiscard]] bool isSettled() const override { return !m_preparation.isBusy(); }
    [[nodiscard]] QList<QToolButton*> tools() const override { return {m_fit}; }

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Prepared
    {
        base::SagaId saga;
        TimelineInput input;
    };

    void retranslate();

    TimelineView* m_timeline;
    QToolButton* m_fit;
    base::SagaId m_shown;
    LatestWins<Prepared> m_preparation;
};

} // namespace sagascope::ui
