// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/Panel.h"
#include "ui/sagas/definitions/WhatIfFeed.h"
#include "ui/sagas/definitions/WhatIfText.h"
#include "ui/state/ViewState.h"

class QLabel;
class QProgressBar;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace sagascope::ui {

/// What the change at hand would do to the recorded traffic: one sentence, and below it each kind of change with example
/// sagas. GUI thread only.
class WhatIfPanel : public Panel
{
    Q_OBJECT

public:
    explicit WhatIfPanel(ViewState& state, QWidget* parent = nullptr);

    /// Why there is nothing to compute, or that there is.
    enum class Question { NothingOpen, Unchanged, Faulty, NoTraffic, Asked };
    void setQuestion(Question question);
    [[nodiscard]] Question question() const { return m_question; }
    [[nodiscard]] WhatIfFeed& feed() { return m_feed; }
    [[nodiscard]] bool isSettled() const { return m_question != Question::Asked || !m_feed.isBusy(); }
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QTreeWidget* lines() const { return m_lines; }

Q_SIGNALS:
    void opened(sagascope::base::EventIndex member); ///< of an example
    void againWanted();                              ///< after it was cancelled

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupBody();
    void show();
    void showLines();
    void open(QTreeWidgetItem* item);
    [[nodiscard]] QString sentenceOf() const;
    void retranslate();

    ViewState& m_state;
    WhatIfFeed m_feed;
    Question m_question = Question::NothingOpen;
    std::shared_ptr<const session::WhatIf> m_shown;
    QLabel* m_sentence;
    QTreeWidget* m_lines;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
    QToolButton* m_again;
};

} // namespace sagascope::ui
