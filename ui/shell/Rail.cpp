// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Rail.h"

#include <QButtonGroup>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/shell/Rooms.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kWidth = 160;
constexpr int kButtonHeight = 30;

} // namespace

RailButton::RailButton(QWidget* parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RailButton::sizeHint() const
{
    return {kWidth - 16, kButtonHeight};
}

void RailButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void RailButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void RailButton::paintEvent(QPaintEvent*)
{
    const Palette& colours = Theme::current().palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(colours.accent) : QPen(Qt::NoPen));
        painter.setBrush(colours.raised);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? colours.accent : colours.line);
    painter.drawEllipse(QPointF(12, height() / 2.0), 4, 4);
    QFont face = font();
    face.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(face);
    painter.setPen(isChecked() ? colours.text : colours.muted);
    painter.drawText(rect().adjusted(24, 0, -1, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, text());
}

Rail::Rail(const Rooms& rooms, QWidget* parent)
    : QWidget(parent), m_rooms(rooms), m_group(new QButtonGroup(this)), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("rail"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(kWidth);
    m_column->setContentsMargins(8, 12, 8, 12);
    m_column->setSpacing(4);
    for (int room = 0; room < rooms.count(); ++room)
        addButton(room);
    m_column->addStretch(1);
    retranslate();
    connect(m_group, &QButtonGroup::idClicked, this, &Rail::roomChosen);
}

void Rail::addButton(int room)
{
    auto* button = new RailButton;
    m_buttons.push_back(button);
    m_group->addButton(button, room);
    m_column->addWidget(button);
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + room)), this);
    key->setContext(Qt::WindowShortcut);
    connect(key, &QShortcut::activated, this, [this, room] { Q_EMIT roomChosen(room); });
}

void Rail::setCurrent(int room)
{
    m_buttons[std::size_t(room)]->setChecked(true);
}

void Rail::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const int next = m_group->checkedId() + step;
    if (step == 0 || next < 0 || next >= int(m_buttons.size()))
        return QWidget::keyPressEvent(event);
    m_buttons[std::size_t(next)]->setFocus();
    Q_EMIT roomChosen(next);
}

void Rail::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Rail::retranslate()
{
    setAccessibleName(tr("Rooms"));
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const QString title = m_rooms.title(int(i));
        m_buttons[i]->setText(title);
        m_buttons[i]->setAccessibleName(title);
        m_buttons[i]->setToolTip(QStringLiteral("%1 (%2)").arg(
            title, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(i))).toString(QKeySequence::NativeText)));
    }
}

} // namespace sagascope::ui
