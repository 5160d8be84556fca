// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/LatestWins.h"
#include "ui/sagas/SagaView.h"
#include "ui/sagas/sequence/SequencePlan.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

class SequenceView;

/// The saga as a UML sequence diagram of services and topics. What is drawn is prepared by a worker.
class SequenceTab : public SagaView
{
    Q_OBJECT

public:
    explicit SequenceTab(ViewState& state, QWidget* parent = nullptr);

    [[nodiscard]] static QString viewName() { return QStringLiteral("sequence"); }
    [[nodiscard]] static QString viewTitle() { return tr("Sequence"); }
    [[nodiscard]] QString name() const override { return viewName(); }
    [[nodiscard]] QString title() const override { return viewTitle(); }
    void setSaga(ToldSagaPtr told, bool isSame) override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QList<QToolButton*> tools() const override { return {m_fit}; }
    [[nodiscard]] PictureSource picture() const override;
    [[nodiscard]] SequenceView* sequence() const { return m_sequence; }

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Prepared
    {
        base::SagaId saga;
        SequencePlanPtr plan;
    };
    void retranslate();

    SequenceView* m_sequence;
    QToolButton* m_fit;
    base::SagaId m_shown;
    LatestWins<Prepared> m_preparation;
};

} // namespace sagascope::ui
