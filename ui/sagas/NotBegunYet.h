// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/base/Time.h"
#include "ui/common/EmptyState.h"

namespace sagascope::ui {

class ViewState;

/// What stands in place of a saga's views while the window looks at a moment before it began: which saga that is, when it
/// begins, and the way there. GUI thread only; the state outlives it.
class NotBegunYet : public EmptyState
{
    Q_OBJECT

public:
    explicit NotBegunYet(ViewState& state, QWidget* parent = nullptr);

    /// Looks at the state again; takes a walk over the saga's events. True when a saga is chosen that is yet to begin.
    bool look();
    [[nodiscard]] const QString& key() const { return m_key; } ///< of that saga

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    ViewState& m_state;
    QString m_key;
    base::Timestamp m_beginning = base::kNoTime;
};

} // namespace sagascope::ui
