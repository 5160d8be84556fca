// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/PublishBar.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/common/FlowLayout.h"

namespace sagascope::ui {
namespace {

constexpr int kMostRepeats = 100;

void restyle(QLabel* label, const QString& name)
{
    if (label->objectName() == name)
        return;
    label->setObjectName(name);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

} // namespace

PublishBar::PublishBar(QWidget* parent)
    : QWidget(parent), m_publish(new QPushButton), m_cancel(new QPushButton), m_verdict(new QLabel), m_reason(new QLabel),
      m_override(new QCheckBox), m_sameId(new QCheckBox), m_repeat(new QSpinBox)
{
    m_publish->setObjectName(QStringLiteral("primary"));
    m_repeat->setRange(1, kMostRepeats);
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setObjectName(QStringLiteral("warning"));
    setupLayout();
    connect(m_publish, &QPushButton::clicked, this, &PublishBar::publishWanted);
    connect(m_cancel, &QPushButton::clicked, this, &PublishBar::cancelWanted);
    connect(m_override, &QCheckBox::toggled, this, &PublishBar::optionsChanged);
    connect(m_sameId, &QCheckBox::toggled, this, &PublishBar::optionsChanged);
    connect(m_repeat, &QSpinBox::valueChanged, this, &PublishBar::optionsChanged);
    retranslate();
}

void PublishBar::setupLayout()
{
    auto* options = new QWidget;
    auto* flow = new FlowLayout(options, 12);
    flow->setContentsMargins(0, 0, 0, 0);
    for (QWidget* option : {static_cast<QWidget*>(m_repeat), static_cast<QWidget*>(m_sameId), static_cast<QWidget*>(m_override)})
        flow->addWidget(option);
    for (QCheckBox* box : {m_sameId, m_override})
        box->setMinimumHeight(m_repeat->sizeHint().height()); // one line with the number beside
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_publish);
    row->addWidget(m_cancel);
    row->addWidget(m_verdict);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addWidget(options);
    column->addLayout(row);
    column->addWidget(m_reason);
}

void PublishBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PublishBar::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Give up what has not been acknowledged"));
    m_repeat->setPrefix(tr("Repeat "));
    m_repeat->setSuffix(QStringLiteral("×"));
    m_repeat->setAccessibleName(tr("How often to publish"));
    m_sameId->setText(tr("Same event id again"));
    m_sameId->setToolTip(tr("Publish identical copies, to see whether consumers notice duplicates. Otherwise each copy gets an id of its own."));
    m_override->setText(tr("Publish although it breaks the schema"));
    show();
}

void PublishBar::setCluster(const QString& name)
{
    m_cluster = name;
    show();
}

void PublishBar::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    show();
}

void PublishBar::setVerdict(int violations, const QString& version, const QString& obstacle)
{
    m_violations = violations;
    m_version = version;
    m_obstacle = obstacle;
    show();
}

void PublishBar::setOverridden(bool isOverridden)
{
    const QSignalBlocker blocker(m_override);
    m_override->setChecked(isOverridden);
}

void PublishBar::show()
{
    const bool hadFocus = m_cancel->hasFocus();
    m_publish->setText(m_cluster.isEmpty() ? tr("Publish") : tr("Publish to %1").arg(m_cluster));
    m_publish->setEnabled(!m_isBusy && m_obstacle.isEmpty());
    m_publish->setToolTip(m_obstacle.isEmpty() ? tr("Ctrl+Return") : m_obstacle);
    m_publish->setAccessibleDescription(m_obstacle);
    m_cancel->setVisible(m_isBusy);
    if (hadFocus && !m_isBusy)
        m_publish->setFocus();
    m_override->setVisible(m_violations > 0 || m_override->isChecked());
    m_reason->setText(m_obstacle);
    m_reason->setVisible(!m_obstacle.isEmpty() && !m_isBusy);
    if (m_isBusy) {
        m_verdict->setText(tr("waiting for the acknowledgement…"));
        restyle(m_verdict, QStringLiteral("muted"));
    } else if (m_violations > 0) {
        m_verdict->setText(tr("✕ %n problem(s)", nullptr, m_violations));
        restyle(m_verdict, QStringLiteral("danger"));
    } else {
        m_verdict->setText(m_version.isEmpty() ? tr("no schema to check against") : tr("✓ valid against schema %1").arg(m_version));
        restyle(m_verdict, m_version.isEmpty() ? QStringLiteral("muted") : QStringLiteral("good"));
    }
}

bool PublishBar::isOverridden() const
{
    return m_override->isChecked();
}

bool PublishBar::isSameIdAgain() const
{
    return m_sameId->isChecked();
}

int PublishBar::repeats() const
{
    return m_repeat->value();
}

QString PublishBar::obstacle() const
{
    return m_obstacle;
}

} // namespace sagascope::ui
