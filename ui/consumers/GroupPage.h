// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/consumers/GroupModels.h"

class QLabel;
class QPushButton;
class QTableView;

namespace sagascope::ui {

class Panel;

/// The chosen group: who its members are, how it stands on each partition, and the chosen partition in words.
class GroupPage : public QWidget
{
    Q_OBJECT

public:
    explicit GroupPage(QWidget* parent = nullptr);

    void setFrame(const ConsumersFramePtr& frame);
    void retranslate();

Q_SIGNALS:
    void eventWanted(sagascope::base::EventIndex event);

private:
    void fitTables();
    void showMembers();
    void showPartition();
    [[nodiscard]] QString wordsOf(const metrics::PartitionStanding& partition) const;

    MemberModel m_memberModel;
    PartitionModel m_partitionModel;
    QLabel* m_presence; ///< what is to be explained about the group as a whole
    QTableView* m_members;
    QTableView* m_partitions;
    QLabel* m_place;
    QLabel* m_words;
    QPushButton* m_show;
    QString m_group; ///< on screen
    base::EventIndex m_next; ///< the oldest unread message of the chosen partition
};

} // namespace sagascope::ui
