// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/HighlightLine.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include "ui/common/ChoiceBox.h"
#include "ui/shell/QueryEdit.h"
#include "ui/shell/QueryWords.h"

namespace sagascope::ui {
namespace {

QIcon swatch(int colour)
{
    constexpr int kSize = 12;
    QPixmap picture(QSize(kSize, kSize) * 2);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(highlightColour(colour));
    painter.drawRoundedRect(QRectF(0, 0, kSize, kSize), 3, 3);
    return QIcon(picture);
}

} // namespace

HighlightLine::HighlightLine(const HighlightRule& rule, QWidget* parent)
    : QWidget(parent), m_isOn(new QCheckBox), m_colour(new ChoiceBox), m_query(new QueryEdit), m_up(new QToolButton),
      m_remove(new QToolButton)
{
    m_isOn->setChecked(rule.isOn);
    m_isOn->setToolTip(tr("Whether the rule counts"));
    for (int colour = 0; colour < kHighlightColours; ++colour)
        m_colour->addItem(swatch(colour), highlightColourName(colour));
    m_colour->setCurrentIndex(qBound(0, rule.colour, kHighlightColours - 1));
    m_colour->setAccessibleName(tr("Colour"));
    m_query->setProperty("mono", true);
    m_query->setText(rule.query);
    m_query->setPlaceholderText(QStringLiteral("type:payment.failed payload.amount:>500"));
    m_query->setAccessibleName(tr("Query of the events that stand out"));
    m_up->setText(tr("Up"));
    m_up->setToolTip(tr("Of several rules that fit an event the first counts"));
    m_remove->setText(tr("Remove"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_isOn);
    row->addWidget(m_colour);
    row->addWidget(m_query, 1);
    row->addWidget(m_up);
    row->addWidget(m_remove);
    setFocusProxy(m_query);
    connect(m_isOn, &QCheckBox::toggled, this, &HighlightLine::changed);
    connect(m_colour, &QComboBox::currentIndexChanged, this, &HighlightLine::changed);
    connect(m_query, &QLineEdit::textChanged, this, &HighlightLine::changed);
    connect(m_up, &QToolButton::clicked, this, &HighlightLine::raised);
    connect(m_remove, &QToolButton::clicked, this, &HighlightLine::removed);
}

HighlightRule HighlightLine::rule() const
{
    return {m_query->text().trimmed(), m_colour->currentIndex(), m_isOn->isChecked()};
}

void HighlightLine::setNumber(int number)
{
    m_isOn->setText(QString::number(number));
    m_isOn->setAccessibleName(tr("Rule %1 counts").arg(number));
    m_up->setEnabled(number > 1);
}

QString HighlightLine::problem() const
{
    return m_query->error() ? queryErrorText(*m_query->error()) : QString();
}

void HighlightLine::focusQuery()
{
    m_query->setFocus();
}

} // namespace sagascope::ui
