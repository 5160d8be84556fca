// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/StartPicker.h"

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>

#include "ui/common/ChoiceBox.h"

namespace sagascope::ui {

using Kind = kafka::StartPoint::Kind;

StartPicker::StartPicker(QWidget* parent)
    : QWidget(parent), m_kind(new ChoiceBox), m_time(new QDateTimeEdit), m_count(new QSpinBox), m_offsets(new QLineEdit)
{
    m_kind->addItem(tr("The beginning"), int(Kind::Beginning));
    m_kind->addItem(tr("The end: only what comes from now on"), int(Kind::End));
    m_kind->addItem(tr("A moment"), int(Kind::Time));
    m_kind->addItem(tr("The last records"), int(Kind::LastRecords));
    m_kind->addItem(tr("Offsets: these partitions only"), int(Kind::Offsets));
    m_kind->setAccessibleName(tr("Start at"));
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_time->setCalendarPopup(true);
    m_time->setAccessibleName(tr("Moment to start at"));
    m_count->setRange(1, 10'000'000);
    m_count->setSuffix(tr(" per partition"));
    m_count->setAccessibleName(tr("Records per partition"));
    m_offsets->setPlaceholderText(QStringLiteral("dreamscape.payment.failed[2]@4120, …"));
    m_offsets->setProperty("mono", true);
    m_offsets->setAccessibleName(tr("Offsets to start at"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_kind, 1);
    row->addWidget(m_time);
    row->addWidget(m_count);
    row->addWidget(m_offsets, 1);
    setFocusProxy(m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &StartPicker::updateFields);
    connect(m_kind, &QComboBox::activated, this, &StartPicker::edited);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &StartPicker::edited);
    connect(m_count, &QSpinBox::valueChanged, this, &StartPicker::edited);
    connect(m_offsets, &QLineEdit::textEdited, this, &StartPicker::edited);
    setStart({}, {});
}

void StartPicker::updateFields()
{
    const auto kind = Kind(m_kind->currentData().toInt());
    m_time->setVisible(kind == Kind::Time);
    m_count->setVisible(kind == Kind::LastRecords);
    m_offsets->setVisible(kind == Kind::Offsets);
}

void StartPicker::setStart(const kafka::StartPoint& start, const std::string& offsets)
{
    constexpr int kQuarterOfAnHour = 900;
    const QSignalBlocker quietTime(m_time);
    const QSignalBlocker quietCount(m_count);
    const bool isTimed = start.kind == Kind::Time;
    m_time->setDateTime(isTimed ? QDateTime::fromMSecsSinceEpoch(base::toUnixMilliseconds(start.time))
                                : QDateTime::currentDateTime().addSecs(-kQuarterOfAnHour));
    m_count->setValue(start.kind == Kind::LastRecords ? int(std::min<std::int64_t>(start.count, m_count->maximum())) : 1000);
    m_offsets->setText(QString::fromStdString(offsets));
    m_kind->setCurrentIndex(m_kind->findData(int(start.kind)));
    updateFields();
}

kafka::StartPoint StartPicker::start() const
{
    switch (Kind(m_kind->currentData().toInt())) {
    case Kind::End: return kafka::StartPoint::end();
    case Kind::Time: return kafka::StartPoint::at(base::fromUnixMilliseconds(m_time->dateTime().toMSecsSinceEpoch()));
    case Kind::LastRecords: return kafka::StartPoint::last(m_count->value());
    case Kind::Offsets: return {Kind::Offsets, base::kNoTime, 0, {}};
    case Kind::Beginning: break;
    }
    return kafka::StartPoint::beginning();
}

std::string StartPicker::offsets() const
{
    return m_offsets->text().trimmed().toStdString();
}

QWidget* StartPicker::offsetsInput() const
{
    return m_offsets;
}

} // namespace sagascope::ui
