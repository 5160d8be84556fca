// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/StartPicker.h"

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QSpinBox>

#include "ui/common/ChoiceBox.h"

namespace sagascope::ui {

using Kind = kafka::StartPoint::Kind;

StartPicker::StartPicker(QWidget* parent)
    : QWidget(parent), m_kind(new ChoiceBox), m_time(new QDateTimeEdit), m_count(new QSpinBox)
{
    m_kind->addItem(tr("The beginning"), int(Kind::Beginning));
    m_kind->addItem(tr("The end: only what comes from now on"), int(Kind::End));
    m_kind->addItem(tr("A moment"), int(Kind::Time));
    m_kind->addItem(tr("The last records"), int(Kind::LastRecords));
    m_kind->setAccessibleName(tr("Start at"));
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_time->setCalendarPopup(true);
    m_time->setAccessibleName(tr("Moment to start at"));
    m_count->setRange(1, 10'000'000);
    m_count->setSuffix(tr(" per partition"));
    m_count->setAccessibleName(tr("Records per partition"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_kind, 1);
    row->addWidget(m_time);
    row->addWidget(m_count);
    setFocusProxy(m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &StartPicker::updateFields);
    connect(m_kind, &QComboBox::activated, this, &StartPicker::edited);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &StartPicker::edited);
    connect(m_count, &QSpinBox::valueChanged, this, &StartPicker::edited);
    setStart({});
}

void StartPicker::updateFields()
{
    m_time->setVisible(Kind(m_kind->currentData().toInt()) == Kind::Time);
    m_count->setVisible(Kind(m_kind->currentData().toInt()) == Kind::LastRecords);
}

void StartPicker::setStart(const kafka::StartPoint& start)
{
    constexpr int kQuarterOfAnHour = 900;
    const QSignalBlocker quietTime(m_time);
    const QSignalBlocker quietCount(m_count);
    const bool isTimed = start.kind == Kind::Time;
    m_time->setDateTime(isTimed ? QDateTime::fromMSecsSinceEpoch(base::toUnixMilliseconds(start.time))
                                : QDateTime::currentDateTime().addSecs(-kQuarterOfAnHour));
    m_count->setValue(start.kind == Kind::LastRecords ? int(std::min<std::int64_t>(start.count, m_count->maximum())) : 1000);
    m_kind->setCurrentIndex(m_kind->findData(int(start.kind)));
    updateFields();
}

kafka::StartPoint StartPicker::start() const
{
    switch (Kind(m_kind->currentData().toInt())) {
    case Kind::End: return kafka::StartPoint::end();
    case Kind::Time: return kafka::StartPoint::at(base::fromUnixMilliseconds(m_time->dateTime().toMSecsSinceEpoch()));
    case Kind::LastRecords: return kafka::StartPoint::last(m_count->value());
    case Kind::Offsets: // of one look: nobody picks it
    case Kind::Beginning: break;
    }
    return kafka::StartPoint::beginning();
}

} // namespace sagascope::ui
