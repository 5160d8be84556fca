// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/LagTableModel.h"

#include <QLocale>

#include <algorithm>
#include <chrono>
#include <tuple>

#include "ui/common/CodeText.h"
#include "ui/metrics/LagLimits.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

bool isNumber(int column)
{
    return column >= LagTableModel::Partition && column <= LagTableModel::Age;
}

auto rank(const metrics::LagSample& sample)
{
    return std::tuple(-sample.lag().value_or(-1), std::string_view(sample.group), std::string_view(sample.topic),
                      sample.partition);
}

bool isSamePlace(const metrics::LagSample& a, const metrics::LagSample& b)
{
    return a.group == b.group && a.topic == b.topic && a.partition == b.partition;
}

} // namespace

int LagTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_samples.size());
}

int LagTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void LagTableModel::setSamples(const std::vector<metrics::LagSample>& samples)
{
    std::vector<metrics::LagSample> sorted = samples;
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return rank(a) < rank(b); });
    if (sorted.size() == m_samples.size() && std::equal(sorted.begin(), sorted.end(), m_samples.begin(), isSamePlace)) {
        m_samples = std::move(sorted);
        if (!m_samples.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_samples = std::move(sorted);
    endResetModel();
}

QVariant LagTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const metrics::LagSample& sample = m_samples[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(sample, index.column());
    case Qt::TextAlignmentRole:
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole:
        return isNumber(index.column()) ? QVariant(Theme::current().monospace()) : QVariant();
    case Qt::ForegroundRole:
        if (index.column() == Lag && sample.lag().value_or(0) >= kLagCritical)
            return Theme::current().palette().danger;
        if (index.column() == Lag && sample.lag().value_or(0) >= kLagWarning)
            return Theme::current().palette().warning;
        return sample.state == metrics::GroupState::Known ? QVariant() : QVariant(Theme::current().palette().muted);
    }
    return {};
}

QString LagTableModel::text(const metrics::LagSample& sample, int column) const
{
    const QLocale locale;
    const QString dash = QStringLiteral("–");
    switch (column) {
    case Group:
        return toQString(sample.group);
    case Topic:
        return toQString(sample.topic);
    case Partition:
        return QString::number(sample.partition);
    case Position:
        return sample.position ? locale.toString(qlonglong(*sample.position)) : dash;
    case End:
        return locale.toString(qlonglong(sample.end));
    case Lag:
        return sample.lag() ? locale.toString(qlonglong(*sample.lag())) : dash;
    case Age:
        return sample.lagMs ? durationText(std::chrono::milliseconds(*sample.lagMs)) : dash;
    case State:
        switch (sample.state) {
        case metrics::GroupState::Known:
            return tr("committed");
        case metrics::GroupState::Absent:
            return tr("nothing committed");
        case metrics::GroupState::Unreadable:
            return tr("not readable");
        }
    }
    return {};
}

QVariant LagTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Group:
        return tr("Group");
    case Topic:
        return tr("Topic");
    case Partition:
        return tr("Part", "partition, as a column title");
    case Position:
        return tr("Position");
    case End:
        return tr("End");
    case Lag:
        return tr("Lag");
    case Age:
        return tr("Age", "of the oldest unread record");
    case State:
        return tr("State");
    }
    return {};
}

} // namespace sagascope::ui
