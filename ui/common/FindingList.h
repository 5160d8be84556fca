// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include <vector>

#include "core/base/Ids.h"
#include "core/base/Rule.h"

class QPushButton;
class QVBoxLayout;

namespace sagascope::ui {

struct Finding
{
    base::Rule rule = base::Rule{};
    QString detail;
    std::vector<base::EventIndex> events;

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// Findings with their severity in a word, the rule's name, what it is about, why it matters and what to do. Worst
/// first, and of equal severity what is about the saga as a whole. A finding that names events offers to show them, one after the other.
class FindingList : public QScrollArea
{
    Q_OBJECT

public:
    explicit FindingList(QWidget* parent = nullptr);

    void setFindings(std::vector<Finding> findings, const QString& textWhenEmpty = {});
    /// The event that is selected now: the next one is offered.
    void setCurrentEvent(base::EventIndex event);

Q_SIGNALS:
    void eventActivated(sagascope::base::EventIndex event);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    [[nodiscard]] QWidget* entry(const Finding& finding);
    [[nodiscard]] QPushButton* showButton(std::size_t finding);
    void nameButton(std::size_t finding);
    [[nodiscard]] std::size_t nextOf(const Finding& finding) const;

    QWidget* m_content;
    QVBoxLayout* m_column;
    std::vector<Finding> m_findings;
    std::vector<QPushButton*> m_buttons; ///< one per finding; null where it names no event
    base::EventIndex m_current;
    QString m_textWhenEmpty;
};

} // namespace sagascope::ui
