// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consumers/GroupPage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

#include "ui/common/Separator.h"
#include "ui/common/TableColumns.h"
#include "ui/common/TableDress.h"
#include "ui/consumers/GroupDelegate.h"
#include "ui/consumers/VerdictText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kMostMembers = 6; ///< rows shown at once; the others by scrolling

QLabel* wrapped()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

GroupPage::GroupPage(QWidget* parent)
    : QWidget(parent),
      m_presence(wrapped()),
      m_members(new QTableView),
      m_partitions(new QTableView),
      m_place(new QLabel),
      m_words(wrapped()),
      m_show(new QPushButton)
{
    dressTable(*m_members, m_memberModel);
    dressTable(*m_partitions, m_partitionModel);
    m_partitions->setItemDelegateForColumn(PartitionModel::Verdict, new VerdictDelegate(m_partitions));
    m_presence->setContentsMargins(12, 8, 12, 8);
    m_place->setObjectName(QStringLiteral("panelTitle"));
    auto* said = new QVBoxLayout;
    said->setContentsMargins(12, 8, 12, 10);
    said->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->addWidget(m_place, 1);
    top->addWidget(m_show);
    said->addLayout(top);
    said->addWidget(m_words);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_presence);
    column->addWidget(m_members);
    column->addWidget(new Separator);
    column->addWidget(m_partitions, 1);
    column->addWidget(new Separator);
    column->addLayout(said);
    connect(m_partitions->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &GroupPage::showPartition);
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT eventWanted(m_next); });
    retranslate();
}

void GroupPage::setFrame(const ConsumersFramePtr& frame)
{
    const bool isFirst = m_partitionModel.rowCount() == 0;
    const QString group = frame->chosen ? QString::fromStdString(frame->chosen->reading->group) : QString();
    const QString chosen = group == m_group ? m_partitionModel.keyAt(m_partitions->currentIndex().row()) : QString();
    m_memberModel.setFrame(frame);
    m_partitionModel.setFrame(frame);
    if (isFirst || group != m_group)
        fitTables();
    m_group = group;
    if (m_partitionModel.rowCount() > 0) {
        const int row = std::max(0, m_partitionModel.rowOf(chosen));
        if (row != m_partitions->currentIndex().row())
            m_partitions->selectRow(row);
    }
    showMembers();
    showPartition();
}

/// Texts as wide as they are; numbers as wide as they may get, so that nothing shifts while they grow.
void GroupPage::fitTables()
{
    fitColumns(*m_members);
    fitColumns(*m_partitions);
    static constexpr std::array kNumbers{std::pair(PartitionModel::Verdict, 128), std::pair(PartitionModel::Partition, 60),
                                         std::pair(PartitionModel::Lag, 74), std::pair(PartitionModel::Age, 100),
                                         std::pair(PartitionModel::In, 84), std::pair(PartitionModel::Out, 84),
                                         std::pair(PartitionModel::Outlook, 124), std::pair(PartitionModel::Position, 84),
                                         std::pair(PartitionModel::End, 84)};
    for (const auto& [column, width] : kNumbers)
        m_partitions->setColumnWidth(column, width);
    m_members->setColumnWidth(MemberModel::Count, 90);
}

void GroupPage::showMembers()
{
    const auto* frame = m_memberModel.frame();
    const QString presence = frame && frame->chosen ? presenceSentence(*frame->chosen->reading) : QString();
    m_presence->setText(presence);
    m_presence->setVisible(!presence.isEmpty());
    const int rows = std::min(m_memberModel.rowCount(), kMostMembers);
    m_members->setVisible(rows > 0);
    m_members->setFixedHeight(m_members->horizontalHeader()->sizeHint().height() + rows * kTableRow + 4);
}

void GroupPage::showPartition()
{
    const auto* partition = m_partitionModel.at(m_partitions->currentIndex().row());
    m_next = partition ? partition->sample.next : base::EventIndex();
    m_show->setVisible(m_next.isValid());
    m_place->setText(partition ? tr("%1, partition %2").arg(QString::fromStdString(partition->sample.topic)).arg(partition->sample.partition)
                               : tr("No partition"));
    m_words->setText(partition ? wordsOf(*partition) : tr("The group has committed nowhere and holds no partition."));
}

QString GroupPage::wordsOf(const metrics::PartitionStanding& partition) const
{
    QStringList sentences;
    if (partition.isPoisoned)
        sentences << tr("The message at offset %1 looks like poison: the group gets on elsewhere, and does not get past this one.")
                         .arg(lagText(partition.sample.position));
    sentences << reasonSentence(partition.judgement) << forecastSentence(partition.forecast) << ageSentence(partition.sample);
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

void GroupPage::retranslate()
{
    m_members->setAccessibleName(tr("Members of the group"));
    m_partitions->setAccessibleName(tr("Partitions of the group"));
    m_show->setObjectName(QStringLiteral("showMessage"));
    m_show->setText(tr("Show the message"));
    m_show->setToolTip(tr("Opens the oldest unread message in the Events room"));
    m_memberModel.retranslate();
    m_partitionModel.retranslate();
    showMembers();
    showPartition();
}

} // namespace sagascope::ui
