// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include "core/base/Ids.h"

namespace sagascope::ui {

class PopulationFeed;

/// A word beside the selected saga when it waits longer than nearly all others did; hidden otherwise. It is no state:
/// statistics never change one. GUI thread only.
class StuckMark : public QLabel
{
    Q_OBJECT

public:
    explicit StuckMark(PopulationFeed& feed, QWidget* parent = nullptr);

    void setSaga(base::SagaId saga);

protected:
    void changeEvent(QEvent* event) override;

private:
    void judge();

    PopulationFeed& m_feed;
    base::SagaId m_saga;
};

} // namespace sagascope::ui
