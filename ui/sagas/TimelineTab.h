// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/LatestWins.h"
#include "ui/sagas/SagaView.h"
#include "ui/sagas/TimelineOrder.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

class TimelineBrush;
class TimelineView;

/// The saga as swim lanes by service, with an overview of long ones below. What is drawn is prepared by a worker.
class TimelineTab : public SagaView
{
    Q_OBJECT

public:
    explicit TimelineTab(ViewState& state, QWidget* parent = nullptr);

    [[nodiscard]] static QString viewName() { return QStringLiteral("timeline"); }
    [[nodiscard]] static QString viewTitle() { return tr("Timeline"); }
    [[nodiscard]] QString name() const override { return viewName(); }
    [[nodiscard]] QString title() const override { return viewTitle(); }
    void setSaga(ToldSagaPtr told, bool isSame) override;
    [[nodiscard]] bool isSettled() const override { return !m_preparation.isBusy(); }
    [[nodiscard]] QList<QToolButton*> tools() const override { return {m_causal, m_fit}; }
    [[nodiscard]] PictureSource picture() const override;
    [[nodiscard]] TimelineView* timeline() const { return m_timeline; }

    static constexpr std::size_t kLong = 40; ///< events from which on there is an overview

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Prepared
    {
        base::SagaId saga;
        TimelinePtr timeline;
    };

    void connectParts();
    void show(Prepared prepared);
    void setCausal(bool isCausal);
    void retranslate();
    [[nodiscard]] TimelineOrder order() const;

    TimelineView* m_timeline;
    TimelineBrush* m_brush;
    QToolButton* m_causal;
    QToolButton* m_fit;
    base::SagaId m_shown;
    LatestWins<Prepared> m_preparation;
};

} // namespace sagascope::ui
