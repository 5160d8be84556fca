// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/events/EventFilter.h"
#include "ui/events/EventTableModel.h"

class QLabel;
class QLineEdit;
class QStringListModel;
class QToolButton;

namespace sagascope::ui {

class Chip;

/// The Events room's own filters, and how many rows pass. Typing is gathered for a moment before it is told on.
class EventFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit EventFilterBar(QWidget* parent = nullptr);

    /// Topic, type, id, findings and undecodable; the search text and time window are the window's.
    [[nodiscard]] EventFilter filter() const;
    void clear();
    void setCompletions(const QStringList& topics, const QStringList& types);
    /// How far a search is, where `state` is one.
    struct Counts
    {
        std::size_t shown = 0;
        std::size_t searched = 0;
        std::size_t total = 0;
        EventTableModel::SearchState state = EventTableModel::SearchState::Idle;
        std::uint64_t unread = 0; ///< records that the search could not look into
    };
    void setCounts(const Counts& counts);
    void setFollowing(bool isFollowing);

Q_SIGNALS:
    void filterChanged();
    void followingToggled(bool isFollowing);
    void searchStopped(); ///< a person wants the search to stop, or
    void searchResumed(); ///< to go on

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupFields();
    void retranslate();
    void updateClear();
    [[nodiscard]] QString countsText() const;
    [[nodiscard]] QString foundText() const;

    QLineEdit* m_topic;
    QLineEdit* m_type;
    QLineEdit* m_id;
    Chip* m_findings;
    Chip* m_undecodable;
    Chip* m_follow;
    QToolButton* m_clear;
    QToolButton* m_stop;
    QLabel* m_counts;
    QStringListModel* m_topics;
    QStringListModel* m_types;
    QTimer m_pause;
    Counts m_known;
};

} // namespace sagascope::ui
