// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/UntilPicker.h"

#include <QDateTimeEdit>
#include <QHBoxLayout>

#include "ui/common/ChoiceBox.h"

namespace sagascope::ui {
namespace {

enum class Kind { Never, End, Moment };

Kind kindOf(const QComboBox* box)
{
    return Kind(box->currentData().toInt());
}

} // namespace

UntilPicker::UntilPicker(QWidget* parent) : QWidget(parent), m_kind(new ChoiceBox), m_moment(new QDateTimeEdit)
{
    m_kind->addItem(tr("Never: what comes is shown live"), int(Kind::Never));
    m_kind->addItem(tr("What lies there now"), int(Kind::End));
    m_kind->addItem(tr("A moment"), int(Kind::Moment));
    m_kind->setAccessibleName(tr("End at"));
    m_moment->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_moment->setCalendarPopup(true);
    m_moment->setAccessibleName(tr("Moment to end at"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_kind, 1);
    row->addWidget(m_moment);
    setFocusProxy(m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &UntilPicker::updateFields);
    connect(m_kind, &QComboBox::activated, this, &UntilPicker::edited);
    connect(m_moment, &QDateTimeEdit::dateTimeChanged, this, &UntilPicker::edited);
    setUntil(false, std::nullopt);
}

void UntilPicker::updateFields()
{
    m_moment->setVisible(kindOf(m_kind) == Kind::Moment);
}

void UntilPicker::setUntil(bool isUntilEnd, std::optional<base::Timestamp> until)
{
    const QSignalBlocker quiet(m_moment);
    m_moment->setDateTime(until ? QDateTime::fromMSecsSinceEpoch(base::toUnixMilliseconds(*until)) : QDateTime::currentDateTime());
    const Kind kind = !isUntilEnd ? Kind::Never : until ? Kind::Moment : Kind::End;
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
    updateFields();
}

bool UntilPicker::isUntilEnd() const
{
    return kindOf(m_kind) != Kind::Never;
}

std::optional<base::Timestamp> UntilPicker::until() const
{
    if (kindOf(m_kind) != Kind::Moment)
        return std::nullopt;
    return base::fromUnixMilliseconds(m_moment->dateTime().toMSecsSinceEpoch());
}

QWidget* UntilPicker::momentInput() const
{
    return m_moment;
}

} // namespace sagascope::ui
