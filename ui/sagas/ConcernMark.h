// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

#include <optional>
#include <vector>

#include "core/base/Ids.h"
#include "core/saga/Saga.h"

namespace sagascope::ui {

/// What went wrong with a saga, in a few words beside its name; a click leads to the event. Hidden when nothing did.
class ConcernMark : public QPushButton
{
    Q_OBJECT

public:
    explicit ConcernMark(QWidget* parent = nullptr);

    void setFindings(const std::vector<saga::StoryFinding>& findings);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void eventChosen(sagascope::base::EventIndex event);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void show(std::optional<base::Rule> rule);
    void elide();

    std::optional<base::Rule> m_rule;
    base::EventIndex m_event;
    QString m_words;
};

} // namespace sagascope::ui
